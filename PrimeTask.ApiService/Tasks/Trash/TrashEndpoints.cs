using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;

namespace PrimeTask.ApiService.Tasks.Trash;

public static class TrashEndpoints
{
    internal const string Restored = "Task restored successfully";

    private const string Listed = "Trash retrieved successfully";

    private static readonly QueryParameter[] _parameters = [.. OwnerFilter.Parameters, .. PageRequest.Parameters];

    public static void MapTrash(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/trash/", ListAsync).WithName("listTrash").WithSummary("List the tasks in the trash, those that were deleted last first: the own ones, or everybody's for an admin")
            .WithMessage(Listed).WithQuery(_parameters);
        tasks.MapDelete("/trash/", EmptyAsync).WithName("emptyTrash").WithSummary("Delete all of the own tasks in the trash for good");
        tasks.MapPost("/{id:long}/restore/", RestoreAsync).WithName("restoreTask").WithSummary("Put a task in the trash back where it was, with the subtasks that were deleted with it").WithMessage(Restored);
    }

    private static async Task<Results<Ok<Envelope<Page<TrashedTaskSummary>>>, Invalid, Missing>> ListAsync(
        HttpRequest request, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(request.Query, _parameters);
        var (owner, page) = (OwnerFilter.Read(reader, user), PageRequest.Read(reader));
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var tasks = await standby.ReadLatestAsync(primary, TakeAsync, cancellationToken);
        return tasks is null ? new Missing() : Envelope.Ok(Listed, tasks);

        Task<Page<TrashedTaskSummary>?> TakeAsync(PrimeTaskDbContext db)
        {
            var trash = db.TrashedTasks.VisibleTo(user);
            return db.TakeTrashAsync(owner is null ? trash : trash.Where(trashed => trashed.OwnerId == owner), page, request, cancellationToken);
        }
    }

    private static async Task<NoContent> EmptyAsync(CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        await db.TrashedTasks.Where(trashed => trashed.OwnerId == user.Id).OrderBy(trashed => trashed.DeletedAt).DeleteInLotsAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Envelope<TaskResponse>>, Missing>> RestoreAsync(
        long id, HttpContext context, CurrentUser user, TaskTrash trash, CancellationToken cancellationToken)
    {
        if (await trash.RestoreAsync(id, user, AuditOrigin.Of(context), cancellationToken) is not { } task)
            return new Missing();

        context.Response.Headers.ETag = task.ETag();
        return Envelope.Ok(Restored, task);
    }
}
