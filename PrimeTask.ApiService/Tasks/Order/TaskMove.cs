using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks.Order;

/// <summary>Where to, and what else changes with it.</summary>
public sealed record TaskMoveRequest : MoveRequest
{
    /// <summary>Id of the project that it moves to; null for the Inbox.</summary>
    [Example(null)]
    public Maybe<long?> Project { get; init; }

    public Maybe<TaskItemStatus> Status { get; init; }

    /// <summary>Id of the task that it becomes a subtask of; null: it becomes none. As in the body of PATCH.</summary>
    [Example(null)]
    public Maybe<long?> Parent { get; init; }

    /// <summary>Of a recurring task, the later ones are in the same project.</summary>
    internal TaskChanges ReadChanges() => new(default, default, Status, default, default) { Project = Project, Parent = Parent, Following = true };
}

/// <summary>Moves tasks in the order that people make by hand, the moves of an owner's tasks one after another.</summary>
public sealed class TaskMove(PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock)
{
    internal async Task<(TaskEditOutcome? Outcome, TaskResponse? Task)> MoveAsync(
        long id, CurrentUser user, StringValues ifMatch, HandMove move, TaskChanges changes, AuditOrigin origin, CancellationToken cancellationToken)
    {
        if (await db.Tasks.VisibleTo(user).Where(task => task.Id == id).Select(task => (long?)task.OwnerId).SingleOrDefaultAsync(cancellationToken) is not { } owner)
            return (TaskEditOutcome.Missing, null);

        await using (await versions.BeginChangeAsync(CacheVersions.Changed([owner])))
            return await db.InTransactionAsync(MoveInTurnAsync, cancellationToken);

        // Null where the task is not there that it shall be next to.
        async Task<(TaskEditOutcome?, TaskResponse?)> MoveInTurnAsync(CancellationToken cancellation)
        {
            await db.LockOrderAsync(owner, cancellation);
            await db.HoldTaskAsync(id, changes, cancellation);
            if ((await db.FindTasksAsync([id])).GetValueOrDefault(id) is not { } task)
                return (TaskEditOutcome.Missing, null);
            if (ifMatch.Count > 0 && !EntityTags.Match(ifMatch, TaskResponse.From(task).ETag()))
                return (TaskEditOutcome.Changed, null);
            if (!(await db.FindProjectsAsync([changes], cancellation)).Allow(owner, changes))
                return (TaskEditOutcome.NoProject, null);
            var parents = await Parents.ReadAsync(db, [changes], cancellation);
            if (parents.Check(task, owner, changes) is var problem and not TaskEditOutcome.Done)
                return (problem, null);

            if (await db.PlaceAsync(owner, [(id, move)], cancellation) is not { } keys || !keys.Remove(id, out var position))
                return (null, null);

            await db.SpreadAsync(keys, cancellation);
            var (now, before) = (clock.Now(), TaskResponse.From(task));
            AuditEntry[] audit = user.Id == owner ? [] : [AuditEntry.Of(AuditEvent.TaskChanged, user.Id, owner, now, origin, id)];
            if (changes.ChangeMoreThanTheOrder())
            {
                var status = task.Status;
                task.Edit(parents.Place(changes), now);
                var made = await db.FollowAsync(task, status, TaskStep.None, now, cancellation);
                if (user.Id != owner)
                    db.Audit.AddRange(made.Select(next => AuditEntry.Of(AuditEvent.TaskCreated, user.Id, owner, now, origin, next)));
            }

            task.Place(position);
            var after = TaskResponse.From(task);
            var saved = await db.UpdateAsync([task], HistoryEntry.OfChange(before, after, user.Id, now) is { } entry ? [entry] : [], audit);
            await db.SaveChangesAsync(cancellation);
            return (TaskEditOutcome.Done, after with { Version = saved[id] });
        }
    }
}

internal static class TaskOrder
{
    /// <summary>Whether a move changes the task itself too.</summary>
    public static bool ChangeMoreThanTheOrder(this TaskChanges changes) => changes.Status.IsPresent || changes.Project.IsPresent || changes.Parent.IsPresent;

    /// <summary>Moves an owner's tasks, one after another.</summary>
    /// <returns>The new keys: of what was moved, and of others where they had to be spread out; null where one is not there that another shall be next to.</returns>
    public static async Task<Dictionary<long, decimal>?> PlaceAsync(
        this PrimeTaskDbContext db, long owner, IReadOnlyList<(long Id, HandMove Move)> moves, CancellationToken cancellationToken)
    {
        var order = await db.Tasks.Where(task => task.OwnerId == owner).OrderBy(task => task.Position ?? task.Id).ThenBy(task => task.Id)
            .Select(task => new HandPlaced(task.Id, task.Position ?? task.Id)).ToListAsync(cancellationToken);
        var keys = new Dictionary<long, decimal>();
        foreach (var (id, move) in moves)
        {
            order.RemoveAll(item => item.Id == id);
            if (move.PlaceIn(order) is not { } place)
                return null;

            var next = await db.Database.SqlQuery<long>($"SELECT nextval('tasks_id_seq') AS \"Value\"").SingleAsync(cancellationToken);
            var placed = HandOrder.Place(order, place, id, next);
            order.Insert(place, new HandPlaced(id, placed[id]));
            if (placed.Count > 1)
                order = [.. order.Select(item => placed.TryGetValue(item.Id, out var key) ? item with { Key = key } : item)];
            foreach (var (other, key) in placed)
                keys[other] = key;
        }

        return keys;
    }

    public static async Task SpreadAsync(this PrimeTaskDbContext db, IReadOnlyDictionary<long, decimal> keys, CancellationToken cancellationToken)
    {
        long[] ids = [.. keys.Keys];
        decimal[] positions = [.. keys.Values];
        if (ids.Length > 0)
            await db.Database.ExecuteSqlAsync($"UPDATE tasks SET position = rows.position FROM unnest({ids}, {positions}) AS rows (id, position) WHERE tasks.id = rows.id", cancellationToken);
    }
}

internal static class OrderLock
{
    /// <summary>
    /// Until the end of the transaction nobody else moves what this owner has, deletes or restores their projects, or makes or takes back their recurring tasks.
    /// First in the transaction.
    /// </summary>
    public static Task<int> LockOrderAsync(this PrimeTaskDbContext db, long owner, CancellationToken cancellationToken) => db.LockOrderAsync([owner], cancellationToken);

    /// <inheritdoc cref="LockOrderAsync(PrimeTaskDbContext, long, CancellationToken)"/>
    public static Task<int> LockOrderAsync(this PrimeTaskDbContext db, long[] owners, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT id FROM users WHERE id = ANY ({owners}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
}

public static class MoveEndpoints
{
    internal const string Moved = "Task moved successfully";

    public static void MapMove(this IEndpointRouteBuilder tasks) =>
        tasks.MapPost("/{id:long}/move/", MoveAsync).WithName("moveTask").WithSummary("Move a task in the order by hand, and into a project, status or parent if you like")
            .WithMessage(Moved).WithHeader(HeaderMetadata.IfMatch);

    private static async Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> MoveAsync(
        long id, TaskMoveRequest body, HttpContext context, CurrentUser user, TaskMove moves, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var move = body.Read(errors);
        if (errors.Any)
            return new Invalid(errors);

        var (outcome, task) = await moves.MoveAsync(id, user, context.Request.Headers.IfMatch, move, body.ReadChanges(), AuditOrigin.Of(context), cancellationToken);
        return outcome is null ? new Invalid(move.Member, HandMove.Unknown) : TaskEndpoints.Show(context, Moved, outcome.Value, task);
    }
}
