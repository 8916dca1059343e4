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
}

/// <summary>Whose days a request means: those of one time zone, or of each task's owner.</summary>
/// <param name="Zone">Of the one, else of who asks, for the order of the list.</param>
/// <param name="IsOne">Whether it holds for all tasks.</param>
internal sealed record DueDays(ZoneDays Zone, bool IsOne)
{
    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, CancellationToken, Task<string?>>> _zoneOf = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long id, CancellationToken _) => db.Users.Where(user => user.Id == id).Select(user => user.TimeZone).TagWith(PreparedStatements.Tag).FirstOrDefault()));

    /// <summary>Worked out once for a request: it takes some milliseconds.</summary>
    private readonly Dictionary<(DuePeriod, DateTimeOffset), ZoneRanges> _ranges = [];

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
    public IQueryable<TaskItem> Timed(IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now)
    {
        var ranges = RangesOf(period, now);
        var (zones, starts, ends) = (ranges.Zones, ranges.Starts, ranges.Ends);
        var (start, end) = (starts.Min(), ends.Max());
        tasks = tasks.Where(task => task.DueDate >= start && task.DueDate < end);
        return starts.Max() == start && ends.Min() == end ? tasks : tasks.Where(
            task => task.DueDate >= starts[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]
                && task.DueDate < ends[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]);
    }

    /// <summary>All-day tasks on a day of the period.</summary>
    public IQueryable<TaskItem> AllDay(IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now)
    {
        var ranges = RangesOf(period, now);
        var (zones, firstDays, lastDays) = (ranges.Zones, ranges.FirstDays, ranges.LastDays);
        var (first, last) = (firstDays.Min(), lastDays.Max());
        tasks = tasks.Where(task => task.DueDate == null && task.DueOn >= first && task.DueOn <= last);
        return IsOne ? tasks : tasks.Where(
            task => task.DueOn >= firstDays[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]
                && task.DueOn <= lastDays[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]);
    }

    /// <summary>Both.</summary>
    public IQueryable<TaskItem> Due(IQueryable<TaskItem> tasks, DuePeriod period, DateTimeOffset now)
    {
        var ranges = RangesOf(period, now);
        var (zones, starts, ends, firstDays, lastDays) = ranges;
        var (start, end, first, last) = (starts.Min(), ends.Max(), firstDays.Min(), lastDays.Max());
        tasks = tasks.Where(task => (task.DueDate >= start && task.DueDate < end) || (task.DueDate == null && task.DueOn >= first && task.DueOn <= last));
        return IsOne ? tasks : tasks.Where(
            task => task.DueDate != null
                ? task.DueDate >= starts[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]
                    && task.DueDate < ends[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]
                : task.DueOn >= firstDays[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]
                    && task.DueOn <= lastDays[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]);
    }

    public IQueryable<TaskItem> NotOverdue(IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        var today = RangesOf(DuePeriod.Today, now);
        var (zones, days) = (today.Zones, today.FirstDays);
        var (first, last) = (days.Min(), days.Max());
        return IsOne
            ? tasks.Where(task => task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled
                || task.DueDate >= now || (task.DueDate == null && (task.DueOn == null || task.DueOn >= first)))
            : tasks.Where(task => task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled
                || task.DueDate >= now || (task.DueDate == null && (task.DueOn == null || task.DueOn >= last
                    || (task.DueOn >= first && task.DueOn >= days[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]))));
    }

    /// <summary>All but tasks that start on a later day.</summary>
    public IQueryable<TaskItem> Started(IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        var today = RangesOf(DuePeriod.Today, now);
        var (zones, days) = (today.Zones, today.FirstDays);
        var (first, last) = (days.Min(), days.Max());
        return IsOne
            ? tasks.Where(task => task.StartOn == null || task.StartOn <= first)
            : tasks.Where(task => task.StartOn == null || task.StartOn <= first
                || (task.StartOn <= last && task.StartOn <= days[PrimeTaskDbContext.ArrayPosition(zones, task.Owner.TimeZone) - 1]));
    }

    /// <summary>What the period is for each owner, by their zones: an array is looked through for a zone, so the most common one comes first.</summary>
    private ZoneRanges RangesOf(DuePeriod period, DateTimeOffset now)
    {
        if (IsOne)
            return ZoneRanges.Of([Zone], period, now);
        if (!_ranges.TryGetValue((period, now), out var ranges))
            _ranges[(period, now)] = ranges = ZoneRanges.Of([ZoneDays.Utc, .. ZoneDays.All.Where(zone => zone != ZoneDays.Utc)], period, now);
        return ranges;
    }

    /// <summary>Of each of the zones, at the same place of each array.</summary>
    private sealed record ZoneRanges(string[] Zones, DateTimeOffset[] Starts, DateTimeOffset[] Ends, DateOnly[] FirstDays, DateOnly[] LastDays)
    {
        public static ZoneRanges Of(ZoneDays[] zones, DuePeriod period, DateTimeOffset now)
        {
            var ranges = Array.ConvertAll(zones, zone => DueRange.Of(period, zone, now));
            return new(
                Array.ConvertAll(zones, zone => zone.Name),
                Array.ConvertAll(ranges, range => range.Start), Array.ConvertAll(ranges, range => range.End),
                Array.ConvertAll(ranges, range => range.FirstDay), Array.ConvertAll(ranges, range => range.LastDay));
        }
    }
}
