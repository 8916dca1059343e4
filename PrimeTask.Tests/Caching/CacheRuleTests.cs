using System.Collections.Concurrent;
using System.Globalization;
using PrimeTask.Tests.Caching.Check;

namespace PrimeTask.Tests.Caching;

/// <summary>The cache's rule and its costs, on replicas of its own behind bad networks.</summary>
public sealed class CacheRuleTests(PrimeTaskApp app)
{
    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Answers_UnderLoadAndFaults_AreNeverOldNorAnothers()
    {
        var told = new ConcurrentQueue<string>();
        var options = new CheckOptions(Soak.Of(500, 10_000), Replicas: Soak.Of(2, 3), Longest: TimeSpan.FromSeconds(Soak.Of(5, 60)))
        {
            Users = 5,
            TasksPerUser = 8,
            Readers = 12,
            Writers = 2,
            FaultPause = TimeSpan.FromSeconds(1),
            MeasuresTime = false,
            // So short a run may meet a slow Redis nearly all the time; that there are hits is counted before it.
            LeastHits = 0,
        };

        var (answers, violations) = await CheckRun.RunAsync(app, options, told.Enqueue);

        Assert.True(violations == 0 && answers > options.Answers / 10, string.Join('\n', told));
    }

    /// <summary>What <c>bench/cache-check</c> runs: it says how many answers, and shows what is written meanwhile.</summary>
    [Fact(Explicit = true)]
    public async Task Answers_ByTheThousands_AreNeverOldNorAnothers()
    {
        var answers = int.Parse(Environment.GetEnvironmentVariable("PRIMETASK_CACHE_CHECK") ?? "100000", CultureInfo.InvariantCulture);

        var (_, violations) = await CheckRun.RunAsync(app, new CheckOptions(answers, Replicas: 3, Longest: TimeSpan.FromMinutes(10)), Console.WriteLine);

        Assert.Equal(0, violations);
    }
}
