using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Reads single tasks, those that are asked for at the same time with one query.</summary>
public sealed class TaskReading
{
    private readonly GroupedWork<long, TaskResponse?> _reads;

    public TaskReading(IServiceScopeFactory scopes, PrimeTaskMetrics metrics) =>
        _reads = new("read_tasks", metrics, parallel: 2, largest: 100, async ids =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>().ReadTasksAsync(ids);
            return [.. ids.Select(id => found.GetValueOrDefault(id))];
        });

    /// <returns>Null when it is not there for this caller.</returns>
    public async Task<TaskResponse?> ReadAsync(long id, CurrentUser user, CancellationToken cancellationToken)
    {
        var task = await _reads.DoAsync(id).WaitAsync(cancellationToken);
        return task is not null && user.Sees(task.Owner) ? task : null;
    }
}
