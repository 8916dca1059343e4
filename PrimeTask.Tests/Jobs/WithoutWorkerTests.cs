namespace PrimeTask.Tests.Jobs;

/// <summary>While no worker runs everything else works, and jobs wait.</summary>
public sealed class WithoutWorkerTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Api_WithoutAWorker_Serves_AndAWorkerDoesWhatWaits()
    {
        await using var database = await JobDatabase.CreateAsync(app);
        (string, string)[] settings = [database.Setting, ("ConnectionStrings__cache", "127.0.0.1:1")];
        await using var api = await ServiceProcess.StartApiAsync(settings);
        using var client = new HttpClient { BaseAddress = api.Address };
        using var user = await api.RegisterAsync();
        using var gone = await api.RegisterAsync();

        await user.AddTaskAsync();
        await database.Data.ExecuteAsync("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = $1", gone.Id);
        Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        using (var health = await client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(1, await database.Data.ReadAsync<long>("SELECT count(*) FROM sessions WHERE user_id = $1", gone.Id));

        await using var worker = ServiceProcess.LaunchWorker(settings);
        await database.UntilAsync($"NOT EXISTS (SELECT FROM sessions WHERE user_id = {gone.Id})");
        await database.UntilAsync("(SELECT count(*) FROM jobs WHERE due_at > now() + interval '9 minutes' AND lease IS NULL AND error IS NULL) = 6");

        worker.Signal("TERM");
        Assert.Equal(0, await worker.Exit.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/refresh/", new { refresh = user.Refresh })).Status);
    }
}
