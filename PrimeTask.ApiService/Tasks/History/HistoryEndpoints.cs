using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;

namespace PrimeTask.ApiService.Tasks.History;

public static class HistoryEndpoints
{
    private const string Listed = "History retrieved successfully";

    public static void MapHistory(this IEndpointRouteBuilder tasks) =>
        tasks.MapGet("/{id:long}/history/", ListAsync).WithName("listTaskHistory").WithSummary("List the changes of a task, the newest first; of a task in the trash too")
            .WithMessage(Listed).WithQuery(PageRequest.Parameters);

    private static async Task<Results<Ok<Envelope<Page<HistoryResponse>>>, Invalid, Missing>> ListAsync(
        long id, HttpRequest request, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(request.Query, PageRequest.Parameters);
        var page = PageRequest.Read(reader);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var entries = await standby.ReadLatestAsync(primary, TakeAsync, cancellationToken);
        return entries is null ? new Missing() : Envelope.Ok(Listed, entries);

        async Task<Page<HistoryResponse>?> TakeAsync(PrimeTaskDbContext db)
        {
            var isThere = await db.Tasks.VisibleTo(user).AnyAsync(task => task.Id == id, cancellationToken)
                || await db.TrashedTasks.VisibleTo(user).AnyAsync(task => task.Id == id, cancellationToken);
            if (!isThere)
                return null;

            var ordered = db.TaskHistory.Where(entry => entry.TaskId == id).OrderByDescending(entry => entry.Id).Select(entry => new
            {
                entry.Id,
                entry.At,
                Actor = db.Users.Where(actor => actor.Id == entry.ActorId).Select(actor => new { actor.Id, actor.Username }).FirstOrDefault(),
                entry.Changes,
            });
            var read = await page.TakeAsync(ordered, request, cancellationToken);
            return read?.Map(entry => new HistoryResponse(
                entry.Id, entry.At, entry.Actor?.Id, entry.Actor?.Username, JsonSerializer.Deserialize<Dictionary<string, FieldChange>>(entry.Changes, WireJson.Options)!));
        }
    }
}

/// <param name="Id">Of the entry.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it; null when the account is gone.</param>
/// <param name="ActorUsername">The actor's present username; null when the account is gone.</param>
/// <param name="Changes">By the names that members of a task have; deleted_at where it was moved to the trash, or restored.</param>
public sealed record HistoryResponse(
    long Id,
    DateTimeOffset At,
    long? Actor,
    [property: Example("ann")] string? ActorUsername,
    IReadOnlyDictionary<string, FieldChange> Changes);

/// <param name="From">What the member was, as a task has it.</param>
/// <param name="To">What it became.</param>
public sealed record FieldChange([property: Example("Write the report")] JsonElement From, [property: Example("Write the whole report")] JsonElement To);
