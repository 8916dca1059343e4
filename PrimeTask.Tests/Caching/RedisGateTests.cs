using Microsoft.Extensions.Logging.Abstractions;
using PrimeTask.ApiService.Caching;
using StackExchange.Redis;

namespace PrimeTask.Tests.Caching;

public sealed class RedisGateTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Command_WhoseTaskIsCancelled_IsDoneWithout()
    {
        var address = await app.App.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(address!);
        var gate = new RedisGate(redis, TimeProvider.System, NullLogger<RedisGate>.Instance);
        var cancelled = new CancellationToken(canceled: true);

        Assert.Null(await gate.TryAsync(_ => Task.FromCanceled<string>(cancelled)));
        Assert.False(await gate.TryDoAsync(_ => Task.FromCanceled(cancelled)));
    }
}
