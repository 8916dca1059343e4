using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Npgsql;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Tasks;

public enum TaskEditOutcome
{
    Done,
    Missing,

    /// <summary>If-Match names another state of the task.</summary>
    Changed,

    /// <summary>The changes name a project that the task's owner has not.</summary>
    NoProject,

    /// <summary>The changes name a parent that the task's owner has not.</summary>
    NoParent,

    /// <summary>The changes name the task itself as its parent.</summary>
    OwnParent,

    ParentIsSubtask,

    /// <summary>A task with subtasks can't become one.</summary>
    HasSubtasks,

    /// <summary>The changes name another project than the parent's.</summary>
    OtherProject,

    /// <summary>A recurring task would have no due date.</summary>
    NoDueDate,

    /// <summary>Only occurrences of a recurring task can be skipped.</summary>
    NotRecurring,

    /// <summary>A later occurrence is there already, which is to be changed instead.</summary>
    HasNext,
}

internal static class TaskEditOutcomes
{
    /// <summary>The member of the request that is wrong, and why; null where none is.</summary>
    public static (string Member, string Sentence)? Problem(this TaskEditOutcome outcome) => outcome switch
    {
        TaskEditOutcome.NoProject => ("project", ProjectQueries.Unknown),
        TaskEditOutcome.NoParent => ("parent", "There is no such task."),
        TaskEditOutcome.OwnParent => ("parent", "A task can't be a subtask of itself."),
        TaskEditOutcome.ParentIsSubtask => ("parent", "That task is a subtask, and subtasks have no subtasks."),
        TaskEditOutcome.HasSubtasks => ("parent", "This task has subtasks, so it can't be a subtask itself."),
        TaskEditOutcome.OtherProject => ("project", "A subtask is in the project of its parent."),
        TaskEditOutcome.NoDueDate => ("recurrence", RecurrenceRule.NeedsDueDate),
        TaskEditOutcome.NotRecurring => ("recurrence", "This task does not recur."),
        TaskEditOutcome.HasNext => (TaskEndpoints.Scope, "The next one has been made already: change that one."),
        _ => null,
    };
}

/// <param name="Id">Of the task.</param>
/// <param name="User">Who asks.</param>
/// <param name="IfMatch">The header.</param>
/// <param name="Changes">Null: delete it.</param>
/// <param name="Origin">For the audit.</param>
/// <param name="ForGood">Of a deletion: past the trash.</param>
internal sealed record TaskEdit(long Id, CurrentUser User, StringValues IfMatch, TaskChanges? Changes, AuditOrigin Origin, bool ForGood = false);

/// <param name="Outcome">What became of an edit.</param>
/// <param name="Task">As it is then.</param>
/// <param name="Thrown">What kept it from being done.</param>
internal sealed record TaskEdited(TaskEditOutcome Outcome, TaskResponse? Task, Exception? Thrown = null);

/// <summary>Changes tasks so that no caller's change is lost to another's; changes that come at the same time with one statement.</summary>
public sealed class TaskEditor
{
    private const int Lanes = 2;

    /// <summary>How often all changes of a group may lose to those of other replicas.</summary>
    private const int MaxLosses = 20;

    private readonly IServiceScopeFactory _scopes;
    private readonly CacheVersions _versions;
    private readonly TimeProvider _clock;

    /// <summary>Edits of one task always go the same way, so that they follow one another and none of them has to lose.</summary>
    private readonly GroupedWork<TaskEdit, TaskEdited>[] _lanes;

