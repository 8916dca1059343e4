using Npgsql;
using NpgsqlTypes;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

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
    private const string Delete =
        """
        DELETE FROM tasks USING (SELECT * FROM unnest($1, $2) AS given (id, version) LIMIT cardinality($1)) AS rows
        WHERE tasks.id = rows.id AND tasks.xmin = rows.version
        RETURNING tasks.id
        """;

    /// <returns>The new tasks in their order; null where the owner is gone.</returns>
    public static async Task<IReadOnlyList<TaskResponse?>> InsertAsync(this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks)
    {
        var columns = TaskColumns.Of(db);
        var made = await db.QueryTogetherAsync(
            columns.Insert,
            columns.InsertParameters(tasks),
            row => (Place: (int)row.GetInt64(0) - 1, Id: row.GetInt64(1), Version: row.GetFieldValue<uint>(2), Username: row.GetString(3), Email: row.GetString(4), Project: row.IsDBNull(5) ? (long?)null : row.GetInt64(5)));
        var responses = new TaskResponse?[tasks.Count];
        foreach (var row in made)
            responses[row.Place] = TaskResponse.Created(tasks[row.Place], row.Id, row.Version, row.Username, row.Email) with { Project = row.Project };
        return responses;
    }

    /// <param name="db">Where they are.</param>
    /// <param name="tasks">With their new values.</param>
    /// <param name="audit">About those of the tasks whose change belongs into the audit: it is written with the change or not at all.</param>
    /// <returns>The new versions of the tasks that nobody has changed since they were read.</returns>
    public static async Task<IReadOnlyDictionary<long, uint>> UpdateAsync(
        this PrimeTaskDbContext db, IReadOnlyList<TaskItem> tasks, params IReadOnlyList<AuditEntry> audit)
    {
        var columns = TaskColumns.Of(db);
        var saved = await db.QueryAuditedAsync(
            columns.Update,
            [.. Key(tasks), .. columns.UpdateParameters(tasks)],
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

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. rows.Select(value)] };
}
