using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Tasks.Trash;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// Writes many tasks with one statement, inside the caller's transaction. EF Core would send a statement a task; with one for all, Postgres runs the triggers,
/// writes its log and waits for the disk once.
/// </summary>
/// <remarks>
/// The limits that limit nothing, here and in <see cref="TaskColumns"/>, are for PostgreSQL's planner. Of rows whose number it does not know it expects ten and reads all of a small table for them;
/// of a limit that it does not know it expects a tenth, so one row, which it looks up by its id. Tasks that change often leave so many versions behind that
/// even a small table is slow to read, and the plan stays until the table is next analyzed.
/// </remarks>
internal static class TaskStatements
{
    /// <summary>The tasks that were named, and their subtasks with them.</summary>
    private const string Delete =
        """
        named AS (
            DELETE FROM tasks USING (SELECT * FROM unnest($1, $2) AS given (id, version) LIMIT cardinality($1)) AS rows
            WHERE tasks.id = rows.id AND tasks.xmin = rows.version
            RETURNING tasks.*),
        subtasks AS (
            DELETE FROM tasks USING named WHERE tasks.parent_id = named.id AND NOT tasks.id = ANY ($1)
            RETURNING tasks.*),
        gone AS (
            SELECT id, id AS named, owner_id, to_jsonb(named) AS task FROM named
            UNION ALL SELECT id, parent_id, owner_id, to_jsonb(subtasks) FROM subtasks)
        """;

    private const string Trash =
        $"""
        {Delete},
        kept AS (
            INSERT INTO trashed_tasks (id, owner_id, deleted_at, deleted_by, task)
            SELECT gone.id, gone.owner_id, rows.at, rows.actor_id, gone.task
            FROM gone JOIN unnest($1, $3, $4) AS rows (id, actor_id, at) ON rows.id = gone.named)
        """;

    private const string Gone = "SELECT id, named FROM gone";

    // Who is being deleted takes their trash with them: that is waited for first.
    private const string TakeFromTrash =
        """
        owners AS MATERIALIZED (SELECT id FROM users WHERE id = ANY ($4) FOR KEY SHARE),
        trashed AS (
            DELETE FROM trashed_tasks USING (SELECT * FROM unnest($1, $2, $5) AS given (id, deleted_at, named) LIMIT cardinality($1)) AS wanted
            WHERE trashed_tasks.id = wanted.id AND trashed_tasks.deleted_at = wanted.deleted_at AND trashed_tasks.owner_id IN (SELECT id FROM owners)
            RETURNING trashed_tasks.id, trashed_tasks.task, wanted.named),
        live_parents AS MATERIALIZED (
            SELECT tasks.id FROM tasks WHERE tasks.id IN (SELECT (task ->> 'parent_id')::bigint FROM trashed) AND tasks.parent_id IS NULL FOR SHARE)
        """;

    private const string AddHistory =
        """
        noted AS (
            INSERT INTO task_history (task_id, actor_id, at, changes)
            SELECT done.id, entries.actor_id, entries.at, entries.changes::jsonb FROM unnest({0}) AS entries (task_id, actor_id, at, changes)
            JOIN done ON done.named = entries.task_id)
        """;

    private const string AddAudit =
        """
        audited AS (
            INSERT INTO audit (task_id, subject_id, actor_id, event, at, ip_address, request_id, span_id)
            SELECT done.id, entries.subject_id, entries.actor_id, entries.event, entries.at, entries.ip_address, entries.request_id, entries.span_id
            FROM unnest({0}) AS entries (task_id, subject_id, actor_id, event, at, ip_address, request_id, span_id)
            JOIN done ON done.named = entries.task_id)
        """;

    /// <returns>The new tasks in their order; null where the owner is gone.</returns>
    public static async Task<IReadOnlyList<TaskResponse?>> InsertAsync(this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks)
    {
        var columns = TaskColumns.Of(db);
        var made = await db.QueryTogetherAsync(
            columns.Insert,
            columns.InsertParameters(tasks),
            row => (Place: (int)row.GetInt64(0) - 1, Id: row.GetInt64(1), Version: row.GetFieldValue<uint>(2), Username: row.GetString(3), Email: row.GetString(4), Project: Id(row, 5), Parent: Id(row, 6)));
        var responses = new TaskResponse?[tasks.Count];
        foreach (var row in made)
            responses[row.Place] = TaskResponse.Created(tasks[row.Place], row.Id, row.Version, row.Username, row.Email) with { Project = row.Project, Parent = row.Parent };
        return responses;

        static long? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }

