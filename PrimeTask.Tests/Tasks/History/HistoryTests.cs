namespace PrimeTask.Tests.Tasks.History;

public sealed class HistoryTests(PrimeTaskApp app)
{
    [Fact]
    public async Task History_OfATask_HasEachChangeOnceTheNewestFirst()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = await user.AddTaskAsync("Paint");

        await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Paint the fence", priority = "high" });
        await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { priority = "high" });
        await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Never" }, ("If-Match", "\"old\""));
        await user.SendAsync(HttpMethod.Put, $"tasks/{id}/", new { title = "Paint the fence" });
        await user.PostAsync("tasks/bulk/", new { operations = new object[] { Update(id, new { description = "Green" }), Update(id, new { description = "Green" }), Update(id, new { due_on = "2027-01-31" }) } });
        await user.PostAsync("tasks/bulk/", new { atomic = true, operations = new object[] { Update(id, new { title = "Never" }), Update(0, new { title = "Never" }) } });
        var trashedAt = await TrashAsync(user, id);
        var inTrash = await user.GetAsync($"tasks/{id}/history/");
        await user.PostAsync($"tasks/{id}/restore/", new { });

        Assert.Equal(
            [
                $$$"""{"deleted_at":{"from":{{{trashedAt}}},"to":null}}""",
                $$$"""{"deleted_at":{"from":null,"to":{{{trashedAt}}}}}""",
                """{"due_on":{"from":null,"to":"2027-01-31"}}""",
                """{"description":{"from":null,"to":"Green"}}""",
                """{"priority":{"from":"high","to":"medium"}}""",
                """{"priority":{"from":"medium","to":"high"},"title":{"from":"Paint","to":"Paint the fence"}}""",
            ],
            (await ChangesAsync(user, id)).Select(Sorted));
        Assert.Equal(5, (int)inTrash.Data["count"]!);
        var entry = inTrash.Data["results"]![4]!;
        Assert.Equal(["id", "at", "actor", "actor_username", "changes"], entry.AsObject().Select(member => member.Key));
        Assert.Equal((user.Id, user.Username), ((long)entry["actor"]!, (string)entry["actor_username"]!));
        Assert.True(DateTimeOffset.UtcNow - (DateTimeOffset)entry["at"]! < TimeSpan.FromMinutes(1));

        var second = await user.GetAsync($"tasks/{id}/history/?page=2&page_size=4");
        Assert.Equal((2, 6), (second.Data["results"]!.AsArray().Count, (int)second.Data["count"]!));
        Assert.NotEmpty((await user.GetAsync($"tasks/{id}/history/?owner=me")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("owner"));
        (await user.GetAsync("tasks/1234567890123/history/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
    }

    [Fact]
    public async Task History_OfAnAdminsChange_NamesThemUntilTheirAccountIsGone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var first = await ApiUser.SignInAdminAsync(app);
        using var admin = await ApiUser.RegisterAsync(app);
        await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{admin.Id}/", new { role = "admin" });
        await admin.LoginAsync();
        var id = await user.AddTaskAsync();

        await admin.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" });

        var entry = Assert.Single((await user.GetAsync($"tasks/{id}/history/")).Data["results"]!.AsArray())!;
        Assert.Equal(admin.Username, (string?)entry["actor_username"]);
        Assert.Equal(["completed_at", "status"], entry["changes"]!.AsObject().Select(change => change.Key).Order());
        Assert.Equal(HttpStatusCode.NoContent, (await first.SendAsync(HttpMethod.Delete, $"auth/admin/users/{admin.Id}/")).Status);
        entry = Assert.Single((await user.GetAsync($"tasks/{id}/history/")).Data["results"]!.AsArray())!;
        Assert.Equal((null, null), (entry["actor"], entry["actor_username"]));
    }

    [Fact]
    public async Task Changes_OfOneTaskByManyAtOnce_AreAllInItsHistory()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = await user.AddTaskAsync("0");

        await Task.WhenAll(Enumerable.Range(1, 30).Select(number => user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = $"{number}" })));

        var titles = (await ChangesAsync(user, id)).Select(changes => ((string)changes["title"]!["from"]!, (string)changes["title"]!["to"]!)).Reverse().ToArray();
        Assert.Equal(30, titles.Length);
        Assert.Equal("0", titles[0].Item1);
        // Each begins with what the one before it ended with.
        Assert.Equal(titles.Select(title => title.Item2).SkipLast(1), titles.Select(title => title.Item1).Skip(1));
        Assert.Equal(titles[^1].Item2, (string)(await user.GetAsync($"tasks/{id}/")).Data["title"]!);
    }

    private static object Update(long id, object data) => new { op = "update", id, data };

    private static async Task<string> TrashAsync(ApiUser user, long id)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);
        return (await user.GetAsync("tasks/trash/")).Data["results"]![0]!["deleted_at"]!.ToJsonString();
    }

    private static async Task<IEnumerable<JsonNode>> ChangesAsync(ApiUser user, long id) =>
        (await user.GetAsync($"tasks/{id}/history/?page_size=100")).Data["results"]!.AsArray().Select(entry => entry!["changes"]!);

    private static string Sorted(JsonNode changes) =>
        new JsonObject(changes.AsObject().OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => KeyValuePair.Create(change.Key, change.Value?.DeepClone()))).ToJsonString();
}