    public TaskEditor(IServiceScopeFactory scopes, CacheVersions versions, PrimeTaskMetrics metrics, TimeProvider clock)
    {
        (_scopes, _versions, _clock) = (scopes, versions, clock);
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ =>
            new GroupedWork<TaskEdit, TaskEdited>("edit_tasks", metrics, parallel: 1, largest: 100, RunAsync))];
    }

    public Task<(TaskEditOutcome Outcome, TaskResponse? Task)> EditAsync(
        long id, CurrentUser user, StringValues ifMatch, TaskChanges changes, AuditOrigin origin, CancellationToken cancellationToken) =>
        DoAsync(new(id, user, ifMatch, changes, origin)).WaitAsync(cancellationToken);

    /// <summary>Moves a task to the trash, or deletes it for good.</summary>
    public async Task<TaskEditOutcome> DeleteAsync(
        long id, CurrentUser user, StringValues ifMatch, bool forGood, AuditOrigin origin, CancellationToken cancellationToken) =>
        (await DoAsync(new(id, user, ifMatch, null, origin, forGood)).WaitAsync(cancellationToken)).Outcome;

    private async Task<(TaskEditOutcome Outcome, TaskResponse? Task)> DoAsync(TaskEdit edit)
    {
        var (outcome, task, thrown) = await _lanes[(ulong)edit.Id % Lanes].DoAsync(edit);
        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
        return (outcome, task);
    }

    private async Task<IReadOnlyList<TaskEdited>> RunAsync(IReadOnlyList<TaskEdit> edits)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var run = new Run(db, _versions, _clock.Now(), edits);
        for (var losses = 0; run.IsUnderWay;)
        {
            if (!await run.NextAsync() && ++losses == MaxLosses)
                throw new TimeoutException("Other changes of the same tasks always came first.");
        }

        return run.Outcomes;
    }

    /// <summary>
    /// The edits of a group. In each round every task gets the first of its edits that are left; in the order of their ids, so that two replicas
    /// seldom wait for each other.
    /// </summary>
    private sealed class Run(PrimeTaskDbContext db, CacheVersions versions, DateTimeOffset now, IReadOnlyList<TaskEdit> edits)
    {
        private readonly SortedSet<int> _left = [.. Enumerable.Range(0, edits.Count)];

        public TaskEdited[] Outcomes { get; } = new TaskEdited[edits.Count];

        public bool IsUnderWay => _left.Count > 0;

        /// <returns>False when it came to nothing, because others changed all of these tasks meanwhile.</returns>
        public async Task<bool> NextAsync()
        {
            var before = _left.Count;
            var round = _left.DistinctBy(place => edits[place].Id).OrderBy(place => edits[place].Id).ToArray();
            var tasks = await db.FindTasksAsync([.. round.Select(place => edits[place].Id)]);
            var projects = await db.FindProjectsAsync(round.Select(place => edits[place].Changes), CancellationToken.None);
            var parents = await Parents.ReadAsync(db, round.Select(place => edits[place].Changes), CancellationToken.None);
            var allowed = round.Where(place => IsAllowed(place, tasks.GetValueOrDefault(edits[place].Id), projects, parents)).ToArray();
            try
            {
                if (allowed.Length > 0)
                    await SaveAsync(allowed, tasks, parents);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // Another replica's group has the same tasks in another order; the database let that one go first.
            }

            return _left.Count < before;
        }

        private bool IsAllowed(int place, TaskItem? task, IReadOnlyDictionary<long, long> projects, Parents parents) =>
            Refuse(edits[place], task, projects, parents) is not { } refusal || Settle(place, refusal);

        private static TaskEditOutcome? Refuse(TaskEdit edit, TaskItem? task, IReadOnlyDictionary<long, long> projects, Parents parents) =>
            task is null || !edit.User.Sees(task.OwnerId) ? TaskEditOutcome.Missing
            : !projects.Allow(task.OwnerId, edit.Changes) ? TaskEditOutcome.NoProject
            : parents.Check(task, task.OwnerId, edit.Changes) is var problem and not TaskEditOutcome.Done ? problem
            : edit.IfMatch.Count > 0 && !EntityTags.Match(edit.IfMatch, TaskResponse.From(task).ETag()) ? TaskEditOutcome.Changed
            : edit.Changes is null ? null
            : TaskSeries.Refuse(task, edit.Changes);

        private async Task SaveAsync(int[] places, IReadOnlyDictionary<long, TaskItem> tasks, Parents parents)
        {
            await using var change = await versions.BeginChangeAsync(CacheVersions.Changed(places.Select(place => tasks[edits[place].Id].OwnerId)));
            var recurring = places.Where(place => TaskSeries.Concerns(tasks[edits[place].Id], edits[place].Changes)).ToArray();
            foreach (var place in recurring)
            {
                try
                {
                    await UpdateRecurringAsync(place, tasks[edits[place].Id].OwnerId);
                }
                catch (Exception exception) when (exception is not PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
                {
                    // It has a transaction of its own: the other edits have nothing to do with it.
                    Outcomes[place] = new(default, null, exception);
                    _left.Remove(place);
                }
            }

            foreach (var kind in places.Except(recurring).GroupBy(place => (IsDeletion: edits[place].Changes is null, edits[place].ForGood)))
            {
                if (kind.Key.IsDeletion)
                    await DeleteAsync([.. kind], kind.Key.ForGood, tasks);
                else
                    await UpdateAsync([.. kind], tasks, parents);
            }
        }

        private async Task DeleteAsync(int[] places, bool forGood, IReadOnlyDictionary<long, TaskItem> tasks)
        {
            TaskItem[] deleted = [.. places.Select(place => tasks[edits[place].Id])];
            var audit = Audit(places, tasks);
            var gone = await db.InTransactionAsync(
                _ => forGood ? db.DeleteAsync(deleted, audit) : db.TrashAsync(deleted, [.. places.Select(place => edits[place].User.Id)], now, audit), CancellationToken.None);
            foreach (var place in places.Where(place => gone.Contains(edits[place].Id)))
                Settle(place, TaskEditOutcome.Done);
        }

        private async Task UpdateAsync(int[] places, IReadOnlyDictionary<long, TaskItem> tasks, Parents parents)
        {
            var labels = await LabelNames.ReadAsync(db, places.Select(place => (tasks[edits[place].Id].OwnerId, edits[place].Changes)), CancellationToken.None);
            var responses = new Dictionary<long, TaskResponse>();
            List<HistoryEntry> history = [];
            foreach (var edit in places.Select(place => edits[place]))
            {
                var before = TaskResponse.From(tasks[edit.Id]);
                tasks[edit.Id].Edit(labels.Write(tasks[edit.Id].OwnerId, parents.Place(edit.Changes!)), now);
                responses[edit.Id] = TaskResponse.From(tasks[edit.Id]);
                if (HistoryEntry.OfChange(before, responses[edit.Id], edit.User.Id, now) is { } entry)
                    history.Add(entry);
            }

            var saved = await db.InTransactionAsync(
                async cancellation =>
                {
                    var lost = await db.HoldSubtasksAsync(places.Where(place => edits[place].Changes!.Parent.IsPresent).Select(place => tasks[edits[place].Id]), cancellation);
                    return await db.UpdateAsync([.. places.Select(place => tasks[edits[place].Id]).Where(task => !lost.Contains(task.Id))], history, Audit(places, tasks));
                },
                CancellationToken.None);
            foreach (var place in places.Where(place => saved.ContainsKey(edits[place].Id)))
                Settle(place, TaskEditOutcome.Done, responses[edits[place].Id] with { Version = saved[edits[place].Id] });
        }

        /// <summary>One alone, with the tasks that it makes or takes back.</summary>
        private async Task UpdateRecurringAsync(int place, long owner)
        {
            var edit = edits[place];
            var changes = edit.Changes!;
            var labels = await LabelNames.ReadAsync(db, [(owner, changes)], CancellationToken.None);
            var (outcome, response) = await db.InTransactionAsync(UpdateInTurnAsync, CancellationToken.None);
            Settle(place, outcome, response);

            async Task<(TaskEditOutcome, TaskResponse?)> UpdateInTurnAsync(CancellationToken cancellation)
            {
                await db.LockOrderAsync(owner, cancellation);
                await db.HoldTaskAsync(edit.Id, changes, cancellation);
                var task = (await db.FindTasksAsync([edit.Id])).GetValueOrDefault(edit.Id);
                var parents = await Parents.ReadAsync(db, [changes], cancellation);
                if (Refuse(edit, task, await db.FindProjectsAsync([changes], cancellation), parents) is { } refusal)
                    return (refusal, null);

                var (before, status) = (TaskResponse.From(task!), task!.Status);
                task.Edit(parents.Place(labels.Write(owner, changes)), now);
                var made = await db.FollowAsync(task, status, changes.Step, now, cancellation);
                if (edit.User.Id != owner)
                    db.Audit.AddRange(made.Select(id => AuditEntry.Of(AuditEvent.TaskCreated, edit.User.Id, owner, now, edit.Origin, id)));
                var after = TaskResponse.From(task);
                var saved = await db.UpdateAsync([task], HistoryEntry.OfChange(before, after, edit.User.Id, now) is { } entry ? [entry] : [], [.. Audit(edit, owner)]);
                await db.SaveChangesAsync(cancellation);
                return (TaskEditOutcome.Done, after with { Version = saved[edit.Id] });
            }
        }

        /// <summary>What is done to other people's tasks.</summary>
        private AuditEntry[] Audit(int[] places, IReadOnlyDictionary<long, TaskItem> tasks) =>
            [.. places.SelectMany(place => Audit(edits[place], tasks[edits[place].Id].OwnerId))];

        private IEnumerable<AuditEntry> Audit(TaskEdit edit, long owner) => edit.User.Id == owner ? []
            : [AuditEntry.Of(edit.Changes is null ? AuditEvent.TaskDeleted : AuditEvent.TaskChanged, edit.User.Id, owner, now, edit.Origin, edit.Id)];

        private bool Settle(int place, TaskEditOutcome outcome, TaskResponse? task = null)
        {
            Outcomes[place] = new(outcome, task);
            _left.Remove(place);
            return false;
        }
    }
}
