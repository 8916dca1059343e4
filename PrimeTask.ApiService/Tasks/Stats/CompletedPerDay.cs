using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>How many tasks were completed on each day of a period that ends today, oldest day first.</summary>
/// <param name="Days">How many days, today included.</param>
/// <param name="TimeZone">IANA name of the zone whose days they are.</param>
/// <param name="Results">Every day, also those without any.</param>
public sealed record CompletedPerDay(int Days, [property: Example("Asia/Kolkata")] string TimeZone, IReadOnlyList<CompletedOnDay> Results);

public sealed record CompletedOnDay(DateOnly Date, int Count);

public static class CompletedPerDayEndpoint
{
    public static void MapCompletedPerDay(this IEndpointRouteBuilder tasks) =>
        tasks.MapGet("/stats/completed/", GetAsync).WithName("getCompletedPerDay")
            .WithSummary("Tasks completed on each day up to today: the own ones, or everybody's for an admin")
            .WithMessage(TaskEndpoints.StatsRetrieved).WithQuery(CompletedPerDayQuery.Parameters).CacheList();

    private static async Task<Results<Ok<Envelope<CompletedPerDay>>, Invalid>> GetAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, CompletedPerDayQuery.Parameters);
        var query = CompletedPerDayQuery.Read(reader, user);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var now = clock.GetUtcNow();
        var zone = (await DueDays.ReadAsync(db, user, query.Owner, query.Zone, cancellationToken)).Zone;
        var days = CalendarDays.UpTo(now, query.Days, zone);
        ListCachePolicy.ExpireAt(context, days.End, now);
        var results = await db.ReadCompletedPerDayAsync(user, query.Owner, days, cancellationToken);
        return Envelope.Ok(TaskEndpoints.StatsRetrieved, new CompletedPerDay(query.Days, zone.Name, results));
    }

    /// <summary>
    /// Reads what was completed in the period, from an index, however many tasks there are beside. The days are cut here and not by AT TIME ZONE,
    /// for which names like CET are offsets without daylight saving.
    /// </summary>
    internal static async Task<IReadOnlyList<CompletedOnDay>> ReadCompletedPerDayAsync(
        this PrimeTaskDbContext db, CurrentUser user, long? owner, CalendarDays days, CancellationToken cancellationToken)
    {
        DateTimeOffset[] starts = [.. days.Starts.Select(start => start.Time)];
        var (first, end) = (starts[0], days.End);
        var tasks = db.Tasks.VisibleTo(user);
        if (owner is not null)
            tasks = tasks.Where(task => task.OwnerId == owner);
        var counts = await tasks.Where(task => task.CompletedAt >= first && task.CompletedAt < end)
            .GroupBy(task => PrimeTaskDbContext.WidthBucket(task.CompletedAt!.Value, starts))
            .Select(day => new { Number = day.Key, Count = day.Count() })
            .ToDictionaryAsync(day => day.Number, day => day.Count, cancellationToken);
        return [.. days.Starts.Select((start, index) => new CompletedOnDay(start.Date, counts.GetValueOrDefault(index + 1)))];
    }
}

internal sealed record CompletedPerDayQuery(int Days, string? Zone, long? Owner)
{
    private const int DefaultDays = 30;
    private const int MaxDays = 366;
    private const string DaysParameter = "days";
    private const string ZoneParameter = "time_zone";

    public static IReadOnlyCollection<QueryParameter> Parameters { get; } =
    [
        new(DaysParameter, $"How many days up to today, 1 to {MaxDays}; {DefaultDays} if left out.", "30") { Range = (1, MaxDays) },
        new(ZoneParameter, "IANA name of the time zone whose days are counted; that of the tasks' owner if left out, or the caller's where they are several owners'.", "Asia/Kolkata"),
        .. OwnerFilter.Parameters,
    ];

    public static CompletedPerDayQuery Read(QueryReader query, CurrentUser user) =>
        new((int)(query.Number(DaysParameter) ?? DefaultDays), query.TimeZone(ZoneParameter), OwnerFilter.Read(query, user));
}
