using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.Tests.Jobs;

/// <summary>Jobs are done after the transaction that asks for them, until they succeed or are set aside, by any number of workers.</summary>
public sealed class JobTests(PrimeTaskApp app, JobTests.TwoWorkers workers) : IClassFixture<JobTests.TwoWorkers>
{
    public static TheoryData<bool> EndsInTime => [.. Soak.Cases(1, true, false)];

    [Fact]
    public async Task Enqueue_InATransaction_IsDoneExactlyIfItCommits()
    {
        var database = workers.Database;
        await Assert.ThrowsAsync<NotSupportedException>(() => database.InTransactionAsync(async (db, cancellation) =>
        {
            await db.EnqueueAsync<EffectJob>(new Numbered(11), TimeSpan.Zero, cancellation);
            throw new NotSupportedException();
        }));

        await database.InTransactionAsync(async (db, cancellation) =>
        {
            await db.EnqueueAsync<EffectJob>(new Numbered(12), TimeSpan.Zero, cancellation);
            // Longer than a worker waits between looking for jobs.
            await Task.Delay(1500, cancellation);
            Assert.Equal(0, await database.Data.ReadAsync<long>("SELECT count(*) FROM attempts WHERE number = 12"));
        });

        await database.UntilAsync("EXISTS (SELECT FROM effects WHERE number = 12) AND NOT EXISTS (SELECT FROM jobs WHERE arguments LIKE '%:12,%')");
        Assert.Equal("12", await EffectsAsync(database, 11, 12));
    }

