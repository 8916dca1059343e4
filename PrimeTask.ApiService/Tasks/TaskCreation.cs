using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>A task as it was answered.</summary>
public sealed record TaskAnswer(TaskResponse Task, string ETag)
{
    public static TaskAnswer Of(TaskResponse task) => new(task, task.ETag());
}

/// <summary>Creates tasks, each once also when its request is repeated.</summary>
public sealed class TaskCreation(PrimeTaskDbContext db, CacheVersions versions, Idempotency idempotency, TimeProvider clock)
{
    public async Task<Idempotent<TaskAnswer>> CreateAsync(
        CurrentUser user, TaskChanges changes, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.AllTasks, CacheVersions.TasksOf(user.Id)))
            return await idempotency.RunAsync(request, AddAsync, cancellationToken);

        async Task<TaskAnswer?> AddAsync(CancellationToken cancellation)
        {
            var task = TaskItem.Create(user.Id, changes, clock.Now());
            db.Tasks.Add(task);
            await db.SaveChangesAsync(cancellation);
            return TaskAnswer.Of((await db.ReadTaskAsync(task.Id, user, cancellation))!);
        }
    }
}
