using Microsoft.EntityFrameworkCore.Migrations.Operations;
using PrimeTask.ApiService.Data;

namespace PrimeTask.Tests.Data;

/// <summary>
/// The rule that lets replicas of the release before serve while and after a migration runs: it adds, and what it adds can be left out. What takes something away
/// is a release of its own, once no replica uses it.
/// </summary>
internal static class ExpandingMigrations
{
    /// <summary>SQL that was read: it only adds, and what it adds does nothing to them.</summary>
    private static readonly string[] _adding =
    [
        SqlFiles.Read("task-history.sql"),
        SqlFiles.Read("subtasks.sql"),
        // They leave the column null.
        "ALTER TABLE tasks DROP CONSTRAINT IF EXISTS fk_tasks_tasks_parent_id, ADD CONSTRAINT fk_tasks_tasks_parent_id FOREIGN KEY (parent_id) REFERENCES tasks (id) ON DELETE SET NULL NOT VALID",
        "ALTER TABLE tasks VALIDATE CONSTRAINT fk_tasks_tasks_parent_id",
    ];

    /// <returns>What would disturb replicas that do not know of it.</returns>
    internal static IEnumerable<string> Disturbances(IReadOnlyList<MigrationOperation> operations)
    {
        var added = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return operations.Select(operation => Disturbance(operation, added)).OfType<string>();
    }

    private static string? Disturbance(MigrationOperation operation, HashSet<string> added) => operation switch
    {
        CreateTableOperation or EnsureSchemaOperation or CreateSequenceOperation or AlterDatabaseOperation or DropIndexOperation or RenameIndexOperation => null,
        InsertDataOperation insert when added.Contains(insert.Table) => null,
        CreateIndexOperation index when added.Contains(index.Table) => null,
        CreateIndexOperation { IsUnique: true } index => $"the unique index {index.Name} refuses what they write",
        CreateIndexOperation index => index["Npgsql:CreatedConcurrently"] is true ? null : $"{index.Table} cannot be written while the index {index.Name} is built: use IsCreatedConcurrently",
        AddColumnOperation { IsNullable: true } or AddColumnOperation { DefaultValue: not null } or AddColumnOperation { DefaultValueSql: not null } => null,
        AddColumnOperation column when added.Contains(column.Table) => null,
        AddColumnOperation column => $"they insert into {column.Table} without the column {column.Name}, which is required and has no default",
        ITableMigrationOperation table when added.Contains(table.Table) => null,
        SqlOperation sql when _adding.Contains(sql.Sql) => null,
        SqlOperation { SuppressTransaction: true } sql when sql.Sql.StartsWith("CREATE INDEX CONCURRENTLY ", StringComparison.Ordinal)
            || sql.Sql.StartsWith("DROP INDEX CONCURRENTLY ", StringComparison.Ordinal) => null,
        SqlOperation sql => $"nobody can tell what this does to them: {sql.Sql}",
        ITableMigrationOperation table => $"{operation.GetType().Name} on {table.Table} changes what they use",
        _ => $"{operation.GetType().Name} changes what they use",
    };
}
