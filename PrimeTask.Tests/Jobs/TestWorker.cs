using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Operations;

namespace PrimeTask.Tests.Jobs;

/// <summary>The product's worker, which also does the jobs of the tests.</summary>
internal static class TestWorker
{
    public const string Command = "test-worker";

    /// <summary>What the jobs of the tests write down.</summary>
    public const string Tables = "CREATE TABLE effects (number int NOT NULL, at timestamptz NOT NULL DEFAULT now()); CREATE UNIQUE INDEX ON effects (number) WHERE number < 1000000; CREATE TABLE attempts (number int NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())";

    public static async Task<int> RunAsync()
    {
        var builder = Worker.CreateBuilder("Production");
        AddJobs(builder);
        using var host = builder.Build();
        await host.RunAsync();
        return 0;
    }

    public static void AddJobs(IHostApplicationBuilder builder)
    {
        builder.AddJob<EffectJob>();
        builder.AddJob<PoisonJob>();
        builder.AddJob<HeldJob>();
        builder.AddJob<RecurringJob>();
    }
}

/// <param name="Number">Written into the database.</param>
/// <param name="Milliseconds">That it takes.</param>
internal sealed record Numbered(int Number, int Milliseconds = 0);

/// <summary>A second time changes nothing.</summary>
internal sealed class EffectJob(PrimeTaskDbContext db) : IJob
{
    public static string Kind => "test_effect";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var (number, milliseconds) = run.Arguments<Numbered>();
        await db.Database.ExecuteSqlAsync($"INSERT INTO attempts (number) VALUES ({number})", cancellationToken);
        // Another worker's taking it must be found out at its end too, not only by an interruption.
        await Task.Delay(milliseconds, CancellationToken.None);
        await db.Database.ExecuteSqlAsync($"INSERT INTO effects (number) VALUES ({number}) ON CONFLICT DO NOTHING", CancellationToken.None);
    }
}

/// <summary>It can't be done.</summary>
internal sealed class PoisonJob(PrimeTaskDbContext db) : IJob
{
    public static string Kind => "test_poison";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO attempts (number) VALUES ({run.Arguments<Numbered>().Number})", cancellationToken);
        throw new InvalidOperationException("It is poison,\nwith a NUL \0 and half a pair \uD800.");
    }
}

/// <summary>It ends when there is an effect of its number below 0.</summary>
internal sealed class HeldJob(PrimeTaskDbContext db) : IJob
{
    public static string Kind => "test_held";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var number = run.Arguments<Numbered>().Number;
        await db.Database.ExecuteSqlAsync($"INSERT INTO attempts (number) VALUES ({number})", cancellationToken);
        while (await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM effects WHERE number = -{number}""").SingleAsync(cancellationToken) == 0)
            await Task.Delay(50, cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO effects (number) VALUES ({number})", cancellationToken);
    }
}

internal sealed class RecurringJob(PrimeTaskDbContext db) : IJob
{
    public const int Number = 1_000_000;

    public static string Kind => "test_recurring";

    public static TimeSpan? Every => TimeSpan.FromSeconds(1);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO effects (number) VALUES ({Number})", cancellationToken);
}
