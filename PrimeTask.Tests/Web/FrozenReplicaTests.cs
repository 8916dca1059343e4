namespace PrimeTask.Tests.Web;

/// <summary>Reads are answered in time though a replica hangs.</summary>
[Collection(Alone.Name)]
public sealed class FrozenReplicaTests
{
    public static TheoryData<bool> Addresses => [.. Soak.Cases(1, true, false)];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Addresses))]
    public async Task Read_OneReplicaFrozen_IsAnsweredByTheOther(bool behindOneAddress)
    {
        await using var frozen = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(frozen.Address, living.Address);
        await using var web = behindOneAddress ? await WebServer.StartAsync(balancer.Address) : await WebServer.StartAsync(frozen.Address, living.Address);

        // First with connections to both in the pool, then with some of them gone.
        await ParallelReads.SendAsync(web.Client);
        frozen.Freeze();
        for (var round = 0; round < 2; round++)
            Assert.All(await ParallelReads.SendAsync(web.Client), port => Assert.Equal(living.Address.Port, port));
    }

    [Fact]
    public async Task Read_FrozenFromTheBeginning_IsAnsweredByTheOther()
    {
        await using var frozen = await Replica.StartAsync();
        await using var living = await Replica.StartAsync();
        await using var balancer = new RandomBalancer(frozen.Address, living.Address);
        frozen.Freeze();
        await using var web = await WebServer.StartAsync(balancer.Address);

        Assert.All(await ParallelReads.SendAsync(web.Client), port => Assert.Equal(living.Address.Port, port));
    }
}
