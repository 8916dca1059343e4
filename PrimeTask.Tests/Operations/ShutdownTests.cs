using System.Diagnostics;

namespace PrimeTask.Tests.Operations;

/// <summary>A replica and a web server before it, both of which are told to end while a request is under way.</summary>
[Collection(Alone.Name)]
public sealed class ShutdownTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Sigterm_WhileARequestIsUnderWay_FailsReadinessAndServesUntilItIsDone()
    {
        var database = await OwnDatabase.CopyAsync(app);
        // As without the setting, which tests of other things set.
        var delay = ("Shutdown__Delay", "");
        await using var api = await ServiceProcess.StartApiAsync(
            ("ConnectionStrings__primetask", database), ("ConnectionStrings__cache", $"{await app.ConnectionAsync("cache")},defaultDatabase=7"), ("RateLimiting__Enabled", "false"), delay);
        await using var web = await ServiceProcess.StartWebAsync([api.Address], delay);
        using var user = await web.RegisterAsync();
        await using var data = NpgsqlDataSource.Create(database);
        await using var holder = await data.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var held = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("LOCK TABLE tasks IN EXCLUSIVE MODE", holder, held))
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var underWay = user.PostAsync("tasks/", new { title = "Under way" });
        while (await data.ReadAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0)
            Assert.False(underWay.IsCompleted);

        var watch = Stopwatch.StartNew();
        var exits = Task.WhenAll(web.TerminateAsync(), api.TerminateAsync());
        foreach (var service in (ServiceProcess[])[web, api])
        {
            while ((await service.GetAsync("/health")).Status != HttpStatusCode.ServiceUnavailable)
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), "/health does not say that the service is about to end.");
            Assert.Equal((HttpStatusCode.OK, true), await service.GetAsync("/alive"));
        }

        // Who has not heard of it yet is served.
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
        foreach (var service in (ServiceProcess[])[web, api])
            await Assert.ThrowsAsync<HttpRequestException>(() => AskUntilRefusedAsync(service, watch));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(9));
        Assert.False(underWay.IsCompleted);
        await held.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, (await underWay).Status);
        Assert.All(await exits, exitCode => Assert.Equal(0, exitCode));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(25), $"They took {watch.Elapsed} to end.");
    }

    [Theory]
    [InlineData("00:02:00")]
    [InlineData("soon")]
    public async Task Start_WithADelayThatCannotBe_EndsWithASentence(string delay)
    {
        var (exitCode, output) = await ServiceProcess.EndedWebAsync(("Shutdown__Delay", delay));

        Assert.Equal((1, $"The setting Shutdown:Delay is '{delay}': give hours, minutes and seconds up to a minute, such as 00:00:05."), (exitCode, output.Trim()));
    }

    private static async Task AskUntilRefusedAsync(ServiceProcess service, Stopwatch watch)
    {
        while (watch.Elapsed < TimeSpan.FromSeconds(15))
        {
            await service.GetAsync("/alive");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
