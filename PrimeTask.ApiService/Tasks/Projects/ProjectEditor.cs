using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks.Projects;

/// <summary>Creates and changes projects, each in a transaction that holds it.</summary>
public sealed class ProjectEditor(PrimeTaskDbContext db, CacheVersions versions, IdempotentWrites idempotency, AuditTrail audit, TimeProvider clock)
{
    private const int Lot = 1000;

    public async Task<Idempotent<StoredId>> CreateAsync(CurrentUser user, ProjectChanges changes, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([user.Id])))
            return await db.InTransactionAsync(cancellation => idempotency.JoinAsync(request, CreateAsync, cancellation), cancellationToken);

        async Task<StoredId?> CreateAsync(CancellationToken cancellation)
        {
            var project = Project.Create(user.Id, changes, clock.Now());
            db.Projects.Add(project);
            await db.SaveChangesAsync(cancellation);
            return new(project.Id);
        }
    }

    public Task<(PlacedEditOutcome Outcome, ProjectResponse? Project)> EditAsync(
        long id, CurrentUser user, StringValues ifMatch, ProjectChanges changes, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, user, ifMatch,
            (project, _) =>
            {
                project.Edit(changes, clock.Now());
                return Task.FromResult(PlacedEditOutcome.Done);
            },
            cancellationToken);

    internal Task<(PlacedEditOutcome Outcome, ProjectResponse? Project)> MoveAsync(
        long id, CurrentUser user, StringValues ifMatch, HandMove move, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, user, ifMatch,
            async (project, cancellation) =>
            {
                var others = await db.Projects.Live().Where(other => other.OwnerId == project.OwnerId && other.Id != id).ToListAsync(cancellation);
                return HandOrder.Move(project, others, move, await db.Database.SqlQuery<long>($"SELECT nextval('projects_id_seq') AS \"Value\"").SingleAsync(cancellation));
            },
            cancellationToken);

    /// <summary>Brings a deleted project back, with those of its tasks that were deleted with it and still lie in the trash; those alone where one of them has brought it back already.</summary>
    public async Task<ProjectResponse?> RestoreAsync(long id, CurrentUser user, CancellationToken cancellationToken) =>
        (await ChangeAsync(
            id, user, StringValues.Empty,
            async (project, cancellation) =>
            {
                var deletedAt = project.TasksDeletedAt!.Value;
                project.Restore();
                // Before its tasks, which would bring it back by themselves.
                await db.SaveChangesAsync(cancellation);
                await RestoreTasksAsync(project, deletedAt, user, cancellation);
                return PlacedEditOutcome.Done;
            },
            cancellationToken,
            wasDeleted: true)).Project;

    public async Task<PlacedEditOutcome> DeleteAsync(long id, CurrentUser user, StringValues ifMatch, CancellationToken cancellationToken) =>
        (await ChangeAsync(
            id, user, ifMatch,
            async (project, cancellation) =>
            {
                var now = clock.Now();
                await TrashTasksAsync(project, user, now, cancellation);
                project.Delete(now);
                return PlacedEditOutcome.Done;
            },
            cancellationToken)).Outcome;

    /// <summary>So many at once, until there are none: what was under way when the first were read is among the next.</summary>
    private async Task TrashTasksAsync(Project project, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ids = await db.Database
                .SqlQuery<long>($"SELECT id AS \"Value\" FROM tasks WHERE project_id = {project.Id} ORDER BY id LIMIT {Lot} FOR UPDATE").ToListAsync(cancellationToken);
            if (ids.Count == 0)
                return;
            var tasks = await db.FindTasksAsync(ids);
            var gone = await db.TrashAsync([.. tasks.Values], [.. tasks.Values.Select(_ => user.Id)], now);
            if (user.Id == project.OwnerId)
                continue;
            foreach (var id in gone)
                audit.Add(AuditEvent.TaskDeleted, project.OwnerId, user.Id, id);
        }
    }

    /// <summary>Parents before their subtasks: without its parent a subtask would be restored as a task by itself.</summary>
    private async Task RestoreTasksAsync(Project project, DateTimeOffset deletedAt, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        while (true)
        {
            var trashed = await db.TrashedTasks.FromSql(
                $"""
                SELECT * FROM trashed_tasks WHERE owner_id = {project.OwnerId} AND deleted_at = {deletedAt} AND (task ->> 'project_id')::bigint = {project.Id}
                ORDER BY task ->> 'parent_id' IS NOT NULL, id LIMIT {Lot} FOR UPDATE
                """).AsNoTracking().ToListAsync(cancellationToken);
            if (trashed.Count == 0)
                return;
            var restored = await db.RestoreAsync(trashed, user.Id, now);
            if (user.Id == project.OwnerId)
                continue;
            foreach (var id in restored)
                audit.Add(AuditEvent.TaskRestored, project.OwnerId, user.Id, id);
        }
    }

    private async Task<(PlacedEditOutcome Outcome, ProjectResponse? Project)> ChangeAsync(
        long id, CurrentUser user, StringValues ifMatch, Func<Project, CancellationToken, Task<PlacedEditOutcome>> change, CancellationToken cancellationToken, bool wasDeleted = false)
    {
        if (await db.Projects.VisibleTo(user).Where(project => project.Id == id).Select(project => (long?)project.OwnerId).SingleOrDefaultAsync(cancellationToken) is not { } owner)
            return (PlacedEditOutcome.Missing, null);

        await using (await versions.BeginChangeAsync(CacheVersions.Changed([owner])))
            return await db.InTransactionAsync(ChangeHeldAsync, cancellationToken);

        async Task<(PlacedEditOutcome, ProjectResponse?)> ChangeHeldAsync(CancellationToken cancellation)
        {
            // First, as for moves of tasks, which hold their projects after it.
            await db.LockOrderAsync(owner, cancellation);
            // Writers of tasks hold their projects as well: none of them puts a task into this one meanwhile.
            var held = await db.Projects.FromSql($"SELECT *, xmin FROM projects WHERE id = {id} AND CASE WHEN {wasDeleted} THEN tasks_deleted_at IS NOT NULL ELSE deleted_at IS NULL END FOR UPDATE").ToListAsync(cancellation);
            if (held.SingleOrDefault() is not { } project)
                return (PlacedEditOutcome.Missing, null);
            if (ifMatch.Count > 0 && !EntityTags.Match(ifMatch, ProjectResponse.ETag(id, project.Version)))
                return (PlacedEditOutcome.Changed, null);
            var outcome = await change(project, cancellation);
            if (outcome != PlacedEditOutcome.Done)
                return (outcome, null);
            await db.SaveChangesAsync(cancellation);
            return (outcome, project.DeletedAt is null ? await ShowAsync(id, cancellation) : null);
        }
    }

    private Task<ProjectResponse> ShowAsync(long id, CancellationToken cancellationToken) =>
        db.Projects.AsNoTracking().Where(project => project.Id == id).Select(ProjectResponse.FromProject(db)).SingleAsync(cancellationToken);
}
