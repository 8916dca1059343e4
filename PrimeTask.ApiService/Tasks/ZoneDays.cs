using System.Collections.Concurrent;
using NodaTime;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The days of a time zone. All arithmetic of zones is here, by NodaTime: Postgres can have other rules for a name, or not know it.</summary>
internal sealed class ZoneDays
{
    // Between these the day before and the day after are there in every zone.
    private static readonly DateTimeOffset _first = new(1, 1, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _last = new(9999, 12, 29, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From and to when <see cref="Ends"/> has all changes of clocks.</summary>
    private static readonly Interval _ordered = new(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2060, 1, 1, 0, 0));

    private static readonly ConcurrentDictionary<string, ZoneDays> _known = new(StringComparer.Ordinal);

    private readonly DateTimeZone _zone;
    private readonly Lazy<(DateOnly[] Days, TimeSpan[] Ends)> _ends;

    private ZoneDays(DateTimeZone zone) => (_zone, _ends) = (zone, new(FindEnds));

    public static ZoneDays Utc { get; } = Of(TimeZones.Utc);

    /// <summary>Of every zone.</summary>
    public static IEnumerable<ZoneDays> All => TimeZones.Names.Select(Of);

    public string Name => _zone.Id;

    /// <summary>
    /// Where each day ends: so long after its own midnight as UTC would have it, in UTC. The days are those from which on another length holds; it is the one whose
    /// place in the list is the number of these days that have come. For the order of tasks alone, which Postgres works out from them, and to the hour.
    /// </summary>
    public (DateOnly[] Days, TimeSpan[] Ends) Ends => _ends.Value;

    /// <param name="name">One that this process does not know, but a newer one took, is UTC.</param>
    public static ZoneDays Of(string name) =>
        _known.TryGetValue(name, out var known) ? known
        : TimeZones.IsKnown(name) ? _known.GetOrAdd(name, new ZoneDays(DateTimeZoneProviders.Tzdb[name]))
        : Utc;

    /// <summary>The date that calendars show there.</summary>
    public DateOnly DateAt(DateTimeOffset time) =>
        time < _first ? DateOnly.MinValue : time > _last ? DateOnly.MaxValue : Instant.FromDateTimeOffset(time).InZone(_zone).Date.ToDateOnly();

    /// <summary>What clocks show there, to the second.</summary>
    public LocalDateTime LocalTimeAt(DateTimeOffset time) =>
        Instant.FromDateTimeOffset(time < _first ? _first : time > _last ? _last : time).InZone(_zone).LocalDateTime.With(TimeAdjusters.TruncateToSecond);

    /// <summary>When clocks show a time there: the first time where they show it twice, and later by as much as they skip where they skip it.</summary>
    public DateTimeOffset TimeOf(LocalDateTime time) => _zone.AtLeniently(time).ToInstant().ToDateTimeOffset();

    /// <summary>The same time on a later day; the last one that there is in every zone, where that comes before it.</summary>
    public DateTimeOffset Later(DateTimeOffset time, int days)
    {
        var local = LocalTimeAt(time);
        var day = local.Date.ToDateOnly().Later(days);
        var last = DateOnly.FromDateTime(_last.Date);
        return TimeOf(LocalDate.FromDateOnly(day < last ? day : last) + local.TimeOfDay);
    }

    /// <summary>The first instant of a day: later than midnight where clocks skip that, the first of two where they show it twice, that of the next day where they skip it all.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        if (day <= DateOnly.FromDateTime(_first.Date))
            return DateTimeOffset.MinValue;
        var map = _zone.MapLocal(LocalDate.FromDateOnly(day).AtMidnight());
        return (map.Count == 0 ? map.EarlyInterval.End : map.First().ToInstant()).ToDateTimeOffset();
    }

    /// <summary>When calendars there change their date next, or at the latest when clocks change.</summary>
    public DateTimeOffset EndOfDate(DateTimeOffset time)
    {
        var next = DateAt(time).AddDays(1);
        var map = _zone.MapLocal(LocalDate.FromDateOnly(next).AtMidnight());
        // Where clocks go back over midnight and have done so, it is still to come once more.
        var midnight = map.Count == 2 && map.First().ToDateTimeOffset() <= time ? map.Last().ToDateTimeOffset().ToUniversalTime() : StartOf(next);
        var interval = _zone.GetZoneInterval(Instant.FromDateTimeOffset(time));
        return interval.HasEnd && interval.End.ToDateTimeOffset() is var change && change < midnight ? change : midnight;
    }

    /// <summary>The last day whose end, by <see cref="Ends"/>, has come.</summary>
    public DateOnly LastEndedBy(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime).Later(1);
        while (EndOf(day) > time && day > DateOnly.MinValue)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>Of a day, by <see cref="Ends"/>.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        // To Npgsql, and so to PostgreSQL, the first and the last day are infinite.
        if (day == DateOnly.MinValue || day == DateOnly.MaxValue)
            return day == DateOnly.MinValue ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        var place = Array.BinarySearch(Ends.Days, day);
        var ticks = day.ToDateTime(TimeOnly.MinValue).Ticks + Ends.Ends[place < 0 ? ~place : place + 1].Ticks;
        return new DateTimeOffset(Math.Clamp(ticks, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
    }

    private (DateOnly[] Days, TimeSpan[] Ends) FindEnds()
    {
        List<DateOnly> days = [];
        List<TimeSpan> ends = [];
        foreach (var interval in _zone.GetZoneIntervals(_ordered))
        {
            // Its last days and the first of the next: a change can skip a day, or make one longer.
            var day = DateAt((interval.HasStart && interval.Start > _ordered.Start ? interval.Start : _ordered.Start).ToDateTimeOffset()).AddDays(-3);
            for (var count = 0; count < 6; count++, day = day.AddDays(1))
            {
                var end = StartOf(day.AddDays(1)) - new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                if (ends.Count > 0 && (end == ends[^1] || day <= days.LastOrDefault()))
                    continue;
                if (ends.Count > 0)
                    days.Add(day);
                ends.Add(end);
            }
        }

        return ([.. days], [.. ends]);
    }
}

internal static class DateOnlyExtensions
{
    /// <summary>A later or earlier day, or the last or first one that there is.</summary>
    public static DateOnly Later(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