    [Fact]
    public async Task Enqueue_OutsideATransaction_Throws()
    {
        await using var db = workers.Database.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.EnqueueAsync<EffectJob>(new Numbered(1), TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Enqueue_WithADelay_IsDoneAfterIt()
    {
        var database = workers.Database;
        await database.InTransactionAsync((db, cancellation) => db.EnqueueAsync<EffectJob>(new Numbered(21), TimeSpan.FromSeconds(2), cancellation));
        var wanted = await database.Data.ReadAsync<DateTime>("SELECT wanted_at FROM jobs WHERE arguments LIKE '%:21,%'");

        await database.UntilAsync("EXISTS (SELECT FROM effects WHERE number = 21)");

        Assert.InRange(await database.Data.ReadAsync<DateTime>("SELECT min(at) FROM attempts WHERE number = 21"), wanted, wanted.AddSeconds(30));
    }

    [Fact]
    public async Task Job_ThatFails_IsTriedAfterGrowingDelaysAndSetAside_AndOperatorsSeeAndRetryIt()
    {
        var database = workers.Database;
        await database.EnqueueAsync<PoisonJob>(new Numbered(4711));
        await database.UntilAsync("EXISTS (SELECT FROM jobs WHERE kind = 'test_poison' AND failed_at IS NOT NULL)");
        var id = await database.Data.ReadAsync<long>("SELECT id FROM jobs WHERE kind = 'test_poison'");

        var times = await database.Data.ReadAsync<DateTime[]>("SELECT array_agg(at ORDER BY at) FROM attempts WHERE number = 4711");
        Assert.Equal(3, times.Length);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(0.3), string.Join(' ', times));
        Assert.True(times[2] - times[1] >= TimeSpan.FromSeconds(1.2), string.Join(' ', times));

        var list = await ServiceProcess.CommandAsync(["jobs", "list"], "", database.Setting);
        Assert.True(list.ExitCode == 0, list.Output);
        var line = Assert.Single(list.Output.Split('\n'), line => line.Contains("test_poison", StringComparison.Ordinal));
        Assert.Matches($"^{id} +failed +test_poison +3 +[0-9TZ:-]+ +[0-9TZ:-]+ +InvalidOperationException: It is poison, with a NUL and half a pair", line);
        Assert.DoesNotContain("4711", list.Output);
        Assert.Contains("clean_up_sessions", list.Output);

        var retry = await ServiceProcess.CommandAsync(["jobs", "retry", $"{id}"], "", database.Setting);
        Assert.Equal((0, $"Job {id} will run again."), (retry.ExitCode, retry.Output.Trim()));
        await database.UntilAsync("(SELECT count(*) FROM attempts WHERE number = 4711) = 6 AND EXISTS (SELECT FROM jobs WHERE kind = 'test_poison' AND failed_at IS NOT NULL)");

        var delete = await ServiceProcess.CommandAsync(["jobs", "delete", $"{id}"], "", database.Setting);
        Assert.Equal((0, $"Job {id} was deleted."), (delete.ExitCode, delete.Output.Trim()));
        var gone = await ServiceProcess.CommandAsync(["jobs", "retry", $"{id}"], "", database.Setting);
        Assert.Equal((1, $"There is no job {id}, or it runs just now."), (gone.ExitCode, gone.Output.Trim()));

        // It would not come back before a worker is started again.
        await database.UntilAsync("EXISTS (SELECT FROM jobs WHERE kind = 'clean_up_sessions' AND lease IS NULL)");
        var recurring = await database.Data.ReadAsync<long>("SELECT id FROM jobs WHERE kind = 'clean_up_sessions'");
        var kept = await ServiceProcess.CommandAsync(["jobs", "delete", $"{recurring}"], "", database.Setting);
        Assert.Equal((1, $"There is no job {recurring}, or it runs just now, or it recurs."), (kept.ExitCode, kept.Output.Trim()));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 40)]
    [InlineData(6, 10240)]
    [InlineData(7, 21600)]
    [InlineData(100, 21600)]
    public void Delay_AfterAttempts_GrowsUpToSixHours(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), new JobOptions().DelayAfter(attempts));

    [Theory]
    [InlineData("Jobs__Concurrency", "0", "Jobs:Concurrency must be a number from 1 to 12.")]
    [InlineData("Jobs__Lease", "00:00:00.5", "Jobs:Lease must be from 00:00:01 to 01:00:00.")]
    public async Task Start_WithABadSetting_IsRefusedWithASentence(string name, string value, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => workers.Database.StartAsync((name, value)));

        Assert.Contains(sentence, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WhoseWorkersAllEndedWhileTheyRanIt_IsSetAside()
    {
        var database = workers.Database;
        await database.InTransactionAsync(async (db, cancellation) =>
        {
            await db.EnqueueAsync<EffectJob>(new Numbered(31), TimeSpan.Zero, cancellation);
            // As three workers leave it that were killed.
            await db.Database.ExecuteSqlAsync(
                $"UPDATE jobs SET attempts = 3, lease = gen_random_uuid(), due_at = now() - interval '1 second' WHERE arguments LIKE '%:31,%'", cancellation);
        });

        await database.UntilAsync("EXISTS (SELECT FROM jobs WHERE arguments LIKE '%:31,%' AND failed_at IS NOT NULL AND error LIKE '%Each worker that ran it ended before it was done.')");
        Assert.Equal("", await EffectsAsync(database, 31));
    }

    [Fact]
    public async Task Job_OfAKindThatOnlyANewerWorkerKnows_IsLeftToIt()
    {
        var database = workers.Database;
        await database.InTransactionAsync(async (db, cancellation) =>
        {
            await db.EnqueueAsync<EffectJob>(new Numbered(41), TimeSpan.Zero, cancellation);
            await db.Database.ExecuteSqlAsync($"UPDATE jobs SET kind = 'of_the_next_version' WHERE arguments LIKE '%:41,%'", cancellation);
            await db.EnqueueAsync<EffectJob>(new Numbered(42), TimeSpan.Zero, cancellation);
        });

        await database.UntilAsync("EXISTS (SELECT FROM effects WHERE number = 42)");

        Assert.Equal(0, await database.Data.ReadAsync<int>("SELECT attempts FROM jobs WHERE kind = 'of_the_next_version'"));
    }

    [Fact]
    public async Task RecurringJob_WithTwoWorkers_IsDoneOnceATime()
    {
        var database = workers.Database;

        await database.UntilAsync($"(SELECT count(*) FROM effects WHERE number = {RecurringJob.Number}) >= 4");

        Assert.Equal(1, await database.Data.ReadAsync<long>("SELECT count(*) FROM jobs WHERE kind = 'test_recurring'"));
        Assert.True(await database.Data.ReadAsync<bool>(
            "SELECT min(gap) >= interval '1 second' FROM (SELECT at - lag(at) OVER (ORDER BY at) AS gap FROM effects WHERE number = $1) AS gaps", RecurringJob.Number));
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(EndsInTime))]
    public async Task Worker_ToldToEnd_EndsItsJobsOrGivesThemBack_AndTakesNoMore(bool inTime)
    {
        await using var database = await JobDatabase.CreateAsync(app);
        var worker = database.Launch();
        await database.EnqueueAsync<HeldJob>(new Numbered(1));
        await database.UntilAsync("EXISTS (SELECT FROM attempts WHERE number = 1)");

        worker.Signal("TERM");
        await worker.WaitForLineAsync("Ending: waiting for ", TimeSpan.FromSeconds(20));
        await database.EnqueueAsync<EffectJob>(new Numbered(2));
        if (inTime)
            await database.Data.ExecuteAsync("INSERT INTO effects (number) VALUES (-1)");

        Assert.Equal(0, await worker.Exit.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken));
        Assert.Equal(inTime ? "-1 1" : "", await EffectsAsync(database, -1, 1, 2));
        Assert.Equal(
            inTime ? "test_effect" : "test_effect test_held",
            await database.Data.ReadAsync<string>("SELECT string_agg(kind, ' ' ORDER BY kind) FROM jobs WHERE NOT recurring AND attempts = 0 AND lease IS NULL AND due_at <= now()"));
    }

    [Fact]
    public async Task Worker_FrozenWhileItRunsAJob_DoesNotDoItBesideTheOneThatTookOver()
    {
        await using var database = await JobDatabase.CreateAsync(app);
        var frozen = database.Launch(("Jobs__Lease", "00:00:01"));
        await database.EnqueueAsync<EffectJob>(new Numbered(1, Milliseconds: 300));
        await database.UntilAsync("EXISTS (SELECT FROM attempts)");
        frozen.Signal("STOP");

        await database.StartAsync();
        await database.UntilAsync("EXISTS (SELECT FROM effects WHERE number = 1)");
        frozen.Signal("CONT");

        await frozen.WaitForLineAsync("was taken by another worker", TimeSpan.FromSeconds(20));
        Assert.Equal("1", await EffectsAsync(database, 1));
        Assert.Equal(2, await database.Data.ReadAsync<long>("SELECT count(*) FROM attempts"));
    }

    [Fact]
    public async Task Job_OfARequest_IsPartOfItsTrace()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var database = await JobDatabase.CreateAsync(app);
        database.Launch(collector.Settings);
        using var request = new Activity("request") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        await database.EnqueueAsync<EffectJob>(new Numbered(1));

        var spans = await collector.WaitAsync(
            received => received.Spans.Where(span => span.TraceId == request.TraceId.ToHexString()).ToArray(),
            found => found.Any(span => span.Name == "job test_effect"),
            found => string.Join('\n', found.AsEnumerable()));

        var job = Assert.Single(spans, span => span.Name == "job test_effect");
        Assert.Equal(request.SpanId.ToHexString(), job.ParentId);
        Assert.Equal("succeeded", job["job.outcome"]);
        Assert.Contains(spans, span => span.ParentId == job.Id && span.Source == "Npgsql");
        // What comes round by itself belongs to nobody.
        Assert.DoesNotContain(collector.Spans, span => span.ParentId.Length == 0);
    }

    private static Task<string> EffectsAsync(JobDatabase database, params int[] numbers) =>
        database.Data.ReadAsync<string>("SELECT coalesce(string_agg(number::text, ' ' ORDER BY number), '') FROM effects WHERE number = ANY ($1)", numbers);

    /// <summary>On one database; each test has numbers of its own.</summary>
    public sealed class TwoWorkers(PrimeTaskApp app) : IAsyncLifetime
    {
        internal JobDatabase Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await JobDatabase.CreateAsync(app);
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Database.StartAsync(("Jobs__MaxAttempts", "3"), ("Jobs__FirstDelay", "00:00:00.3"))));
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
