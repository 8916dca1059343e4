using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The statements that write columns of tasks, made from EF Core's model: what is mapped is written.</summary>
internal sealed class TaskColumns
{
    /// <summary>Those of the given ids ({0}) that lie in the trash, as rows of tasks. {1} is <see cref="Blank"/>.</summary>
    public const string Trashed =
        """
        SELECT rows.*, '0'::xid AS xmin
        FROM trashed_tasks, jsonb_populate_record(NULL::tasks, {1}::jsonb || trashed_tasks.task) AS rows
        WHERE trashed_tasks.id = ANY ({0})
        """;

    private static TaskColumns? _columns;

    private readonly Column[] _given;
    private readonly Column[] _changing;

    /// <summary>The Inbox where the project was deleted since the request began.</summary>
    private const string OwnProject = "(SELECT live.id FROM live_projects AS live WHERE live.id = given.project_id AND live.owner_id = given.owner_id)";

    /// <summary>Of a task in the trash: the parent that it had, if that is there or comes back with it, and is no subtask.</summary>
    private const string FoundParent =
        "(SELECT live.id FROM live_parents AS live WHERE live.id = rows.parent_id UNION ALL SELECT back.id FROM trashed AS back WHERE back.id = rows.parent_id AND back.task ->> 'parent_id' IS NULL)";

    private TaskColumns(IEntityType tasks)
    {
        Column[] all = [.. tasks.GetProperties().Where(property => !property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.Never).Select(property => new Column(property))];
        // The owner comes first: the statement asks whether the owners are there.
        _given = [.. all.OrderByDescending(column => column.Property.Name == nameof(TaskItem.OwnerId))];
        _changing = [.. all.Where(column => column.Property.GetAfterSaveBehavior() == PropertySaveBehavior.Save)];
        Insert =
            $"""
            WITH owners AS MATERIALIZED (SELECT id, username, email FROM users WHERE id = ANY ($1) FOR KEY SHARE),
            {LiveProjects(_given, 1)},
            {LiveParents(_given, 1)},
            given AS MATERIALIZED (
                SELECT nextval('tasks_id_seq') AS id, rows.* FROM (
                    SELECT rows.*
                    FROM unnest({Numbers(1, _given)}) WITH ORDINALITY AS rows ({Names(_given)}, place)
                    JOIN owners ON owners.id = rows.owner_id
                    ORDER BY place) AS rows),
            made AS (
                INSERT INTO tasks (id, {Names(_given)})
                SELECT given.id, {string.Join(", ", _given.Select(Inserted))}
                FROM given LEFT JOIN live_parents AS parents ON parents.id = given.parent_id AND parents.owner_id = given.owner_id
                RETURNING id, owner_id, project_id, parent_id, xmin)
            SELECT given.place, made.id, made.xmin, owners.username, owners.email, made.project_id, made.parent_id
            FROM made JOIN given USING (id) JOIN owners ON owners.id = made.owner_id
            """;
        Update =
            $"""
            WITH {LiveProjects(_changing, 3)}
            UPDATE tasks SET {string.Join(", ", _changing.Select(column => $"{column.Name} = {column.Value("rows")}"))}
            FROM (SELECT * FROM unnest($1, $2, {Numbers(3, _changing)}) AS given (id, version, {Names(_changing)}) LIMIT cardinality($1)) AS rows
            WHERE tasks.id = rows.id AND tasks.xmin = rows.version
                AND (rows.project_id IS NULL OR EXISTS (SELECT FROM live_projects AS live WHERE live.id = rows.project_id))
            RETURNING tasks.id, tasks.xmin, tasks.id AS named
            """;
        Restore =
            $"""
            INSERT INTO tasks (id, {Names(_given)})
            SELECT trashed.id, {string.Join(", ", _given.Select(column => column.Property.Name == nameof(TaskItem.ParentId) ? FoundParent : $"rows.{column.Name}"))}
            FROM trashed, jsonb_populate_record(NULL::tasks, $3::jsonb || trashed.task) AS rows
            RETURNING tasks.id
            """;
        Blank = WriteBlank(_given);
    }

    /// <summary>One parameter a column, those of <see cref="InsertParameters"/>. Gives the place of each task, its id and version, its owner's username and email, its project and its parent.</summary>
    public string Insert { get; }

    /// <summary>The ids, the versions, and <see cref="UpdateParameters"/>. Gives the ids and new versions of those whose version it was, and whose project is not deleted.</summary>
    public string Update { get; }

