using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Operations;

/// <summary>Brings a database to the newest schema. Before the first release there were other migrations than <c>Initial</c>: a database at their end is carried over.</summary>
internal static class Migration
{
    private const string LastBeforeInitial = "20261128220314_KeepSignInNetworks";

    /// <summary>Any number that no other advisory lock of this database has.</summary>
    private const long Lock = 7_301_955_120_120;

    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Creates the database where there is none, and works on it when nobody else does who came this way.</summary>
    /// <param name="holder">Holds the lock, and does nothing else: not the context that the work is done with.</param>
    /// <param name="work">Done again from its beginning when the connection that holds the lock is lost.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public static async Task AloneAsync(this PrimeTaskDbContext holder, Func<Task> work, CancellationToken cancellationToken)
    {
        await CreateAsync(holder, cancellationToken);
        await holder.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancellation =>
            {
                await using var transaction = await LockAsync(holder, cancellation);
                // Last, and no query: a query's snapshot is kept until the next statement, and this one has none.
                await holder.Database.ExecuteSqlRawAsync("SET LOCAL idle_in_transaction_session_timeout = 0", cancellation);
                await work();
                await transaction.CommitAsync(cancellation);
            },
            cancellationToken);
    }

    /// <summary>
    /// The lock is a transaction's and not a session's, so that it holds through a pooler as well. Who waits for it asks again, in another transaction: a statement
    /// that waits, and a query until the next statement, have a snapshot, and an index that is built concurrently waits until their transaction ends.
    /// </summary>
    private static async Task<IDbContextTransaction> LockAsync(PrimeTaskDbContext holder, CancellationToken cancellationToken)
    {
        while (true)
        {
            var transaction = await holder.Database.BeginTransactionAsync(cancellationToken);
            var isHeld = false;
            try
            {
                isHeld = await holder.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Lock}) AS \"Value\"").SingleAsync(cancellationToken);
                if (isHeld)
                    return transaction;
            }
            finally
            {
                if (!isHeld)
                    await transaction.DisposeAsync();
            }

            await Task.Delay(_pollInterval, cancellationToken);
        }
    }

    /// <param name="db">Created where there is none.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="InvalidOperationException">The database is older than what can be carried over.</exception>
    public static async Task UpgradeAsync(this PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        // Indexes of many tasks take minutes.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var initial = db.Database.GetMigrations().First();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToArray();
        if (applied.Length > 0 && !applied.Contains(initial))
            await CarryOverAsync(db, applied[^1], initial, cancellationToken);
        // Without any, the database itself may be missing.
        if (applied.Length > 0)
            await DropUnfinishedIndexesAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// An index that is built concurrently stands outside of its migration's transaction. A migration that was broken off has left it, whole or not, and would fail
    /// at it.
    /// </summary>
    private static async Task DropUnfinishedIndexesAsync(PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var drops = (await db.Database.GetPendingMigrationsAsync(cancellationToken))
            .SelectMany(id => migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!).UpOperations)
            .OfType<CreateIndexOperation>().Where(index => index["Npgsql:CreatedConcurrently"] is true)
            .Select(index => $"DROP INDEX CONCURRENTLY IF EXISTS {db.GetService<ISqlGenerationHelper>().DelimitIdentifier(index.Name)}");
        foreach (var drop in drops)
            await db.Database.ExecuteSqlRawAsync(drop, cancellationToken);
    }

    private static async Task CreateAsync(PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
            return;
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else did meanwhile.
        }
    }

    private static async Task CarryOverAsync(PrimeTaskDbContext db, string last, string initial, CancellationToken cancellationToken)
    {
        if (last != LastBeforeInitial)
        {
            throw new InvalidOperationException(
                $"It was made by a version before the first release and stands at {last}. Run 'migrate' of the version whose last migration is {LastBeforeInitial}, then this one again.");
        }

        await db.InTransactionAsync(
            async cancellation =>
            {
                await db.Database.ExecuteSqlRawAsync(SqlFiles.Read("carry-over.sql"), [initial, ProductInfo.GetVersion()], cancellation);
                return await db.Database.ExecuteSqlRawAsync(SqlFiles.Read("task-counters.sql"), cancellation);
            },
            cancellationToken);
    }
}
