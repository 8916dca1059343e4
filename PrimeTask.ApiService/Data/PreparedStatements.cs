using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PrimeTask.ApiService.Data;

/// <summary>
/// Lets Postgres plan the statements of the hot path once a connection: those that are tagged with <see cref="Tag"/>, and the changes of single rows.
/// Lists are not among them: their best plan depends on the values.
/// </summary>
/// <remarks>A pooler in transaction mode that does not know prepared statements (PgBouncer before 1.21) needs <c>Database:PreparedStatements=false</c>.</remarks>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    public const string Tag = "prepared";

    public static bool AreUsedBy(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<PreparedStatements>().Any() == true;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // A connection that has prepared the same statement before is not asked again.
        if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal) || IsChangeOfOneRow(command, eventData))
            await command.PrepareAsync(cancellationToken);
        return result;
    }

    /// <summary>Changes of many rows have a text of their own for each number of rows.</summary>
    private static bool IsChangeOfOneRow(DbCommand command, CommandEventData eventData) =>
        eventData.CommandSource == CommandSource.SaveChanges && command.CommandText.AsSpan().TrimEnd().TrimEnd(';').IndexOf(';') < 0;
}
