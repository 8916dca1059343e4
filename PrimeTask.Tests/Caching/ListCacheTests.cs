namespace PrimeTask.Tests.Caching;

/// <summary>The cache is invisible except in speed.</summary>
public sealed class ListCacheTests(PrimeTaskApp app)
{
    [Fact]
    public async Task List_AskedAgain_ComesFromTheCacheAndKnowsItsETag()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync();

        var response = await user.GetAsync("tasks/");
        for (var attempt = 0; response.Header("Age") is null && attempt < 50; attempt++)
            response = await user.GetAsync("tasks/");

        Assert.NotNull(response.Header("Age"));
        Assert.Equal("no-cache, private", string.Join(", ", response.Header("Cache-Control")!.Split(", ").Order()));
        var known = await user.GetAsync("tasks/", ("If-None-Match", response.ETag!));
        for (var attempt = 0; known.Header("Age") is null && attempt < 50; attempt++)
            known = await user.GetAsync("tasks/", ("If-None-Match", response.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        Assert.NotNull(known.Header("Age"));
    }

    [Fact]
    public async Task ListAndStats_AfterEveryWriteUnderLoad_ShowTheWrite()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var load = Enumerable.Range(0, 6).Select(reader => ReadUntilAsync(reader % 3 == 0 ? admin : user, user.Id, stop.Token)).ToArray();

        for (var written = 1; written <= 40; written++)
        {
            var id = await user.AddTaskAsync($"Task {written}");
            var responses = await Task.WhenAll(user.GetAsync("tasks/"), user.GetAsync("tasks/stats/"), admin.GetAsync($"tasks/?owner={user.Id}"));
            Assert.Equal([written, written, written], responses.Select(response => (int)(response.Data["count"] ?? response.Data["total"])!));

            await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" });
            Assert.Equal(written, (int)(await user.GetAsync("tasks/stats/")).Data["completed"]!);
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
    }

    private static async Task ReadUntilAsync(ApiUser reader, long owner, CancellationToken stop)
    {
        var admin = reader.Id != owner;
        var seen = 0;
        while (!stop.IsCancellationRequested)
        {
            var list = await reader.GetAsync(admin ? $"tasks/?owner={owner}" : "tasks/");
            var count = (int)list.Data["count"]!;
            Assert.True(count >= seen, $"A list went back from {seen} to {count} tasks.");
            seen = count;
            await reader.GetAsync("tasks/stats/");
        }
    }

    [Fact]
    public async Task Stats_WhenATaskBecomesOverdue_SaySoAtOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(2);
        await user.PostAsync("tasks/", new { title = "Soon", due_date = due.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture) });

        var overdue = 0;
        while (overdue == 0 && TimeProvider.System.GetUtcNow() < due.AddSeconds(5))
            overdue = (int)(await user.GetAsync("tasks/stats/")).Data["overdue"]!;

        Assert.Equal(1, overdue);
        Assert.True(TimeProvider.System.GetUtcNow() < due.AddSeconds(2));
    }
}
