using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Creates tasks: those that can be repeated each in a transaction with its response, the others together.</summary>
public sealed class TaskCreation(IServiceScopeFactory scopes, CacheVersions versions, TaskInserts inserts, TimeProvider clock)
{
    public async Task<Idempotent<StoredCreation>> CreateAsync(
        CurrentUser user, TaskChanges changes, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var labels = await LabelNames.ReadAsync(db, [(user.Id, changes)], cancellationToken);
        var task = TaskItem.Create(user.Id, labels.Write(user.Id, changes), clock.Now());
        if (request is null)
            return new(ToStored(await inserts.InsertAsync(task).WaitAsync(cancellationToken)));

        var idempotency = scope.ServiceProvider.GetRequiredService<IdempotentWrites>();
        await using (await versions.BeginChangeAsync(CacheVersions.AllTasks, CacheVersions.TasksOf(user.Id)))
        {
            return await db.InTransactionAsync(
                cancellation => idempotency.JoinAsync(request, async _ => ToStored((await db.InsertAsync([task]))[0]), cancellation), cancellationToken);
        }
    }

    private static StoredCreation ToStored(TaskResponse? created) =>
        StoredCreation.Of(created ?? throw new DbUpdateConcurrencyException("The owner was deleted while the request ran."));
}

/// <summary>Inserts new tasks, those that come at the same time with one statement.</summary>
public sealed class TaskInserts
{
    private readonly GroupedWork<TaskItem, TaskResponse?> _inserts;

    public TaskInserts(IServiceScopeFactory scopes, CacheVersions versions, PrimeTaskMetrics metrics) =>
        _inserts = new("insert_tasks", metrics, parallel: 2, largest: 100, async tasks =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await using (await versions.BeginChangeAsync(CacheVersions.Changed(tasks.Select(task => task.OwnerId))))
            {
                var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
                return await db.InTransactionAsync(_ => db.InsertAsync(tasks), CancellationToken.None);
            }
        });

    /// <returns>Null when the owner is gone.</returns>
    /// <remarks>It is created also when nobody waits for it any more.</remarks>
    public Task<TaskResponse?> InsertAsync(TaskItem task) => _inserts.DoAsync(task);
}
