using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks;

/// <summary>When a task is due, seen from today. Each but the first is about the day alone, whatever has become of the task.</summary>
public enum DuePeriod
{
    /// <summary>In the past, or on a day that is over, and not finished.</summary>
    Overdue,

    Today,

    Tomorrow,

    /// <summary>Today or on one of the six days after it.</summary>
    Week,

    /// <summary>Tomorrow or later.</summary>
    Upcoming,

    /// <summary>Never.</summary>
    None,
}

/// <summary>A period as days of a zone, for all-day tasks, and as instants, for tasks with a time.</summary>
/// <param name="FirstDay">Of it.</param>
/// <param name="LastDay">Of it.</param>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The first instant after it.</param>
internal sealed record DueRange(DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Start, DateTimeOffset End)
{
    public static DueRange Of(DuePeriod period, ZoneDays zone, DateTimeOffset now)
    {
        var today = zone.DateAt(now);
        return period switch
        {
            DuePeriod.Overdue => new(DateOnly.MinValue, today.AddDays(-1), DateTimeOffset.MinValue, now),
            DuePeriod.Today => Days(0, 0),
            DuePeriod.Tomorrow => Days(1, 1),
            DuePeriod.Week => Days(0, 6),
            DuePeriod.Upcoming => Days(1, 0) with { LastDay = DateOnly.MaxValue, End = DateTimeOffset.MaxValue },
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "This is no range."),
        };

        DueRange Days(int first, int last) => new(today.AddDays(first), today.AddDays(last), zone.StartOf(today.AddDays(first)), zone.StartOf(today.AddDays(last + 1)));
    }

    /// <summary>From the earliest to the latest.</summary>
    public static DueRange Around(IReadOnlyCollection<DueRange> ranges) =>
        new(ranges.Min(range => range.FirstDay), ranges.Max(range => range.LastDay), ranges.Min(range => range.Start), ranges.Max(range => range.End));
}

