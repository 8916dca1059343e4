using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Jobs;

/// <summary>The statements on the table of jobs. Each of them can be repeated when its response was lost.</summary>
public static class JobTable
{
    /// <summary>In SQL: the state of a job.</summary>
    internal const string State =
        """
        CASE WHEN failed_at IS NOT NULL THEN 'failed'
             WHEN lease IS NOT NULL AND due_at > now() THEN 'running'
             WHEN error IS NOT NULL THEN 'retrying'
             WHEN due_at > now() THEN 'scheduled'
             ELSE 'waiting' END
        """;

    /// <summary>All that <see cref="State"/> can be.</summary>
    internal static readonly string[] States = ["waiting", "scheduled", "running", "retrying", "failed"];

    /// <summary>Asks for a job in the caller's transaction: it is there exactly if the transaction is committed.</summary>
    /// <param name="db">With a transaction.</param>
    /// <param name="arguments">What <see cref="JobRun.Arguments{T}"/> gives. Operators see none of it, but it is kept as it is until the job is done.</param>
    /// <param name="delay">How long it shall wait; zero for at once.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task EnqueueAsync<TJob>(this PrimeTaskDbContext db, object arguments, TimeSpan delay, CancellationToken cancellationToken)
        where TJob : IJob
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException($"Enqueue inside {nameof(Database.InTransactionAsync)}.");
        var (json, traceparent) = (JsonSerializer.Serialize(arguments), Activity.Current is { IdFormat: ActivityIdFormat.W3C } asking ? asking.Id : null);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO jobs (kind, arguments, recurring, traceparent, wanted_at, due_at, attempts)
            VALUES ({TJob.Kind}, {json}, false, {traceparent}, now() + {delay}, now() + {delay}, 0)
            """,
            cancellationToken);
    }

    /// <summary>Makes sure that there is the one job of a recurring kind.</summary>
    internal static Task<int> EnsureAsync(this PrimeTaskDbContext db, JobKind recurring, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO jobs (kind, arguments, recurring, attempts) VALUES ({recurring.Name}, 'null', true, 0)
        ON CONFLICT (kind) WHERE recurring DO NOTHING
        """,
        cancellationToken);

    /// <summary>Takes the job that has been due for longest. A job whose worker has not renewed its lease is due like any other.</summary>
    /// <returns>Null when there is none of these kinds.</returns>
    internal static async Task<Job?> TakeAsync(this PrimeTaskDbContext db, string[] kinds, TimeSpan lease, CancellationToken cancellationToken)
    {
        var taken = await db.Jobs.FromSql(
            $"""
            UPDATE jobs SET lease = {Guid.CreateVersion7()}, due_at = now() + {lease}, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM jobs WHERE failed_at IS NULL AND due_at <= now() AND kind = ANY ({kinds})
                ORDER BY due_at FOR UPDATE SKIP LOCKED LIMIT 1)
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return taken.SingleOrDefault();
    }

    /// <returns>Those that still hold.</returns>
    internal static Task<List<Guid>> RenewAsync(this PrimeTaskDbContext db, Guid[] leases, TimeSpan lease, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
        $"""UPDATE jobs SET due_at = now() + {lease} WHERE lease = ANY ({leases}) RETURNING lease AS "Value" """).ToListAsync(cancellationToken);

    /// <returns>Whether it was still this run's.</returns>
    internal static async Task<bool> FinishAsync(this PrimeTaskDbContext db, JobRun run, CancellationToken cancellationToken) => await (run.Every is { } every
        ? db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET lease = NULL, error = NULL, attempts = 0, wanted_at = now() + {every}, due_at = now() + {every} WHERE id = {run.Id} AND lease = {run.Lease}
            """,
            cancellationToken)
        : db.Database.ExecuteSqlAsync($"DELETE FROM jobs WHERE id = {run.Id} AND lease = {run.Lease}", cancellationToken)) > 0;

    /// <returns>Whether the same has been asked for again since, and is still to be done.</returns>
    internal static Task<bool> IsRepeatedAsync(this PrimeTaskDbContext db, JobRun run, CancellationToken cancellationToken) => db.Database.SqlQuery<bool>(
        $"""
        SELECT EXISTS (
            SELECT FROM jobs JOIN jobs AS later USING (kind, arguments)
            WHERE jobs.id = {run.Id} AND later.id > jobs.id AND later.failed_at IS NULL) AS "Value"
        """).SingleAsync(cancellationToken);

    /// <summary>It has failed, and is tried again after the delay, or set aside when there is none.</summary>
    /// <returns>Whether it was still this run's.</returns>
    internal static async Task<bool> FailAsync(this PrimeTaskDbContext db, JobRun run, string error, TimeSpan? delay, CancellationToken cancellationToken)
    {
        var wait = delay ?? TimeSpan.Zero;
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET lease = NULL, error = {Storable(error)}, due_at = now() + {wait}, failed_at = CASE WHEN {delay == null} THEN now() END
            WHERE id = {run.Id} AND lease = {run.Lease}
            """,
            cancellationToken) > 0;
    }

    /// <summary>It was interrupted, through no fault of its own.</summary>
    internal static Task<int> GiveBackAsync(this PrimeTaskDbContext db, JobRun run, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"UPDATE jobs SET lease = NULL, due_at = now(), attempts = attempts - 1 WHERE id = {run.Id} AND lease = {run.Lease}", cancellationToken);

    /// <summary>For operators: those that have failed first, then by when they are due.</summary>
    internal static Task<List<ListedJob>> ListAsync(this PrimeTaskDbContext db, int most, CancellationToken cancellationToken) => db.Database.SqlQueryRaw<ListedJob>(
        $$"""
        SELECT id, {{State}} AS state, kind, attempts, wanted_at, due_at, error FROM jobs ORDER BY failed_at IS NULL, error IS NULL, due_at, id LIMIT {0}
        """,
        most).ToListAsync(cancellationToken);

    /// <summary>For operators: lets a job that does not run just now run at once, as if it had never been tried.</summary>
    /// <returns>Whether there is one.</returns>
    internal static async Task<bool> RetryAsync(this PrimeTaskDbContext db, long id, CancellationToken cancellationToken) => await db.Database.ExecuteSqlAsync(
        $"""
        UPDATE jobs SET lease = NULL, failed_at = NULL, error = NULL, attempts = 0, wanted_at = now(), due_at = now()
        WHERE id = {id} AND (lease IS NULL OR due_at <= now())
        """,
        cancellationToken) > 0;

    /// <summary>For operators. A recurring one stays: only the start of a worker makes another.</summary>
    /// <returns>Whether there was one that did not run.</returns>
    internal static async Task<bool> DeleteAsync(this PrimeTaskDbContext db, long id, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"DELETE FROM jobs WHERE id = {id} AND NOT recurring AND (lease IS NULL OR due_at <= now())", cancellationToken) > 0;

    /// <summary>Postgres takes neither NUL nor half a pair of surrogates.</summary>
    private static string Storable(string error) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Length > Job.MaxErrorLength ? error[..Job.MaxErrorLength] : error)).Replace("\0", "", StringComparison.Ordinal);
}

/// <summary>A job as operators see it: without its arguments, which can hold what is nobody's business.</summary>
internal sealed record ListedJob(long Id, string State, string Kind, int Attempts, DateTimeOffset WantedAt, DateTimeOffset DueAt, string? Error);
