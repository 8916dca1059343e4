using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Operations;

/// <summary>Brings a database to the newest schema. Before the first release there were other migrations than <c>Initial</c>: a database at their end is carried over.</summary>
internal static class Migration
{
    private const string LastBeforeInitial = "20261128220314_KeepSignInNetworks";

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
        await db.Database.MigrateAsync(cancellationToken);
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
