using Npgsql;
using NpgsqlTypes;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// Writes many tasks with one statement, inside the caller's transaction. EF Core would send a statement a task; with one for all, Postgres runs the triggers,
/// writes its log and waits for the disk once.
/// </summary>
/// <remarks>
/// The limits that limit nothing are for PostgreSQL's planner. Of rows whose number it does not know it expects ten and reads all of a small table for them;
/// of a limit that it does not know it expects a tenth, so one row, which it looks up by its id. Tasks that change often leave so many versions behind that
/// even a small table is slow to read, and the plan stays until the table is next analyzed.
/// </remarks>
internal static class TaskStatements
{
    private const string Insert =
        """
        WITH owners AS MATERIALIZED (SELECT id, username, email FROM users WHERE id = ANY ($1) FOR KEY SHARE),
        given AS MATERIALIZED (
            SELECT nextval('tasks_id_seq') AS id, rows.* FROM (
                SELECT rows.*
                FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
                    AS rows (owner_id, title, description, search_text, status, priority, due_date, completed_at, created_at, updated_at, place)
                JOIN owners ON owners.id = rows.owner_id
                ORDER BY place) AS rows),
        made AS (
            INSERT INTO tasks (id, owner_id, title, description, search_text, status, priority, due_date, completed_at, created_at, updated_at)
            SELECT id, owner_id, title, description, search_text, status, priority, due_date, completed_at, created_at, updated_at FROM given
            RETURNING id, owner_id, xmin)
        SELECT given.place, made.id, made.xmin, owners.username, owners.email
        FROM made JOIN given USING (id) JOIN owners ON owners.id = made.owner_id
        """;

    private const string Update =
        """
        UPDATE tasks SET title = rows.title, description = rows.description, search_text = rows.search_text, status = rows.status,
            priority = rows.priority, due_date = rows.due_date, completed_at = rows.completed_at, updated_at = rows.updated_at
        FROM (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                AS given (id, version, title, description, search_text, status, priority, due_date, completed_at, updated_at)
            LIMIT cardinality($1)) AS rows
        WHERE tasks.id = rows.id AND tasks.xmin = rows.version
        RETURNING tasks.id, tasks.xmin
        """;

    private const string Delete =
        """
        DELETE FROM tasks USING (SELECT * FROM unnest($1, $2) AS given (id, version) LIMIT cardinality($1)) AS rows
        WHERE tasks.id = rows.id AND tasks.xmin = rows.version
        RETURNING tasks.id
        """;

    /// <returns>The new tasks in their order; null where the owner is gone.</returns>
    public static async Task<IReadOnlyList<TaskResponse?>> InsertAsync(this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks)
    {
        var made = await db.QueryTogetherAsync(
            Insert,
            [Column(tasks, NpgsqlDbType.Bigint, task => task.OwnerId), .. Content(tasks), Times(tasks, task => task.CreatedAt), Times(tasks, task => task.UpdatedAt)],
            row => (Place: (int)row.GetInt64(0) - 1, Id: row.GetInt64(1), Version: row.GetFieldValue<uint>(2), Username: row.GetString(3), Email: row.GetString(4)));
        var answers = new TaskResponse?[tasks.Count];
        foreach (var row in made)
            answers[row.Place] = TaskResponse.Created(tasks[row.Place], row.Id, row.Version, row.Username, row.Email);
        return answers;
    }

    /// <param name="db">Where they are.</param>
    /// <param name="tasks">With their new values.</param>
    /// <param name="audit">About those of the tasks whose change belongs into the audit: it is written with the change or not at all.</param>
    /// <returns>The new versions of the tasks that nobody has changed since they were read.</returns>
    public static async Task<IReadOnlyDictionary<long, uint>> UpdateAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, params IReadOnlyList<AuditEntry> audit)
    {
        var saved = await db.QueryAuditedAsync(
            Update,
            [.. Key(tasks), .. Content(tasks), Times(tasks, task => task.UpdatedAt)],
            audit,
            row => KeyValuePair.Create(row.GetInt64(0), row.GetFieldValue<uint>(1)));
        return saved.ToDictionary();
    }

    /// <inheritdoc cref="UpdateAsync"/>
    /// <returns>The ids of those that nobody has changed since they were read; they are gone now.</returns>
    public static async Task<IReadOnlySet<long>> DeleteAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, params IReadOnlyList<AuditEntry> audit) =>
        (await db.QueryAuditedAsync(Delete, Key(tasks), audit, row => row.GetInt64(0))).ToHashSet();

    private static Task<List<T>> QueryAuditedAsync<T>(
        this PrimeTaskDbContext db, string sql, NpgsqlParameter[] parameters, IReadOnlyList<AuditEntry> audit, Func<NpgsqlDataReader, T> read)
    {
        if (audit.Count == 0)
            return db.QueryTogetherAsync(sql, parameters, read);

        var columns = Columns(audit);
        var numbers = string.Join(", ", Enumerable.Range(parameters.Length + 1, columns.Length).Select(number => $"${number}"));
        var audited =
            $"""
            WITH done AS ({sql}), audited AS (
                INSERT INTO audit (task_id, subject_id, actor_id, event, at, ip_address, request_id, span_id)
                SELECT entries.* FROM unnest({numbers}) AS entries (task_id, subject_id, actor_id, event, at, ip_address, request_id, span_id)
                JOIN done ON done.id = entries.task_id)
            SELECT * FROM done
            """;
        return db.QueryTogetherAsync(audited, [.. parameters, .. columns], read);
    }

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

    private static NpgsqlParameter[] Content(IReadOnlyList<TaskItem> tasks) =>
    [
        Column(tasks, NpgsqlDbType.Text, task => task.Title),
        Column(tasks, NpgsqlDbType.Text, task => task.Description),
        Column(tasks, NpgsqlDbType.Text, task => task.SearchText),
        Column(tasks, NpgsqlDbType.Text, task => Choices.Name(task.Status)),
        Column(tasks, NpgsqlDbType.Text, task => Choices.Name(task.Priority)),
        Times(tasks, task => task.DueDate),
        Times(tasks, task => task.CompletedAt),
    ];

    private static NpgsqlParameter<DateTimeOffset?[]> Times(IReadOnlyList<TaskItem> tasks, Func<TaskItem, DateTimeOffset?> value) =>
        Column(tasks, NpgsqlDbType.TimestampTz, value);

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. rows.Select(value)] };
}
