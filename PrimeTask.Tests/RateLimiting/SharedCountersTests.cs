using Microsoft.Extensions.Logging.Abstractions;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.Tests.Caching.Check;
using StackExchange.Redis;

namespace PrimeTask.Tests.RateLimiting;

public sealed class SharedCountersTests(PrimeTaskApp app)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(LinkState.Refused)]
    [InlineData(LinkState.Deaf)]
    public async Task Increment_AfterRedisWasAway_HasForgottenNothingAndCountedNothingTwice(LinkState away)
    {
        await using var direct = await ConnectionMultiplexer.ConnectAsync(await app.ConnectionAsync("cache"));
        var options = ConfigurationOptions.Parse(await app.ConnectionAsync("cache"));
        var port = options.EndPoints[0] is DnsEndPoint dns ? dns.Port : ((IPEndPoint)options.EndPoints[0]).Port;
        await using var proxy = new RedisProxy("127.0.0.1", port, direct.GetDatabase());
        options.EndPoints.Clear();
        options.EndPoints.Add(IPAddress.Loopback, proxy.Port);
        options.AbortOnConnectFail = false;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        using var counters = new SharedCounters(new RedisGate(redis, TimeProvider.System, NullLogger<RedisGate>.Instance), TimeProvider.System);
        var name = $"test:{Guid.NewGuid():N}";
        Assert.Equal(1, await counters.IncrementAsync(name, _lifetime));

        proxy.State = away;
        for (var count = 2; count <= 6; count++)
            Assert.Equal(count, await counters.IncrementAsync(name, _lifetime));
        await counters.DecrementAsync(name, _lifetime);

        proxy.State = LinkState.Open;
        proxy.Reset();
        // Until a connection stands again.
        var next = 6;
        do
        {
            Assert.True(next < 1000, "Redis was never told what had been counted without it.");
            Assert.Equal(next++, await counters.IncrementAsync(name, _lifetime));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        while (await direct.GetDatabase().StringGetAsync($"primetask:limit:{name}") != next - 1);
    }
}
