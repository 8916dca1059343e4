
namespace PrimeTask.Tests.Web;

/// <summary>Replicas that die or freeze, behind one address and behind one each.</summary>
public sealed class FailoverTests
{
    /// <param name="withContentType">Of a body that is not there: many clients send it with every request.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_ReplicaDiesUnderIt_IsAnsweredByTheOther(bool withContentType)
    {
        var dying = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(dying.Address, living.Address);
        await using var web = await WebServer.StartAsync(balancer.Address);
        await ParallelReads.SendAsync(web.Client);
        dying.Freeze();

        var reads = ParallelReads.SendAsync(web.Client, withContentType);
        dying.Abort();

        Assert.All(await reads, port => Assert.Equal(living.Address.Port, port));
    }

    [Fact]
    public async Task Write_ReplicaFreezesUnderIt_IsNotRepeated()
    {
        await using var frozen = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(frozen.Address);
        await ParallelReads.SendAsync(web.Client);
        frozen.Freeze();
        using var content = new StringContent("once");

        var write = web.Client.PostAsync("/api/echo", content, TestContext.Current.CancellationToken);
        // Longer than a read waits before it goes on to another replica.
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        frozen.Abort();
        using var response = await write;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(1, frozen.Writes);
    }

    [Fact]
    public async Task Read_SlowResponse_IsPassedOn()
    {
        await using var replica = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(replica.Address);

        using var response = await web.Client.GetAsync("/api/slow", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(replica.SlowReads, 1, 2);
    }
}
