using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Tasks.Trash;

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
        var trashIds = steps.Where(step => step.MayBeInTrash).Select(step => step.Id).Distinct().ToArray();
        var trashed = trashIds.Length == 0
            ? []
            : await db.TrashedTasks.VisibleTo(user).Where(task => trashIds.Contains(task.Id)).Select(task => new { task.Id, task.OwnerId }).ToListAsync(cancellationToken);

        var owners = visible.ToDictionary(task => task.Id, task => task.OwnerId);
        var labels = await LabelNames.ReadAsync(db, steps.Select(step => (OwnerOf(step), step.Changes)), cancellationToken);
        steps = [.. steps.Select(step => step.Changes is null ? step : step with { Changes = labels.Write(OwnerOf(step), step.Changes) })];

        IReadOnlyList<BulkResult> refused = [];
        await using (await versions.BeginChangeAsync(CacheVersions.Changed(visible.Concat(trashed).Select(task => task.OwnerId).Append(user.Id))))
        {
            var (kept, keyReused) = await db.InTransactionAsync(
                cancellation => idempotency.JoinAsync(request, ApplyAsync, cancellation), cancellationToken);
            return new BulkOutcome(kept?.ToResponse(), refused, keyReused);
        }

        long OwnerOf(BulkStep step) => step.Action == BulkAction.Create ? user.Id : owners.GetValueOrDefault(step.Id, user.Id);

        async Task<StoredBulk?> ApplyAsync(CancellationToken cancellation)
        {
            await db.LockOrderAsync([.. visible.Concat(trashed).Select(task => task.OwnerId).Append(user.Id).Distinct()], cancellation);
            var projects = await db.FindProjectsAsync(steps.Select(step => step.Changes), cancellation);
            long[] named = [.. steps.SelectMany(step => new[] { step.Changes?.Parent.Value, step.Move?.Anchor }).OfType<long>().Distinct()];
            var tasks = await LockAsync([.. visible.Select(task => task.Id)], named, cancellation);
            var trash = trashed.Count == 0 ? [] : await LockTrashAsync([.. trashed.Select(task => task.Id)], cancellation);
            var run = new Run(db, audit, user, clock.Now(), tasks, trash, projects)
            {
                Named = await db.Tasks.AsNoTracking().Where(task => named.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancellation),
                OpenSubtasks = await FindOpenSubtasksAsync(steps, cancellation),
            };
            var results = steps.Select(run.Apply).ToArray();
            if (atomic && results.Any(result => !result.Success))
            {
                db.ChangeTracker.Clear();
                refused = results;
                return null;
            }

            await db.SaveChangesAsync(cancellation);
            await run.FinishAsync(cancellation);
            if (steps.Any(step => step.Changes?.Project.IsPresent == true))
                await db.LetSubtasksFollowAsync(cancellation);
            return StoredBulk.Of(new BulkResponse(await ShowAsync(results, run.Touched, cancellation)));
        }
    }

    /// <summary>Holds the tasks, and those that are named beside them, until the end of the transaction: in the order of their ids, so that two requests never wait for each other.</summary>
    private async Task<Dictionary<long, TaskItem>> LockAsync(long[] ids, long[] named, CancellationToken cancellationToken)
    {
        long[] all = [.. ids.Concat(named).Distinct()];
        await db.Database.ExecuteSqlAsync($"SELECT id FROM tasks WHERE id = ANY ({all}) ORDER BY id FOR UPDATE", cancellationToken);
        var tasks = await db.Tasks.Include(task => task.Owner).Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancellationToken);
        foreach (var (id, counts) in await db.CountSubtasksAsync([.. tasks.Keys], cancellationToken))
            tasks[id].With(counts);
        return tasks;
    }

    private async Task<ILookup<long, TaskItem>> FindOpenSubtasksAsync(IReadOnlyList<BulkStep> steps, CancellationToken cancellationToken)
    {
        long[] ids = [.. steps.Where(step => step.Action == BulkAction.Duplicate).Select(step => step.Id).Distinct()];
        return (ids.Length == 0 ? [] : await db.FindOpenSubtasksAsync(ids, cancellationToken)).ToLookup(task => task.ParentId!.Value);
    }

    /// <inheritdoc cref="LockAsync"/>
    private Task<Dictionary<long, TrashedTask>> LockTrashAsync(long[] ids, CancellationToken cancellationToken) =>
        db.TrashedTasks.FromSql($"SELECT * FROM trashed_tasks WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE").AsNoTracking().ToDictionaryAsync(task => task.Id, cancellationToken);

    private async Task<IReadOnlyList<BulkResult>> ShowAsync(
        IReadOnlyList<BulkResult> results, IReadOnlyDictionary<int, Func<long>> touched, CancellationToken cancellationToken)
    {
        var ids = touched.Values.Select(id => id()).Distinct().ToArray();
        var shown = await db.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).Select(TaskResponse.FromTask)
            .ToDictionaryAsync(task => task.Id, cancellationToken);
        return [.. results.Select((result, index) =>
            touched.TryGetValue(index, out var id) && shown.TryGetValue(id(), out var data) ? result with { Data = data, Etag = data.ETag() } : result)];
    }

    /// <summary>One pass over the operations; nothing is saved yet.</summary>
    private sealed class Run(
        PrimeTaskDbContext db,
        AuditTrail audit,
        CurrentUser user,
        DateTimeOffset now,
        Dictionary<long, TaskItem> tasks,
        Dictionary<long, TrashedTask> trash,
        IReadOnlyDictionary<long, long> projects)
    {
        private readonly HashSet<long> _changed = [];
        private readonly HashSet<long> _withNewSubtasks = [];
        private readonly HashSet<long> _gone = [];
        private readonly List<TaskItem> _copies = [];

        /// <summary>Of recurring tasks: the status before the request. What it comes to in the end makes the next one, or takes it back.</summary>
        private readonly Dictionary<TaskItem, TaskItemStatus> _statuses = [];
        private readonly HashSet<TaskItem> _skipped = [];
        private readonly List<TaskItem> _toTrash = [];
        private readonly List<TaskItem> _toDelete = [];
        private readonly List<TrashedTask> _toRestore = [];
        private readonly List<long> _toEmpty = [];
        private readonly List<(TaskItem Task, HandMove Move)> _moves = [];
        private int _index = -1;

        /// <summary>The tasks that the steps name as parents, or to be placed beside, as they were before.</summary>
        public required IReadOnlyDictionary<long, TaskItem> Named { get; init; }

        /// <summary>Of the tasks that are duplicated, as they were before.</summary>
        public required ILookup<long, TaskItem> OpenSubtasks { get; init; }

        /// <summary>The ids of the tasks that were created, changed or restored, by the operation's place. A new task has its id once it is saved.</summary>
        public Dictionary<int, Func<long>> Touched { get; } = [];

        public BulkResult Apply(BulkStep step)
        {
            _index++;
            if (step.Errors.Any)
                return Failed(StatusCodes.Status400BadRequest, Failures.ValidationFailed, step.Errors.ToDictionary());
            if (step.Action == BulkAction.Create)
                return Create(step.Changes!);
            if (step.MayBeInTrash && trash.TryGetValue(step.Id, out var trashed))
                return TakeFromTrash(step, trashed);
            if (step.Action == BulkAction.Restore || !tasks.TryGetValue(step.Id, out var task))
                return Failed(StatusCodes.Status404NotFound, "id");
            // What an operation before this one changed has an ETag that nobody knows yet.
            if (step.IfMatch is { } tag && !EntityTags.Match(tag, _changed.Contains(task.Id) ? "" : TaskResponse.From(task).ETag()))
                return Failed(StatusCodes.Status412PreconditionFailed, "if_match");
            return step.Action switch
            {
                BulkAction.Duplicate => Duplicate(task),
                BulkAction.Delete => Delete(task, step.IsForGood),
                BulkAction.Move => Move(task, step.Move!, step.Changes!),
                _ => Update(task, step.Changes!),
            };
        }

        /// <summary>Once everything else is saved.</summary>
        public async Task FinishAsync(CancellationToken cancellationToken)
        {
            // Before anything is taken back, which others may be placed beside.
            foreach (var moves in _moves.ToLookup(moved => moved.Task.OwnerId))
            {
                var keys = await db.PlaceAsync(moves.Key, [.. moves.Select(moved => (moved.Task.Id, moved.Move))], cancellationToken)
                    ?? throw new InvalidOperationException("A task that is held is not there.");
                foreach (var task in moves.Select(moved => moved.Task).Distinct())
                    task.Place(keys.Remove(task.Id, out var key) ? key : throw new InvalidOperationException("A task that was moved has no place."));
                await db.SpreadAsync(keys, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            foreach (var copy in _copies)
                Audit(AuditEvent.TaskCreated, copy.Id, copy.OwnerId);
            // Before a task that is reopened takes its next one back: what was deleted is in the trash then.
            await RemoveAsync(task => !_statuses.ContainsKey(task), cancellationToken);
            foreach (var (task, before) in _statuses)
            {
                foreach (var made in await db.FollowAsync(task, before, _skipped.Contains(task) ? TaskStep.Skip : TaskStep.None, now, cancellationToken))
                    Audit(AuditEvent.TaskCreated, made, task.OwnerId);
            }

            await db.SaveChangesAsync(cancellationToken);
            await RemoveAsync(_statuses.ContainsKey, cancellationToken);
            // A subtask that is deleted for good does not come back with its parent.
            if (_toEmpty.Count > 0)
                await db.Database.ExecuteSqlAsync($"DELETE FROM trashed_tasks WHERE id = ANY ({_toEmpty}) AND task ->> 'parent_id' IS NOT NULL", cancellationToken);
            if (_toRestore.Count > 0)
            {
                var restored = await db.RestoreAsync(_toRestore, user.Id, now);
                await AuditAlongAsync(AuditEvent.TaskRestored, db.Tasks.Where(task => restored.Contains(task.Id)), [.. _toRestore.Select(task => task.Id)], cancellationToken);
            }

            if (_toEmpty.Count > 0)
            {
                await db.DeleteTrashedSubtasksAsync([.. _toEmpty], cancellationToken);
                await db.TrashedTasks.Where(trashed => _toEmpty.Contains(trashed.Id)).ExecuteDeleteAsync(cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        /// <summary>Parents are deleted for good last: before that, they would take along a subtask that goes to the trash.</summary>
        private async Task RemoveAsync(Func<TaskItem, bool> which, CancellationToken cancellationToken)
        {
            await RemoveAsync(_toDelete.Where(task => which(task) && task.ParentId is not null), forGood: true, cancellationToken);
            await RemoveAsync(_toTrash.Where(which), forGood: false, cancellationToken);
            await RemoveAsync(_toDelete.Where(task => which(task) && task.ParentId is null), forGood: true, cancellationToken);
        }

        private async Task RemoveAsync(IEnumerable<TaskItem> removed, bool forGood, CancellationToken cancellationToken)
        {
            long[] ids = [.. removed.Select(task => task.Id)];
            if (ids.Length == 0)
                return;
            await AuditAlongAsync(
                AuditEvent.TaskDeleted, db.Tasks.Where(task => task.ParentId != null && ids.Contains(task.ParentId.Value)), [.. ids, .. _toTrash.Concat(_toDelete).Select(task => task.Id)], cancellationToken);
            // Held, but what the request did before may have given them other versions.
            TaskItem[] current = [.. (await db.FindTasksAsync(ids)).Values];
            if (forGood)
                await db.DeleteAsync(current);
            else
                await db.TrashAsync(current, [.. current.Select(_ => user.Id)], now);
        }

        /// <summary>What is done to other people's subtasks with their parents.</summary>
        private async Task AuditAlongAsync(AuditEvent what, IQueryable<TaskItem> along, long[] named, CancellationToken cancellationToken)
        {
            if (!user.IsAdmin)
                return;
            foreach (var task in await along.Where(task => task.OwnerId != user.Id && !named.Contains(task.Id)).Select(task => new { task.Id, task.OwnerId }).ToListAsync(cancellationToken))
                Audit(what, task.Id, task.OwnerId);
        }

        private BulkResult Create(TaskChanges changes)
        {
            if (!projects.Allow(user.Id, changes))
                return Failed(TaskEditOutcome.NoProject);
            if (Place(null, user.Id, ref changes) is { } refused)
                return refused;
            var task = TaskItem.Create(user.Id, changes, now);
            db.Tasks.Add(task);
            Touched[_index] = () => task.Id;
            return new BulkResult(true, StatusCodes.Status201Created, TaskEndpoints.Created);
        }

        private BulkResult Update(TaskItem task, TaskChanges changes)
        {
            if (!projects.Allow(task.OwnerId, changes))
                return Failed(TaskEditOutcome.NoProject);
            if (TaskSeries.Refuse(task, changes) is { } refusal)
                return Failed(refusal);
            if (Place(task, task.OwnerId, ref changes) is { } refused)
                return refused;
            var before = TaskResponse.From(task);
            if (TaskSeries.Concerns(task, changes))
                _statuses.TryAdd(task, task.Status);
            if (changes.Step == TaskStep.Skip && task.IsOpen)
                _skipped.Add(task);
            task.Edit(changes, now);
            if (HistoryEntry.OfChange(before, TaskResponse.From(task), user.Id, now) is { } entry)
                db.TaskHistory.Add(entry);
            Touch(task);
            return new BulkResult(true, StatusCodes.Status200OK, TaskEndpoints.Updated);
        }

        private BulkResult Move(TaskItem task, HandMove move, TaskChanges changes)
        {
            if (move.Anchor is { } anchor && (anchor == task.Id || Find(anchor)?.OwnerId != task.OwnerId))
                return Failed(StatusCodes.Status400BadRequest, Failures.ValidationFailed, Failures.One($"data.{move.Member}", HandMove.Unknown));
            if (changes.ChangeMoreThanTheOrder())
            {
                // A move has no scope: of a task that has its next one already it changes this one.
                if (Update(task, changes with { Following = task.NextId is null }) is { Success: false } refused)
                    return refused;
            }
            else
            {
                Touch(task);
            }

            _moves.Add((task, move));
            return new BulkResult(true, StatusCodes.Status200OK, MoveEndpoints.Moved);
        }

        private void Touch(TaskItem task)
        {
            Audit(AuditEvent.TaskChanged, task.Id, task.OwnerId);
            _changed.Add(task.Id);
            Touched[_index] = () => task.Id;
        }

        /// <summary>What was deleted is there no more; what was not named to be changed is as it was.</summary>
        private TaskItem? Find(long id) => _gone.Contains(id) ? null : tasks.GetValueOrDefault(id) ?? Named.GetValueOrDefault(id);

        private BulkResult Duplicate(TaskItem task)
        {
            var copy = task.Duplicate(now);
            foreach (var subtask in OpenSubtasks[task.Id].Where(subtask => !_gone.Contains(subtask.Id)).Select(subtask => tasks.GetValueOrDefault(subtask.Id, subtask)))
            {
                // The request may have changed it by now, and moved its parent.
                if (subtask.IsOpen && subtask.ParentId == task.Id)
                    copy.Children.Add(subtask.Duplicate(now).In(copy.ProjectId));
            }

            db.Tasks.Add(copy);
            _copies.AddRange([copy, .. copy.Children]);
            Touched[_index] = () => copy.Id;
            return new BulkResult(true, StatusCodes.Status201Created, TaskEndpoints.Duplicated);
        }

        private BulkResult Delete(TaskItem task, bool forGood)
        {
            if (forGood)
                _toDelete.Add(task);
            else
                _toTrash.Add(task);
            tasks.Remove(task.Id);
            _gone.Add(task.Id);
            Audit(AuditEvent.TaskDeleted, task.Id, task.OwnerId);
            return Deleted();
        }

        private BulkResult TakeFromTrash(BulkStep step, TrashedTask trashed)
        {
            // What is in the trash has no version.
            if (step.IfMatch is not null)
                return Failed(StatusCodes.Status412PreconditionFailed, "if_match");
            trash.Remove(trashed.Id);
            Audit(step.IsForGood ? AuditEvent.TaskDeleted : AuditEvent.TaskRestored, trashed.Id, trashed.OwnerId);
            if (step.IsForGood)
            {
                _toEmpty.Add(trashed.Id);
                return Deleted();
            }

            _toRestore.Add(trashed);
            Touched[_index] = () => trashed.Id;
            return new BulkResult(true, StatusCodes.Status200OK, TrashEndpoints.Restored);
        }

        private static BulkResult Deleted() => new(true, StatusCodes.Status204NoContent, "Task deleted successfully");

        private void Audit(AuditEvent what, long taskId, long ownerId)
        {
            if (ownerId != user.Id)
                audit.Add(what, ownerId, user.Id, taskId);
        }

        /// <summary>Where the changes make a subtask, it goes where its parent is now.</summary>
        /// <returns>Why it can't be one.</returns>
        private BulkResult? Place(TaskItem? task, long owner, ref TaskChanges changes)
        {
            if (changes.Parent.Value is not { } id)
                return null;
            var parents = Parents.Of(Find(id), changes);
            var problem = parents.Check(task, owner, changes);
            if (problem == TaskEditOutcome.Done && task is not null && _withNewSubtasks.Contains(task.Id))
                problem = TaskEditOutcome.HasSubtasks;
            if (problem != TaskEditOutcome.Done)
                return Failed(problem);
            changes = parents.Place(changes);
            _withNewSubtasks.Add(id);
            return null;
        }

        private static BulkResult Failed(TaskEditOutcome refusal)
        {
            var (member, sentence) = refusal.Problem()!.Value;
            return Failed(StatusCodes.Status400BadRequest, Failures.ValidationFailed, Failures.One(member == TaskEndpoints.Scope ? member : $"data.{member}", sentence));
        }

        private static BulkResult Failed(int status, string field)
        {
            var (message, detail) = Failures.Usual(status);
            return Failed(status, message, Failures.One(field, detail));
        }

        private static BulkResult Failed(int status, string message, IReadOnlyDictionary<string, string[]> errors) =>
            new(false, status, message) { Errors = errors };
    }
}
