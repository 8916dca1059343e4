using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;

namespace PrimeTask.ApiService.Tasks.Bulk;

/// <param name="Response">What was done; null when nothing was.</param>
/// <param name="Refused">Why all of an atomic request was refused.</param>
/// <param name="KeyReused">See <see cref="Idempotent{T}"/>.</param>
public sealed record BulkOutcome(BulkResponse? Response, IReadOnlyList<BulkResult> Refused, bool KeyReused);

/// <summary>Does many operations in one transaction, under the rules of single requests.</summary>
public sealed class TaskBulk(PrimeTaskDbContext db, CacheVersions versions, IdempotentWrites idempotency, AuditTrail audit, TimeProvider clock)
{
    public async Task<BulkOutcome> RunAsync(
        CurrentUser user, IReadOnlyList<BulkStep> steps, bool atomic, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        var ids = steps.Where(step => step.Action != BulkAction.Create).Select(step => step.Id).Distinct().ToArray();
        var visible = await db.Tasks.VisibleTo(user).Where(task => ids.Contains(task.Id)).Select(task => new { task.Id, task.OwnerId }).ToListAsync(cancellationToken);

        var owners = visible.ToDictionary(task => task.Id, task => task.OwnerId);
        var labels = await LabelNames.ReadAsync(db, steps.Select(step => (OwnerOf(step), step.Changes)), cancellationToken);
        steps = [.. steps.Select(step => step.Changes is null ? step : step with { Changes = labels.Write(OwnerOf(step), step.Changes) })];

        IReadOnlyList<BulkResult> refused = [];
        await using (await versions.BeginChangeAsync(CacheVersions.Changed(visible.Select(task => task.OwnerId).Append(user.Id))))
        {
            var (kept, keyReused) = await db.InTransactionAsync(
                cancellation => idempotency.JoinAsync(request, ApplyAsync, cancellation), cancellationToken);
            return new BulkOutcome(kept?.ToResponse(), refused, keyReused);
        }

        long OwnerOf(BulkStep step) => step.Action == BulkAction.Create ? user.Id : owners.GetValueOrDefault(step.Id, user.Id);

        async Task<StoredBulk?> ApplyAsync(CancellationToken cancellation)
        {
            var projects = await LockProjectsAsync(steps, cancellation);
            var run = new Run(db, audit, user, clock.Now(), await LockAsync([.. visible.Select(task => task.Id)], cancellation), projects);
            var results = steps.Select(run.Apply).ToArray();
            if (atomic && results.Any(result => !result.Success))
            {
                db.ChangeTracker.Clear();
                refused = results;
                return null;
            }

            await db.SaveChangesAsync(cancellation);
            return StoredBulk.Of(new BulkResponse(await ShowAsync(results, run.Touched, cancellation)));
        }
    }

    /// <summary>The projects that the steps name, which nobody deletes until the end of the transaction. Before the tasks: who deletes a project has it first, too.</summary>
    private async Task<IReadOnlyDictionary<long, long>> LockProjectsAsync(IReadOnlyList<BulkStep> steps, CancellationToken cancellationToken)
    {
        long[] ids = [.. steps.Select(step => step.Changes?.Project.Value).OfType<long>().Distinct()];
        if (ids.Length > 0)
            await db.Database.ExecuteSqlAsync($"SELECT id FROM projects WHERE id = ANY ({ids}) ORDER BY id FOR SHARE", cancellationToken);
        return await db.FindProjectsAsync(steps.Select(step => step.Changes), cancellationToken);
    }

    /// <summary>Holds the tasks until the end of the transaction: in the order of their ids, so that two requests never wait for each other.</summary>
    private async Task<Dictionary<long, TaskItem>> LockAsync(long[] ids, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT id FROM tasks WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE", cancellationToken);
        return await db.Tasks.Include(task => task.Owner).Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancellationToken);
    }

    private async Task<IReadOnlyList<BulkResult>> ShowAsync(
        IReadOnlyList<BulkResult> results, IReadOnlyDictionary<int, TaskItem> touched, CancellationToken cancellationToken)
    {
        var ids = touched.Values.Select(task => task.Id).Distinct().ToArray();
        var shown = await db.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).Select(TaskResponse.FromTask)
            .ToDictionaryAsync(task => task.Id, cancellationToken);
        return [.. results.Select((result, index) =>
            touched.TryGetValue(index, out var task) && shown.TryGetValue(task.Id, out var data) ? result with { Data = data, Etag = data.ETag() } : result)];
    }

    /// <summary>One pass over the operations; nothing is saved yet.</summary>
    private sealed class Run(PrimeTaskDbContext db, AuditTrail audit, CurrentUser user, DateTimeOffset now, Dictionary<long, TaskItem> tasks, IReadOnlyDictionary<long, long> projects)
    {
        private readonly HashSet<long> _changed = [];
        private int _index = -1;

        /// <summary>The tasks that were created or changed, by the operation's place.</summary>
        public Dictionary<int, TaskItem> Touched { get; } = [];

        public BulkResult Apply(BulkStep step)
        {
            _index++;
            if (step.Errors.Any)
                return Failed(StatusCodes.Status400BadRequest, Failures.ValidationFailed, step.Errors.ToDictionary());
            if (step.Action == BulkAction.Create)
                return Create(step.Changes!);
            if (!tasks.TryGetValue(step.Id, out var task))
                return Failed(StatusCodes.Status404NotFound, "id");
            // What an operation before this one changed has an ETag that nobody knows yet.
            if (step.IfMatch is { } tag && !EntityTags.Match(tag, _changed.Contains(task.Id) ? "" : TaskResponse.From(task).ETag()))
                return Failed(StatusCodes.Status412PreconditionFailed, "if_match");
            return step.Action == BulkAction.Update ? Update(task, step.Changes!) : Delete(task);
        }

        private BulkResult Create(TaskChanges changes)
        {
            if (!projects.Allow(user.Id, changes))
                return NoProject();
            var task = TaskItem.Create(user.Id, changes, now);
            db.Tasks.Add(task);
            Touched[_index] = task;
            return new BulkResult(true, StatusCodes.Status201Created, TaskEndpoints.Created);
        }

        private BulkResult Update(TaskItem task, TaskChanges changes)
        {
            if (!projects.Allow(task.OwnerId, changes))
                return NoProject();
            task.Edit(changes, now);
            Audit(AuditEvent.TaskChanged, task);
            _changed.Add(task.Id);
            Touched[_index] = task;
            return new BulkResult(true, StatusCodes.Status200OK, TaskEndpoints.Updated);
        }

        private BulkResult Delete(TaskItem task)
        {
            db.Tasks.Remove(task);
            tasks.Remove(task.Id);
            Audit(AuditEvent.TaskDeleted, task);
            return new BulkResult(true, StatusCodes.Status204NoContent, "Task deleted successfully");
        }

        private void Audit(AuditEvent what, TaskItem task)
        {
            if (task.OwnerId != user.Id)
                audit.Add(what, task.OwnerId, user.Id, task.Id);
        }

        private static BulkResult NoProject() =>
            Failed(StatusCodes.Status400BadRequest, Failures.ValidationFailed, Failures.One("data.project", ProjectQueries.Unknown));

        private static BulkResult Failed(int status, string field)
        {
            var (message, detail) = Failures.Usual(status);
            return Failed(status, message, Failures.One(field, detail));
        }

        private static BulkResult Failed(int status, string message, IReadOnlyDictionary<string, string[]> errors) =>
            new(false, status, message) { Errors = errors };
    }
}
