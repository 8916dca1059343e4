using PrimeTask.ApiService.Tasks;

namespace PrimeTask.Tests.Tasks;

public sealed class CalendarDaysTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-09T12:00Z", 23)]
    [InlineData("America/New_York", "2026-11-02T12:00Z", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-05T20:00Z", 24.5)]
    [InlineData("Asia/Kolkata", "2026-03-09T12:00Z", 24)]
    [InlineData("Africa/Cairo", "2024-04-27T12:00Z", 23)] // The clocks skip midnight itself.
    [InlineData("America/Havana", "2024-11-04T12:00Z", 25)] // Midnight comes twice.
    public void Yesterday_WhereClocksChange_HasItsOwnLength(string zone, string now, double hours)
    {
        var days = CalendarDays.UpTo(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), 2, ZoneDays.Of(zone));

        Assert.Equal(TimeSpan.FromHours(hours), days.Starts[1].Time - days.Starts[0].Time);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2026-11-01T18:29:59Z", "2026-11-01", "2026-11-01T18:30Z")]
    [InlineData("Asia/Kolkata", "2026-11-01T18:30:00Z", "2026-11-02", "2026-11-02T18:30Z")]
    [InlineData("Pacific/Auckland", "2026-09-26T13:00:00Z", "2026-09-27", "2026-09-27T11:00Z")]
    public void Today_InAZone_EndsWithItsNextMidnight(string zone, string now, string today, string end)
    {
        var days = CalendarDays.UpTo(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), 30, ZoneDays.Of(zone));

        Assert.Equal(30, days.Starts.Count);
        Assert.Equal(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), days.Starts[^1].Date);
        Assert.Equal(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), days.End);
    }
}
