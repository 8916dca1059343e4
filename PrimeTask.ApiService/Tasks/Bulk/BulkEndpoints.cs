using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.OpenApi;

namespace PrimeTask.ApiService.Tasks.Bulk;

public static class BulkEndpoints
{
    private const string Done = "All operations succeeded";

    public static void MapBulk(this IEndpointRouteBuilder tasks) =>
        tasks.MapPost("/bulk/", RunAsync).WithName("changeTasks")
            .WithSummary("Create, update, complete, reopen, skip, move, delete, restore and duplicate up to 200 tasks, all or nothing unless atomic is false")
            .WithMessage(Done).WithHeader(IdempotencyKeys.Header);

    private static async Task<Results<Ok<Envelope<BulkResponse>>, BulkRefused, KeyReused>> RunAsync(
        BulkRequest body, HttpContext context, CurrentUser user, TaskBulk bulk, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var steps = body.Read(errors);
        var request = idempotency.Read(
            context.Request, "changeTasks", user.Key, new { body.Atomic, Steps = steps.Select(step => step with { Errors = [] }) }, errors);
        if (errors.Any)
            return new BulkRefused(StatusCodes.Status400BadRequest, errors);

        var outcome = await bulk.RunAsync(user, steps, body.Atomic, request, cancellationToken);
        if (outcome.KeyReused)
            return new KeyReused();
        if (outcome.Response is not { } response)
            return BulkRefused.Because(outcome.Refused);

        var failed = response.Results.Count(result => !result.Success);
        return Envelope.Ok(failed == 0 ? Done : $"{failed} of {response.Results.Count} operations failed", response);
    }
}

/// <summary>Nothing was done: 400 when an operation is wrong, else 412 when a task has changed, else 404.</summary>
public sealed class BulkRefused(int status, FieldErrors errors) : IResult, IEndpointMetadataProvider
{
    private static readonly int[] _statuses = [StatusCodes.Status400BadRequest, StatusCodes.Status412PreconditionFailed, StatusCodes.Status404NotFound];

    public static BulkRefused Because(IReadOnlyList<BulkResult> results)
    {
        var errors = new FieldErrors();
        foreach (var (index, result) in results.Index().Where(result => !result.Item.Success))
        {
            foreach (var (field, sentences) in result.Errors!)
                errors.Add($"operations[{index}]" + (field == Failures.Detail ? "" : $".{field}"), sentences[0]);
        }

        return new BulkRefused(_statuses.First(status => results.Any(result => result.Status == status)), errors);
    }

    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(
            httpContext, status, status == StatusCodes.Status400BadRequest ? Failures.ValidationFailed : null, errors.ToDictionary());

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in _statuses)
            FailureMetadata.Add(builder, status);
    }
}
