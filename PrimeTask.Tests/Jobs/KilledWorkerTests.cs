using System.Diagnostics;

namespace PrimeTask.Tests.Jobs;

/// <summary>Workers are killed while jobs run: each job is done, and what can't be done is set aside.</summary>
public sealed class KilledWorkerTests(PrimeTaskApp app, ITestOutputHelper output)
{
    private const int OnePoisonIn = 20;

    private static readonly int _workers = Soak.Of(1, 2);

    private static readonly (string, string)[] _settings =
        [("Jobs__Concurrency", "8"), ("Jobs__Lease", "00:00:02"), ("Jobs__MaxAttempts", "6"), ("Jobs__FirstDelay", "00:00:00.005"), ("Logging__LogLevel__Default", "Error")];

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Jobs_WhoseWorkersAreKilledAtRandom_AreAllDone()
    {
        var (jobs, kills) = (Soak.Of(100, 5_000), Soak.Of(3, 50));
        await using var database = await JobDatabase.CreateAsync(app);
        await database.EnqueueAsync<EffectJob>(Enumerable.Range(1, jobs).Where(number => number % OnePoisonIn != 0).Select(number => new Numbered(number, Milliseconds: 100)));
        await database.EnqueueAsync<PoisonJob>(Enumerable.Range(1, jobs).Where(number => number % OnePoisonIn == 0).Select(number => new Numbered(number)));
        var (good, watch, random) = (jobs - (jobs / OnePoisonIn), Stopwatch.StartNew(), new Random());
        var workers = Enumerable.Range(0, _workers).Select(_ => database.Launch(_settings)).ToArray();

        for (var killed = 1; killed <= kills; killed++)
        {
            // Spread over the run, at any moment of one job or another.
            await database.UntilAsync($"(SELECT count(*) FROM effects WHERE number <= {jobs}) >= {(long)killed * good / (kills + 1)}");
            await Task.Delay(random.Next(100), TestContext.Current.CancellationToken);
            var victim = random.Next(_workers);
            await workers[victim].KillAsync();
            workers[victim] = database.Launch(_settings);
        }

        await database.UntilAsync("NOT EXISTS (SELECT FROM jobs WHERE NOT recurring AND failed_at IS NULL)");

        Assert.Equal(good, await database.Data.ReadAsync<long>("SELECT count(*) FROM effects WHERE number <= $1", jobs));
        Assert.Equal(jobs - good, await database.Data.ReadAsync<long>("SELECT count(*) FROM jobs WHERE kind = 'test_poison' AND failed_at IS NOT NULL"));
        Assert.Equal(jobs - good, await database.Data.ReadAsync<long>("SELECT count(*) FROM jobs WHERE NOT recurring"));
        var interrupted = await database.Data.ReadAsync<long>($"SELECT count(*) - count(DISTINCT number) FROM attempts WHERE number % {OnePoisonIn} <> 0");
        output.WriteLine($"{good} jobs done and {jobs - good} set aside in {watch.Elapsed.TotalSeconds:F1} s; {kills} workers killed, {interrupted} runs begun again.");
    }
}
