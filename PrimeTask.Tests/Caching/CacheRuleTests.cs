using System.Collections.Concurrent;
using PrimeTask.Tests.Caching.Check;

namespace PrimeTask.Tests.Caching;

/// <summary>The cache's rule and its costs, on replicas of its own behind bad networks.</summary>
public sealed class CacheRuleTests(PrimeTaskApp app)
{
    /// <summary>How many responses <c>bench/cache-check</c> asks for, which also shows what is written meanwhile.</summary>
    private static readonly string? _responses = Environment.GetEnvironmentVariable("PRIMETASK_CACHE_CHECK");

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Responses_UnderLoadAndFaults_AreNeverOldNorAnothers()
    {
        var told = new ConcurrentQueue<string>();
        var options = _responses is not null
            ? new CheckOptions(int.Parse(_responses, CultureInfo.InvariantCulture), Replicas: 3, Longest: TimeSpan.FromMinutes(10))
            : new CheckOptions(Soak.Of(500, 5_000), Replicas: Soak.Of(2, 3), Longest: TimeSpan.FromSeconds(Soak.Of(5, 30)))
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

        var (responses, violations) = await CheckRun.RunAsync(app, options, _responses is null ? told.Enqueue : Console.WriteLine);

        Assert.True(violations == 0 && responses > options.Responses / 10, string.Join('\n', told));
    }
}
