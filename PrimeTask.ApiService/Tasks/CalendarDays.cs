namespace PrimeTask.ApiService.Tasks;

/// <summary>Days of a time zone, each from its first instant to that of the next: 23 or 25 hours where the clocks change.</summary>
/// <param name="Starts">The first instant of each day, in order.</param>
/// <param name="End">The first instant after the last day.</param>
internal sealed record CalendarDays(IReadOnlyList<(DateOnly Date, DateTimeOffset Time)> Starts, DateTimeOffset End)
{
    public static CalendarDays UpTo(DateTimeOffset now, int days, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var dates = Enumerable.Range(1 - days, days).Select(today.AddDays);
        return new([.. dates.Select(date => (date, StartOf(date, zone)))], StartOf(today.AddDays(1), zone));
    }

    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        // Where clocks go back across midnight there are two, and the day begins with the first. Where they skip midnight,
        // its offset is the one before, which gives the instant of the change.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
