using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>Keeps the counts that <see cref="TaskStatsQueries"/> reads.</summary>
public static class TaskCounters
{
    /// <summary>Any number that no other advisory lock of this database has.</summary>
    private const long FoldingLock = 7_301_955_120_119;

    /// <summary>A COPY of many tasks leaves more changes than one statement could add up in its time.</summary>
    private const int MostFolded = 100_000;

    /// <summary>Adds changes up, and takes them away in the same statement: readers see the one or the other.</summary>
    private const string Fold =
        """
        WITH gone AS (
            DELETE FROM task_count_changes WHERE id IN (SELECT id FROM task_count_changes ORDER BY id LIMIT {0})
            RETURNING owner_id, status, priority, change),
        sums AS (
            SELECT owner_id, status, priority, sum(change) AS change FROM gone GROUP BY owner_id, status, priority
            UNION ALL SELECT 0, status, priority, sum(change) FROM gone GROUP BY status, priority)
        INSERT INTO task_counts AS kept (owner_id, status, priority, count)
        SELECT owner_id, status, priority, change FROM sums WHERE change <> 0
        ON CONFLICT (owner_id, status, priority) DO UPDATE SET count = kept.count + excluded.count
        """;

    private const string CountTasks =
        """
        SELECT owner_id, status, priority, count(*) AS n FROM tasks GROUP BY owner_id, status, priority
        UNION ALL SELECT 0, status, priority, count(*) FROM tasks GROUP BY status, priority
        """;

    private const string Differences =
        $"""
        SELECT count(*)::int AS "Value" FROM ({CountTasks}) AS counted
        FULL JOIN (
            SELECT owner_id, status, priority, sum(n) AS n FROM (
                SELECT owner_id, status, priority, count AS n FROM task_counts
                UNION ALL SELECT owner_id, status, priority, change FROM task_count_changes
                UNION ALL SELECT 0, status, priority, change FROM task_count_changes) AS parts
            GROUP BY owner_id, status, priority HAVING sum(n) <> 0) AS kept USING (owner_id, status, priority)
        WHERE counted.n IS DISTINCT FROM kept.n
        """;

    private const string Recount =
        $"""
        DELETE FROM task_count_changes;
        DELETE FROM task_counts;
        INSERT INTO task_counts (owner_id, status, priority, count) {CountTasks};
        """;

    /// <summary>Adds changes up, unless another replica is at it.</summary>
    public static Task<int> FoldAsync(this PrimeTaskDbContext db, CancellationToken cancellationToken, int most = MostFolded) =>
        db.InTransactionAsync(
            async cancellation =>
                await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({FoldingLock}) AS \"Value\"").SingleAsync(cancellation)
                    ? await db.Database.ExecuteSqlRawAsync(Fold, [most], cancellation)
                    : 0,
            cancellationToken);

    /// <summary>Holds all counts to the tasks themselves; writers of tasks wait meanwhile.</summary>
    /// <returns>How many counts were wrong.</returns>
    public static Task<int> RebuildAsync(this PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        return db.InTransactionAsync(
            async cancellation =>
            {
                // Behind a transaction that does not end, every writer would wait behind this one: it gives way, and the transaction is tried again.
                await db.Database.ExecuteSqlRawAsync(
                    "SET LOCAL lock_timeout = '2s'; LOCK TABLE tasks IN SHARE MODE; LOCK TABLE task_count_changes, task_counts IN SHARE ROW EXCLUSIVE MODE", cancellation);
                var wrong = await db.Database.SqlQueryRaw<int>(Differences).SingleAsync(cancellation);
                if (wrong > 0)
                    await db.Database.ExecuteSqlRawAsync(Recount, cancellation);
                return wrong;
            },
            cancellationToken);
    }
}
