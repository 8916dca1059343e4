using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.OpenApi;

namespace PrimeTask.ApiService.Tasks.Recurrence;

public static class SeriesEndpoints
{
    private const string Completed = "Task completed successfully";
    private const string Reopened = "Task reopened successfully";
    private const string Skipped = "Task skipped successfully";

    public static void MapSeries(this IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("/{id:long}/complete/", CompleteAsync).WithName("completeTask").WithSummary("Complete a task; of a recurring one, the next is made")
            .WithMessage(Completed).WithHeader(HeaderMetadata.IfMatch);
        tasks.MapPost("/{id:long}/reopen/", ReopenAsync).WithName("reopenTask")
            .WithSummary("Give a task the status back that it had before it was completed or cancelled; the next one that was made then goes, unless somebody has changed it")
            .WithMessage(Reopened).WithHeader(HeaderMetadata.IfMatch);
        tasks.MapPost("/{id:long}/skip/", SkipAsync).WithName("skipTask").WithSummary("Cancel this occurrence of a recurring task and make the next one")
            .WithMessage(Skipped).WithHeader(HeaderMetadata.IfMatch);
    }

    private static Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> CompleteAsync(
        long id, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken) =>
        TaskEndpoints.EditAsync(id, TaskChanges.Completed, Completed, context, user, editor, cancellationToken);

    private static Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> ReopenAsync(
        long id, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken) =>
        TaskEndpoints.EditAsync(id, TaskChanges.Of(TaskStep.Reopen), Reopened, context, user, editor, cancellationToken);

    private static Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> SkipAsync(
        long id, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken) =>
        TaskEndpoints.EditAsync(id, TaskChanges.Of(TaskStep.Skip), Skipped, context, user, editor, cancellationToken);
}
