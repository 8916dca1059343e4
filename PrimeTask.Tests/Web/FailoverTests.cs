using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace PrimeTask.Tests.Web;

/// <summary>Replicas that die or freeze, behind one address and behind one each.</summary>
public sealed class FailoverTests
{
    private const int Reads = 12;

    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_OneReplicaFrozen_IsAnsweredByTheOther(bool behindOneAddress)
    {
        await using var frozen = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(frozen.Address, living.Address);
        await using var web = behindOneAddress ? await WebServer.StartAsync(balancer.Address) : await WebServer.StartAsync(frozen.Address, living.Address);

        // First with connections to both in the pool, then with some of them gone.
        await ReadAsync(web.Client);
        frozen.Freeze();
        for (var round = 0; round < 2; round++)
            Assert.All(await ReadAsync(web.Client), port => Assert.Equal(living.Address.Port, port));
    }

    [Fact]
    public async Task Read_FrozenFromTheBeginning_IsAnsweredByTheOther()
    {
        await using var frozen = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(frozen.Address, living.Address);
        frozen.Freeze();
        await using var web = await WebServer.StartAsync(balancer.Address);

        Assert.All(await ReadAsync(web.Client), port => Assert.Equal(living.Address.Port, port));
    }

    [Fact]
    public async Task Read_ReplicaDiesUnderIt_IsAnsweredByTheOther()
    {
        var dying = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(dying.Address, living.Address);
        await using var web = await WebServer.StartAsync(balancer.Address);
        await ReadAsync(web.Client);
        dying.Freeze();

        var reads = ReadAsync(web.Client);
        dying.Abort();

        Assert.All(await reads, port => Assert.Equal(living.Address.Port, port));
    }

    [Fact]
    public async Task Write_ReplicaFreezesUnderIt_IsNotRepeated()
    {
        await using var frozen = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(frozen.Address);
        await ReadAsync(web.Client);
        frozen.Freeze();
        using var content = new StringContent("once");

        var write = web.Client.PostAsync("/api/echo", content, TestContext.Current.CancellationToken);
        await Task.Delay(_limit, TestContext.Current.CancellationToken);
        frozen.Abort();
        using var response = await write;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(1, frozen.Writes);
    }

    [Fact]
    public async Task Read_SlowAnswer_IsPassedOn()
    {
        await using var replica = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(replica.Address);

        using var response = await web.Client.GetAsync("/api/slow", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(replica.SlowReads, 1, 2);
    }

    /// <returns>The ports of those who answered.</returns>
    private static async Task<int[]> ReadAsync(HttpClient client)
    {
        var clock = Stopwatch.StartNew();
        var ports = await Task.WhenAll(Enumerable.Range(0, Reads).Select(async _ =>
        {
            using var response = await client.GetAsync("/api/echo", TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<Echo>(TestContext.Current.CancellationToken))!.Port;
        }));
        Assert.True(clock.Elapsed < _limit, $"The reads took {clock.Elapsed}.");
        return ports;
    }
}
