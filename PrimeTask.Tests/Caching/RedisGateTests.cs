using Microsoft.Extensions.Logging.Abstractions;
using PrimeTask.ApiService.Caching;
using StackExchange.Redis;

namespace PrimeTask.Tests.Caching;

public sealed class RedisGateTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Command_WhoseTaskIsCancelled_IsDoneWithout()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(await app.ConnectionAsync("cache"));
        var gate = new RedisGate(redis, TimeProvider.System, NullLogger<RedisGate>.Instance);
        var cancelled = new CancellationToken(canceled: true);

        Assert.Null(await gate.TryAsync(_ => Task.FromCanceled<string>(cancelled)));
        Assert.False(await gate.TryDoAsync(_ => Task.FromCanceled(cancelled)));
    }
}