    /// <param name="db">Where they are.</param>
    /// <param name="tasks">With their new values.</param>
    /// <param name="history">What has changed of them: it is written with the change or not at all.</param>
    /// <param name="audit">About those of the tasks whose change belongs into the audit, likewise.</param>
    /// <returns>The new versions of the tasks that nobody has changed since they were read.</returns>
    public static async Task<IReadOnlyDictionary<long, uint>> UpdateAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, IReadOnlyList<HistoryEntry> history, params IReadOnlyList<AuditEntry> audit)
    {
        var columns = TaskColumns.Of(db);
        var saved = await db.QueryAsync(
            "",
            columns.Update,
            [.. Key(tasks), .. columns.UpdateParameters(tasks)],
            history,
            audit,
            row => KeyValuePair.Create(row.GetInt64(0), row.GetFieldValue<uint>(1)));
        return saved.ToDictionary();
    }

    /// <summary>Moves tasks to the trash, and their subtasks with them.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="tasks">As they were read.</param>
    /// <param name="actors">Who deletes each of them.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">About those of the tasks whose deletion belongs into the audit: it is written with the deletion or not at all.</param>
    /// <returns>The ids of those that nobody has changed since they were read, and of their subtasks; they are in the trash now.</returns>
    public static async Task<IReadOnlySet<long>> TrashAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, IReadOnlyList<long> actors, DateTimeOffset at, params IReadOnlyList<AuditEntry> audit)
    {
        var history = tasks.Zip(actors, (task, actor) => HistoryEntry.OfDeletion(task.Id, actor, at)).ToArray();
        var gone = await db.QueryAsync(
            Trash,
            Gone,
            [.. Key(tasks), Column(actors, NpgsqlDbType.Bigint, actor => actor), Column(actors, NpgsqlDbType.TimestampTz, _ => at)],
            history,
            audit,
            row => row.GetInt64(0));
        return gone.ToHashSet();
    }

    /// <summary>Puts tasks back where they were before they were deleted, with the subtasks that were deleted with them. A subtask whose parent is gone is a task by itself.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="trashed">As they were read.</param>
    /// <param name="actorId">Who restores them.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">See <see cref="TrashAsync"/>.</param>
    /// <returns>The ids of those that still lay in the trash, and of their subtasks; they are tasks again.</returns>
    public static async Task<IReadOnlySet<long>> RestoreAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TrashedTask> trashed, long actorId, DateTimeOffset at, params IReadOnlyList<AuditEntry> audit)
    {
        var columns = TaskColumns.Of(db);
        (TrashedTask Task, long Named)[] all = [.. trashed.Select(task => (task, task.Id)), .. await db.FindTrashedSubtasksAsync(trashed)];
        var restored = await db.QueryAsync(
            $"{TakeFromTrash}, made AS ({columns.Restore})",
            "SELECT made.id, trashed.named FROM made JOIN trashed ON trashed.id = made.id",
            [
                Column(all, NpgsqlDbType.Bigint, one => one.Task.Id),
                Column(all, NpgsqlDbType.TimestampTz, one => one.Task.DeletedAt),
                new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Jsonb, TypedValue = columns.Blank },
                Column(all, NpgsqlDbType.Bigint, one => one.Task.OwnerId),
                Column(all, NpgsqlDbType.Bigint, one => one.Named),
            ],
            [.. trashed.Select(task => HistoryEntry.OfRestoration(task.Id, actorId, task.DeletedAt, at))],
            audit,
            row => row.GetInt64(0));
        if (restored.Count > 0)
        {
            // Its parent went to another project meanwhile.
            await db.Database.ExecuteSqlAsync(
                $"UPDATE tasks SET project_id = parent.project_id FROM tasks AS parent WHERE tasks.id = ANY ({restored}) AND parent.id = tasks.parent_id AND tasks.project_id IS DISTINCT FROM parent.project_id");
            // Its project is deleted until one of its tasks is back.
            await db.Database.ExecuteSqlAsync(
                $"UPDATE projects SET deleted_at = NULL FROM tasks WHERE tasks.id = ANY ({restored}) AND projects.id = tasks.project_id AND projects.deleted_at IS NOT NULL");
            await db.Database.ExecuteSqlAsync(
                $"UPDATE tasks SET project_id = NULL WHERE id = ANY ({restored}) AND project_id IS NOT NULL AND NOT EXISTS (SELECT FROM projects WHERE projects.id = tasks.project_id)");
            await db.JoinSeriesAsync(restored);
        }

        return restored.ToHashSet();
    }

    /// <summary>Deletes tasks for good, and their subtasks with them.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    /// <returns>The ids of those that nobody has changed since they were read, and of their subtasks; they are gone now.</returns>
    public static async Task<IReadOnlySet<long>> DeleteAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, params IReadOnlyList<AuditEntry> audit) =>
        (await db.QueryAsync(Delete, Gone, Key(tasks), [], audit, row => row.GetInt64(0))).ToHashSet();

    /// <param name="db">Where the tasks are.</param>
    /// <param name="with">Common table expressions that the statement reads, or none.</param>
    /// <param name="statement">Gives the id of each task that it was done to, and as <c>named</c> that of the task that the caller named: of a subtask, its parent's.</param>
    /// <param name="parameters">Of both.</param>
    /// <param name="history">Of the tasks that it is done to.</param>
    /// <param name="audit">Of the tasks that it is done to.</param>
    /// <param name="read">Reads what the statement gives.</param>
    private static Task<List<T>> QueryAsync<T>(
        this PrimeTaskDbContext db,
        string with,
        string statement,
        NpgsqlParameter[] parameters,
        IReadOnlyList<HistoryEntry> history,
        IReadOnlyList<AuditEntry> audit,
        Func<NpgsqlDataReader, T> read)
    {
        List<NpgsqlParameter> all = [.. parameters];
        List<string> parts = with.Length > 0 ? [with] : [];
        parts.Add($"done AS ({statement})");
        if (history.Count > 0)
            Add(AddHistory, Columns(history));
        if (audit.Count > 0)
            Add(AddAudit, Columns(audit));
        return db.QueryTogetherAsync($"WITH {string.Join(", ", parts)} SELECT * FROM done", all, read);

        void Add(string part, NpgsqlParameter[] columns)
        {
            parts.Add(part.Replace("{0}", string.Join(", ", Enumerable.Range(all.Count + 1, columns.Length).Select(number => $"${number}")), StringComparison.Ordinal));
            all.AddRange(columns);
        }
    }

    private static NpgsqlParameter[] Columns(IReadOnlyList<HistoryEntry> history) =>
    [
        Column(history, NpgsqlDbType.Bigint, entry => entry.TaskId),
        Column(history, NpgsqlDbType.Bigint, entry => entry.ActorId),
        Column(history, NpgsqlDbType.TimestampTz, entry => entry.At),
        Column(history, NpgsqlDbType.Text, entry => entry.Changes),
    ];

    private static NpgsqlParameter[] Columns(IReadOnlyList<AuditEntry> audit) =>
    [
        Column(audit, NpgsqlDbType.Bigint, entry => entry.TaskId),
        Column(audit, NpgsqlDbType.Bigint, entry => entry.SubjectId),
        Column(audit, NpgsqlDbType.Bigint, entry => entry.ActorId),
        Column(audit, NpgsqlDbType.Text, entry => Choices.Name(entry.Event)),
        Column(audit, NpgsqlDbType.TimestampTz, entry => entry.At),
        Column(audit, NpgsqlDbType.Text, entry => entry.IpAddress),
        Column(audit, NpgsqlDbType.Text, entry => entry.RequestId),
        Column(audit, NpgsqlDbType.Text, entry => entry.SpanId),
    ];

    private static NpgsqlParameter[] Key(IReadOnlyList<TaskItem> tasks) =>
        [Column(tasks, NpgsqlDbType.Bigint, task => task.Id), Column(tasks, NpgsqlDbType.Xid, task => task.Version)];

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. rows.Select(value)] };
}