    /// <summary>
    /// Puts the rows of the trash that the common table expression <c>trashed</c> has back, with the columns that the table has now. The third parameter is
    /// <see cref="Blank"/>; <c>live_parents</c> has those of their parents that are tasks.
    /// </summary>
    public string Restore { get; }

    /// <summary>What a column has of a task that was moved to the trash before there was such a column, as JSON.</summary>
    public string Blank { get; }

    public static TaskColumns Of(PrimeTaskDbContext db) => _columns ??= new(db.Model.FindEntityType(typeof(TaskItem))!);

    public NpgsqlParameter[] InsertParameters(IReadOnlyList<TaskItem> tasks) => [.. _given.Select(column => column.Parameter(tasks))];

    public NpgsqlParameter[] UpdateParameters(IReadOnlyList<TaskItem> tasks) => [.. _changing.Select(column => column.Parameter(tasks))];

    private static string WriteBlank(Column[] columns)
    {
        var blank = (TaskItem)Activator.CreateInstance(typeof(TaskItem), nonPublic: true)!;
        return JsonSerializer.Serialize(columns.Where(column => !column.Property.IsNullable && !column.Property.IsForeignKey()).ToDictionary(column => column.Name, column => column.Value(blank)));
    }

    /// <summary>Deleting a project locks it, so none of these is deleted before the transaction ends.</summary>
    private static string LiveProjects(Column[] columns, int first) =>
        $"live_projects AS MATERIALIZED (SELECT id, owner_id FROM projects WHERE id = ANY (${first + Array.FindIndex(columns, column => column.Property.Name == nameof(TaskItem.ProjectId))}) AND deleted_at IS NULL FOR SHARE)";

    /// <summary>Until the transaction ends, none of these gets a parent of its own, is deleted or goes to another project.</summary>
    private static string LiveParents(Column[] columns, int first)
    {
        var ids = $"${first + Array.FindIndex(columns, column => column.Property.Name == nameof(TaskItem.ParentId))}";
        return $"""
        live_parents AS MATERIALIZED (
                SELECT tasks.id, tasks.owner_id, tasks.project_id
                FROM (SELECT DISTINCT id FROM unnest({ids}) AS named (id) WHERE id IS NOT NULL LIMIT cardinality({ids})) AS wanted
                JOIN tasks ON tasks.id = wanted.id WHERE tasks.parent_id IS NULL FOR SHARE OF tasks)
        """;
    }

    private static string Inserted(Column column) => column.Property.Name switch
    {
        nameof(TaskItem.ProjectId) => $"CASE WHEN parents.id IS NULL THEN {OwnProject} ELSE parents.project_id END",
        // None where it was deleted, or became a subtask, since the request began.
        nameof(TaskItem.ParentId) => "parents.id",
        _ => column.Value("given"),
    };

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Numbers(int first, Column[] columns) => string.Join(", ", columns.Select((_, index) => $"${first + index}"));

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public IProperty Property => property;

        public string Name => property.GetColumnName();

        private bool IsArray => property.ClrType.IsArray;

        /// <summary>As the database has it.</summary>
        public object? Value(TaskItem task)
        {
            var value = property.GetGetter().GetClrValue(task);
            return _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        /// <summary>In a row of what was given. An array is given as text: Postgres takes arrays of arrays apart to the last item.</summary>
        public string Value(string rows) => $"{rows}.{Name}{(IsArray ? $"::{_mapping.StoreType}" : "")}";

        public NpgsqlParameter Parameter(IReadOnlyList<TaskItem> tasks)
        {
            if (IsArray)
                return new NpgsqlParameter { DataTypeName = "text[]", Value = tasks.Select(task => Literal((string[])property.GetGetter().GetClrValue(task)!)).ToArray() };
            var type = _mapping.Converter?.ProviderClrType ?? property.ClrType;
            var values = Array.CreateInstance(type.IsValueType && property.IsNullable && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, tasks.Count);
            for (var index = 0; index < tasks.Count; index++)
                values.SetValue(Value(tasks[index]), index);

            return new NpgsqlParameter { DataTypeName = $"{_mapping.StoreTypeNameBase}[]", Value = values };
        }

        /// <summary>An array as Postgres reads it from text (PostgreSQL documentation, section 8.15.6).</summary>
        private static string Literal(string[] items) =>
            $"{{{string.Join(',', items.Select(item => $"\"{item.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
    }
}
