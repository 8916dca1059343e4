using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NpgsqlTypes;

namespace PrimeTask.ApiService.Standby;

/// <summary>
/// Puts a question before every statement that is sent to the standby, in the same round trip: how far it has got. Only that response counts. What was known
/// before may be of another server behind the same address, or of this one before it crashed and began again from an earlier place.
/// </summary>
/// <remarks>A transaction of one snapshot takes it with its first statement, before the question in that is answered: so it is asked before the transaction too.</remarks>
internal sealed class StandbyCheck : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Null on a server that is no standby, or no more: nobody knows what its log has in common with the primary's.</summary>
    public const string Replayed = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() END";

    private static readonly AsyncLocal<NpgsqlLogSequenceNumber> _needed = new();

    /// <summary>Whatever this asynchronous method and those that it calls read has to come after that place of the log.</summary>
    public static void Need(NpgsqlLogSequenceNumber end) => _needed.Value = end;

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await using var question = connection.CreateCommand();
        question.CommandText = Replayed;
        return await question.ExecuteScalarAsync(cancellationToken) is NpgsqlLogSequenceNumber replayed && replayed >= _needed.Value
            ? result
            : throw new StandbyBehindException();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // The statement takes its snapshot after the question was answered, and so sees at least as much.
        command.CommandText = $"{Replayed};\n{command.CommandText}";
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (await result.ReadAsync(cancellationToken) && !await result.IsDBNullAsync(0, cancellationToken)
            && result.GetFieldValue<NpgsqlLogSequenceNumber>(0) >= _needed.Value
            && await result.NextResultAsync(cancellationToken))
        {
            return result;
        }

        await result.DisposeAsync();
        throw new StandbyBehindException();
    }
}

/// <summary>The standby lacks changes that the response must show.</summary>
internal sealed class StandbyBehindException : Exception;
