namespace PrimeTask.ApiService.Tasks;

/// <summary>Days of a time zone, each from its first instant to that of the next: 23 or 25 hours where the clocks change.</summary>
/// <param name="Starts">The first instant of each day, in order.</param>
/// <param name="End">The first instant after the last day.</param>
internal sealed record CalendarDays(IReadOnlyList<(DateOnly Date, DateTimeOffset Time)> Starts, DateTimeOffset End)
{
    public static CalendarDays UpTo(DateTimeOffset now, int days, ZoneDays zone)
    {
        var today = zone.DateAt(now);
        var dates = Enumerable.Range(1 - days, days).Select(today.AddDays);
        return new([.. dates.Select(date => (date, zone.StartOf(date)))], zone.StartOf(today.AddDays(1)));
    }
}
