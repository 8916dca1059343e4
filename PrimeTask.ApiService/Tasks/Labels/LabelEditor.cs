using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;

namespace PrimeTask.ApiService.Tasks.Labels;

/// <summary>Changes labels, and the tasks that have them, the changes of an owner's labels one after another.</summary>
public sealed class LabelEditor(PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock)
{
    /// <summary>All on one page, because a person has some dozens: those that are kept, and those that tasks alone have, written while another request renamed or deleted them.</summary>
    public static async Task<Page<LabelResponse>> ReadAsync(PrimeTaskDbContext db, long owner, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            SELECT coalesce(kept.name, used.name) AS name, coalesce(kept.color, 'gray') AS color, coalesce(used.total, 0) AS total, coalesce(used.open, 0) AS open
            FROM (SELECT key, name, color FROM labels WHERE owner_id = {owner}) AS kept
            FULL JOIN (
                SELECT label.key, min(label.name) AS name, count(*)::int AS total, (count(*) FILTER (
                    WHERE status IN ('pending', 'in_progress')
                        AND (project_id IS NULL OR project_id <> ALL (ARRAY(SELECT id FROM projects WHERE owner_id = {owner} AND archived AND deleted_at IS NULL)))))::int AS open
                FROM tasks, unnest(label_keys, labels) AS label (key, name)
                WHERE owner_id = {owner} AND cardinality(label_keys) > 0
                GROUP BY label.key) AS used USING (key)
            ORDER BY key
            """).ToListAsync(cancellationToken);
        return new(rows.Count, null, null, [.. rows.Select(row => new LabelResponse(row.Name, Choices.Parse<Color>(row.Color), row.Total, row.Open))]);
    }

    /// <returns>Null where there is no such label to be renamed.</returns>
    public async Task<LabelResponse?> ChangeAsync(long owner, string name, Maybe<string> newName, Maybe<Color> color, CancellationToken cancellationToken)
    {
        var (oldKey, written) = (Label.KeyOf(name), newName.Or(name)!);
        var newKey = Label.KeyOf(written);
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([owner])))
            return await db.InTransactionAsync(ChangeInTurnAsync, cancellationToken);

        async Task<LabelResponse?> ChangeInTurnAsync(CancellationToken cancellation)
        {
            await db.LockOrderAsync(owner, cancellation);
            var old = await db.Labels.AsNoTracking().SingleOrDefaultAsync(label => label.OwnerId == owner && label.Key == oldKey, cancellation);
            if (old is null && newKey != oldKey && !await Having(owner, oldKey).AnyAsync(cancellation))
                return null;

            // The colour of the one that is there, else that of the old one.
            var (chosen, fallback) = (color.IsPresent ? Choices.Name(color.Value) : null, Choices.Name(old?.Color ?? Color.Gray));
            if (newKey != oldKey)
                await db.Labels.Where(label => label.OwnerId == owner && label.Key == oldKey).ExecuteDeleteAsync(cancellation);
            // Without a new name, it stays written as it is.
            var keepsName = !newName.IsPresent;
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO labels AS kept (owner_id, key, name, color) VALUES ({owner}, {newKey}, {written}, coalesce({chosen}, {fallback}))
                ON CONFLICT (owner_id, key) DO UPDATE SET name = CASE WHEN {keepsName} THEN kept.name ELSE excluded.name END, color = coalesce({chosen}, kept.color)
                """,
                cancellation);
            if (newName.IsPresent)
                await ReplaceAsync(owner, oldKey, newKey, written, cancellation);
            return (await ReadAsync(db, owner, cancellation)).Results.Single(label => Label.KeyOf(label.Name) == newKey);
        }
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(long owner, string name, CancellationToken cancellationToken)
    {
        var key = Label.KeyOf(name);
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([owner])))
            return await db.InTransactionAsync(DeleteInTurnAsync, cancellationToken);

        async Task<bool> DeleteInTurnAsync(CancellationToken cancellation)
        {
            await db.LockOrderAsync(owner, cancellation);
            var label = await db.Labels.SingleOrDefaultAsync(label => label.OwnerId == owner && label.Key == key, cancellation);
            var tasks = await ReplaceAsync(owner, key, null, null, cancellation);
            if (label is null && tasks.Count == 0)
                return false;

            db.DeletedLabels.Add(DeletedLabel.Create(owner, key, label?.Name ?? name, label?.Color ?? Color.Gray, [.. tasks], clock.Now()));
            if (label is not null)
                db.Labels.Remove(label);
            await db.SaveChangesAsync(cancellation);
            return true;
        }
    }

    /// <summary>
    /// Brings a deleted label back, the one that was deleted last, on the tasks that it was taken off, where they have room for it. One that was made meanwhile keeps its name, and
    /// its colour if it was given one.
    /// </summary>
    /// <returns>Null where none of that name was deleted.</returns>
    public async Task<LabelResponse?> RestoreAsync(long owner, string name, CancellationToken cancellationToken)
    {
        var key = Label.KeyOf(name);
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([owner])))
            return await db.InTransactionAsync(RestoreInTurnAsync, cancellationToken);

        async Task<LabelResponse?> RestoreInTurnAsync(CancellationToken cancellation)
        {
            await db.LockOrderAsync(owner, cancellation);
            if (await db.DeletedLabels.Where(deleted => deleted.OwnerId == owner && deleted.Key == key).OrderBy(deleted => deleted.DeletedAt).LastOrDefaultAsync(cancellation) is not { } deleted)
                return null;

            db.DeletedLabels.Remove(deleted);
            await db.SaveChangesAsync(cancellation);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO labels AS kept (owner_id, key, name, color) VALUES ({owner}, {key}, {deleted.Name}, {Choices.Name(deleted.Color)})
                ON CONFLICT (owner_id, key) DO UPDATE SET color = excluded.color WHERE kept.color = 'gray'
                """,
                cancellation);
            await db.Database.ExecuteSqlAsync(
                $"""
                WITH changed AS (
                    UPDATE tasks SET labels = tasks.labels || label.name, label_keys = label_keys || label.key
                    FROM (SELECT key::text, name::text FROM labels WHERE owner_id = {owner} AND key = {key}) AS label
                    WHERE tasks.id = ANY ({deleted.TaskIds}) AND owner_id = {owner} AND NOT label_keys @> ARRAY[label.key] AND cardinality(labels) < {Label.MaxOfATask}
                    RETURNING tasks.id, tasks.labels AS after)
                INSERT INTO task_history (task_id, actor_id, at, changes)
                SELECT id, {owner}, {clock.Now()}, jsonb_build_object('labels', jsonb_build_object('from', trim_array(after, 1), 'to', after)) FROM changed
                """,
                cancellation);
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE trashed_tasks SET task = task || jsonb_build_object('labels', (task -> 'labels') || to_jsonb(label.name), 'label_keys', (task -> 'label_keys') || to_jsonb(label.key))
                FROM (SELECT key::text, name::text FROM labels WHERE owner_id = {owner} AND key = {key}) AS label
                WHERE id = ANY ({deleted.TaskIds}) AND owner_id = {owner} AND NOT (task -> 'label_keys') @> to_jsonb(label.key) AND jsonb_array_length(task -> 'labels') < {Label.MaxOfATask}
                """,
                cancellation);
            return (await ReadAsync(db, owner, cancellation)).Results.Single(label => Label.KeyOf(label.Name) == key);
        }
    }

    /// <summary>Puts another label where the old one was, on every task that does not have it already, also in the trash; null takes the old one off.</summary>
    /// <returns>The ids of the tasks that have changed.</returns>
    private async Task<IReadOnlyList<long>> ReplaceAsync(long owner, string oldKey, string? newKey, string? name, CancellationToken cancellationToken) =>
        [.. await ReplaceOfTasksAsync(owner, oldKey, newKey, name, cancellationToken), .. await ReplaceOfTrashAsync(owner, oldKey, newKey, name, cancellationToken)];

    private Task<List<long>> ReplaceOfTrashAsync(long owner, string oldKey, string? newKey, string? name, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>(
            $"""
            WITH labelled AS (
                SELECT id, label.place, {newKey}::text IS NOT NULL AND ({newKey} = {oldKey} OR NOT (task -> 'label_keys') @> to_jsonb({newKey}::text)) AS stays
                FROM trashed_tasks, jsonb_array_elements_text(task -> 'label_keys') WITH ORDINALITY AS label (key, place)
                WHERE owner_id = {owner} AND label.key = {oldKey})
            UPDATE trashed_tasks SET task = task || CASE WHEN stays
                THEN jsonb_build_object(
                    'labels', jsonb_set(task -> 'labels', ARRAY[(place - 1)::text], to_jsonb({name}::text)),
                    'label_keys', jsonb_set(task -> 'label_keys', ARRAY[(place - 1)::text], to_jsonb({newKey}::text)))
                ELSE jsonb_build_object('labels', (task -> 'labels') - (place - 1)::int, 'label_keys', (task -> 'label_keys') - (place - 1)::int) END
            FROM labelled WHERE trashed_tasks.id = labelled.id
            RETURNING trashed_tasks.id AS "Value"
            """).ToListAsync(cancellationToken);

    /// <remarks>The tasks' history has it.</remarks>
    private Task<List<long>> ReplaceOfTasksAsync(long owner, string oldKey, string? newKey, string? name, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>(
            $"""
            WITH labelled AS (
                SELECT id, labels, array_position(label_keys, {oldKey}) AS place, {newKey}::text IS NOT NULL AND ({newKey} = {oldKey} OR NOT label_keys @> ARRAY[{newKey}::text]) AS stays
                FROM tasks WHERE owner_id = {owner} AND cardinality(label_keys) > 0 AND label_keys @> ARRAY[{oldKey}]
                ORDER BY id FOR UPDATE),
            changed AS (
                UPDATE tasks SET
                    labels = tasks.labels[:place - 1] || CASE WHEN stays THEN ARRAY[{name}::text] ELSE ARRAY[]::text[] END || tasks.labels[place + 1:],
                    label_keys = label_keys[:place - 1] || CASE WHEN stays THEN ARRAY[{newKey}::text] ELSE ARRAY[]::text[] END || label_keys[place + 1:]
                FROM labelled WHERE tasks.id = labelled.id AND {name} IS DISTINCT FROM tasks.labels[place]
                RETURNING tasks.id, labelled.labels AS before, tasks.labels AS after)
            INSERT INTO task_history (task_id, actor_id, at, changes)
            SELECT id, {owner}, {clock.Now()}, jsonb_build_object('labels', jsonb_build_object('from', before, 'to', after)) FROM changed
            RETURNING task_id AS "Value"
            """).ToListAsync(cancellationToken);

    private IQueryable<TaskItem> Having(long owner, string key) =>
        db.Tasks.Where(task => task.OwnerId == owner && task.LabelKeys.Length > 0 && task.LabelKeys.Contains(key));

    private sealed record Row(string Name, string Color, int Total, int Open);
}
