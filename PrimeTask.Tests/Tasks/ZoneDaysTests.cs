using NodaTime;
using NodaTime.Text;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.Tests.Tasks;

/// <summary>Due, overdue and today at every change of clocks of 40 zones, at month ends, and in leap years: none is off by one.</summary>
public sealed class ZoneDaysTests
{
    private static readonly string[] _zones =
    [
        "UTC", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Berlin", "Europe/Madrid", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow",
        "Africa/Cairo", "Africa/Casablanca", "Africa/Lagos", "Africa/Johannesburg", "Asia/Beirut", "Asia/Amman", "Asia/Gaza", "Asia/Jerusalem", "Asia/Tehran", "Asia/Dubai",
        "Asia/Kolkata", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "Australia/Eucla", "Pacific/Auckland", "Pacific/Chatham",
        "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Santiago", "America/Havana", "America/Asuncion",
    ];

    private static readonly Instant _from = Instant.FromUtc(2009, 12, 20, 0, 0);
    private static readonly Instant _to = Instant.FromUtc(2028, 3, 10, 0, 0);

    public static TheoryData<string> Zones => [.. _zones];

    /// <summary>In 2009 and 2028, around every change of clocks, month end and 29 February, in steps that meet each day's first and last minute.</summary>
    [Theory]
    [MemberData(nameof(Zones))]
    public void Overdue_OfAnAllDayTask_BeginsWhenTheDateThereChanges(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var days = ZoneDays.Of(name);
        foreach (var now in Moments(zone))
        {
            // What a calendar on the wall shows, without any of the arithmetic that is tested.
            var today = now.InZone(zone).Date.ToDateOnly();
            var time = now.ToDateTimeOffset();
            Assert.Equal(today, days.DateAt(time));
            var overdue = DueRange.Of(DuePeriod.Overdue, days, time);
            Assert.True(overdue.LastDay == today.AddDays(-1) && overdue.End == time, $"{name} {now}");
            foreach (var (period, first, last) in new[] { (DuePeriod.Today, 0, 0), (DuePeriod.Tomorrow, 1, 1), (DuePeriod.Week, 0, 6) })
            {
                var range = DueRange.Of(period, days, time);
                Assert.Equal((today.AddDays(first), today.AddDays(last)), (range.FirstDay, range.LastDay));
                Holds(zone, name, range);
            }
        }
    }

    /// <summary>A response that is cached must end its life when the date changes, and not before the day is over but for a change of clocks.</summary>
    [Theory]
    [MemberData(nameof(Zones))]
    public void EndOfDate_AtAnyTime_IsTheFirstInstantOfAnotherDateOrAChangeOfClocks(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var days = ZoneDays.Of(name);
        foreach (var now in Moments(zone))
        {
            var end = days.EndOfDate(now.ToDateTimeOffset());
            var instant = Instant.FromDateTimeOffset(end);
            Assert.True(instant > now, $"{name} {now}");
            Assert.Equal(now.InZone(zone).Date, (instant - Duration.FromSeconds(1)).InZone(zone).Date);
            Assert.True(
                instant.InZone(zone).Date != now.InZone(zone).Date || zone.GetZoneInterval(instant).Start == instant, $"{name}: the date is the same after {end}");
        }
    }

    /// <summary>The order of tasks is worked out in the database from these, and must be that of the days.</summary>
    [Theory]
    [MemberData(nameof(Zones))]
    public void Ends_OfAllDaysFrom2001To2059_AreTheStartsOfTheNext(string name)
    {
        var days = ZoneDays.Of(name);
        for (var day = new DateOnly(2001, 1, 1); day.Year < 2060; day = day.AddDays(1))
        {
            var end = days.StartOf(day.AddDays(1));
            Assert.True(end == days.EndOf(day), $"{name} {day:o}: {days.EndOf(day):o} and not {end:o}");
        }
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")] // Clocks skip midnight.
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z")] // They show the last hour of the day before twice.
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")] // A day that was not there.
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z")] // Midnight comes twice.
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")]
    public void StartOf_WhereClocksChangeAtMidnight_IsTheFirstInstantOfTheDay(string zone, string day, string start) =>
        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), ZoneDays.Of(zone).StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_AtTheEndsOfTheCalendar_AreThere()
    {
        foreach (var zone in ZoneDays.All)
        {
            foreach (var time in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(9999, 12, 29, 0, 0, 0, TimeSpan.Zero), new(1, 1, 3, 0, 0, 0, TimeSpan.Zero) })
            {
                _ = zone.DateAt(time);
                _ = zone.LastEndedBy(time);
            }

            foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue, new(9999, 12, 30), new(1, 1, 2) })
                Assert.True(zone.StartOf(day) <= zone.EndOf(day), $"{zone.Name} {day:o}");
        }
    }

    [Fact]
    public void Zones_ThatNobodyKnows_AreUtc() => Assert.Same(ZoneDays.Utc, ZoneDays.Of("Mars/Olympus_Mons"));

    [Fact]
    public void Names_AreNoLongerThanTheirColumn() => Assert.All(TimeZones.Names, name => Assert.InRange(name.Length, 1, TimeZones.MaxLength));

    /// <summary>The instants of a range are those whose date is in it.</summary>
    private static void Holds(DateTimeZone zone, string name, DueRange range)
    {
        var (start, end) = (Instant.FromDateTimeOffset(range.Start), Instant.FromDateTimeOffset(range.End));
        foreach (var (instant, isIn) in new[] { (start, true), (start - Duration.FromSeconds(1), false), (end - Duration.FromSeconds(1), true), (end, false) })
        {
            var date = instant.InZone(zone).Date.ToDateOnly();
            // A day that clocks skip has no instants; its start is that of the next.
            if (range.Start == range.End)
                continue;
            Assert.True((date >= range.FirstDay && date <= range.LastDay) == isIn, $"{name}: {InstantPattern.General.Format(instant)} is {date:o}, beside {range}");
        }
    }

    private static IEnumerable<Instant> Moments(DateTimeZone zone)
    {
        var changes = zone.GetZoneIntervals(_from, _to).Where(interval => interval.HasStart && interval.Start > _from).Select(interval => interval.Start);
        var dates = Enumerable.Range(2010, 19).SelectMany(year => Enumerable.Range(1, 12).Select(month => new LocalDate(year, month, 1)))
            .Where(date => date < new LocalDate(2028, 3, 5)).Select(date => date.AtStartOfDayInZone(zone).ToInstant());
        foreach (var moment in changes.Concat(dates))
        {
            foreach (var hours in new[] { -26.0, -24, -1, 0, 1, 23, 24 })
            {
                yield return moment + Duration.FromHours(hours) - Duration.FromSeconds(1);
                yield return moment + Duration.FromHours(hours);
            }
        }
    }
}