/// <summary>Whose days a request means: those of one time zone, or of each task's owner.</summary>
/// <param name="Zone">Of the one, else of who asks, for the order of the list.</param>
/// <param name="IsOne">Whether it holds for all tasks.</param>
internal sealed record DueDays(ZoneDays Zone, bool IsOne)
{
    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, CancellationToken, Task<string?>>> _zoneOf = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long id, CancellationToken _) => db.Users.Where(user => user.Id == id).Select(user => user.TimeZone).TagWith(PreparedStatements.Tag).FirstOrDefault()));

    /// <param name="db">Where the owners are.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="owner">Whose tasks alone; null for all that the caller sees.</param>
    /// <param name="zone">The one that the request names.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<DueDays> ReadAsync(PrimeTaskDbContext db, CurrentUser user, long? owner, string? zone, CancellationToken cancellationToken)
    {
        if (zone is not null)
            return new(ZoneDays.Of(zone), IsOne: true);
        var only = user.OnlyOwner() ?? owner;
        return new(ZoneDays.Of(await _zoneOf.For(db)(db, only ?? user.Id, cancellationToken) ?? TimeZones.Utc), IsOne: only is not null);
    }

    /// <summary>When a day of them ends next.</summary>
    public DateTimeOffset EndOfDate(DateTimeOffset now) => IsOne ? Zone.EndOfDate(now) : ZoneDays.All.Min(zone => zone.EndOfDate(now));

    /// <summary>Tasks with a time in the period.</summary>
    public IQueryable<TaskItem> Timed(PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now) => Where(
        db, tasks, period, now,
        range => task => task.DueDate >= range.Start && task.DueDate < range.End,
        ranges => task => ranges.Any(range => range.Zone == task.Owner.TimeZone && task.DueDate >= range.Start && task.DueDate < range.End));

    /// <summary>All-day tasks on a day of the period.</summary>
    public IQueryable<TaskItem> AllDay(PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now) => Where(
        db, tasks, period, now,
        range => task => task.DueDate == null && task.DueOn >= range.FirstDay && task.DueOn <= range.LastDay,
        ranges => task => ranges.Any(range => range.Zone == task.Owner.TimeZone && task.DueOn >= range.FirstDay && task.DueOn <= range.LastDay));

    /// <summary>Both.</summary>
    public IQueryable<TaskItem> Due(PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now) => Where(
        db, tasks, period, now,
        range => task => (task.DueDate >= range.Start && task.DueDate < range.End) || (task.DueDate == null && task.DueOn >= range.FirstDay && task.DueOn <= range.LastDay),
        ranges => task => ranges.Any(range => range.Zone == task.Owner.TimeZone
            && ((task.DueDate >= range.Start && task.DueDate < range.End) || (task.DueDate == null && task.DueOn >= range.FirstDay && task.DueOn <= range.LastDay))));

    public IQueryable<TaskItem> NotOverdue(PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        if (!IsOne)
        {
            var ranges = Ranges(db, DuePeriod.Overdue, now);
            return tasks.Where(task => task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled
                || (task.DueDate == null ? !ranges.Any(range => range.Zone == task.Owner.TimeZone && task.DueOn <= range.LastDay) : task.DueDate >= now));
        }

        var today = Zone.DateAt(now);
        return tasks.Where(task => task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled
            || task.DueDate >= now || (task.DueDate == null && (task.DueOn == null || task.DueOn >= today)));
    }

    /// <summary>All but tasks that start on a later day.</summary>
    public IQueryable<TaskItem> Started(PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        if (!IsOne)
        {
            var ranges = Ranges(db, DuePeriod.Today, now);
            return tasks.Where(task => task.StartOn == null || ranges.Any(range => range.Zone == task.Owner.TimeZone && task.StartOn <= range.FirstDay));
        }

        var today = Zone.DateAt(now);
        return tasks.Where(task => task.StartOn == null || task.StartOn <= today);
    }

    private IQueryable<TaskItem> Where(
        PrimeTaskDbContext db, IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now,
        Func<DueRange, Expression<Func<TaskItem, bool>>> one, Func<IQueryable<OwnersRange>, Expression<Func<TaskItem, bool>>> each)
    {
        if (IsOne)
            return tasks.Where(one(DueRange.Of(period, Zone, now)));
        // What no owner's days can hold is left out by an index.
        return tasks.Where(one(DueRange.Around([.. ZoneDays.All.Select(zone => DueRange.Of(period, zone, now))]))).Where(each(Ranges(db, period, now)));
    }

    private static IQueryable<OwnersRange> Ranges(PrimeTaskDbContext db, DuePeriod period, DateTimeOffset now)
    {
        var zones = ZoneDays.All.Select(zone => (zone.Name, Range: DueRange.Of(period, zone, now))).ToArray();
        var names = Array.ConvertAll(zones, zone => zone.Name);
        var firstDays = Array.ConvertAll(zones, zone => zone.Range.FirstDay);
        var lastDays = Array.ConvertAll(zones, zone => zone.Range.LastDay);
        var starts = Array.ConvertAll(zones, zone => zone.Range.Start);
        var ends = Array.ConvertAll(zones, zone => zone.Range.End);
        return db.Database.SqlQuery<OwnersRange>(
            $"SELECT * FROM unnest({names}, {firstDays}, {lastDays}, {starts}, {ends}) AS ranges (zone, first_day, last_day, starts_at, ends_at)");
    }

    private sealed class OwnersRange
    {
        [Column("zone")]
        public required string Zone { get; init; }

        [Column("first_day")]
        public required DateOnly FirstDay { get; init; }

        [Column("last_day")]
        public required DateOnly LastDay { get; init; }

        [Column("starts_at")]
        public required DateTimeOffset Start { get; init; }

        [Column("ends_at")]
        public required DateTimeOffset End { get; init; }
    }
}
