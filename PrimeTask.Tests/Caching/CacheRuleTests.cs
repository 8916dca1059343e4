using PrimeTask.CacheCheck;
using PrimeTask.CacheCheck.Load;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Tasks;

/// <summary>A short run of <c>bench/cache-check</c>: the cache's rule and its costs, on replicas of its own behind bad networks.</summary>
public sealed class CacheRuleTests(PrimeTaskApp app)
{
    private static readonly int _answers = Soak.Of(500, 10_000);

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Answers_UnderLoadAndFaults_AreNeverOldNorAnothers()
    {
        var servers = new Servers(
            await app.App.GetConnectionStringAsync("postgres", TestContext.Current.CancellationToken) ?? "",
            await app.App.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken) ?? "",
            KillRedisAsync: null);
        var options = new CheckOptions(_answers, Replicas: Soak.Of(2, 3), Random.Shared.Next(1, 1_000_000), Longest: TimeSpan.FromSeconds(Soak.Of(5, 60)))
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

        var result = await CheckRun.RunAsync(servers, options, TestContext.Current.SendDiagnosticMessage);

        Assert.True(result.Violations == 0, result.Text);
        Assert.True(result.Answers > _answers / 10, result.Text);
    }
}
