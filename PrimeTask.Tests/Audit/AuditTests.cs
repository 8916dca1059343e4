namespace PrimeTask.Tests.Audit;

public sealed class AuditTests(PrimeTaskApp app)
{
    [Fact]
    public async Task ListAudit_OfAnAccount_NamesItUntilItIsGone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);

        var before = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}")).Data["results"]![0]!;
        await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/");
        var after = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}")).Data["results"]![0]!;

        Assert.Equal("registered", (string)before["event"]!);
        Assert.Equal(user.Username, (string)before["subject_username"]!);
        Assert.Equal("deleted", (string)after["event"]!);
        Assert.Equal(user.Id, (long)after["subject"]!);
        Assert.True(after.AsObject().ContainsKey("subject_username"));
        Assert.Null(after["subject_username"]);
        Assert.Equal((string)(await admin.GetAsync("auth/profile/")).Data["username"]!, (string)after["actor_username"]!);
    }

    [Fact]
    public async Task Entries_OfRequestsWithOneTraceparent_HaveIdsOfTheirOwn()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var forged = ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        for (var call = 0; call < 2; call++)
            await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }, forged);

        var entries = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&event=signed_in")).Data["results"]!.AsArray();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal("0af7651916cd43dd8448eb211c80319c", (string)entry!["request_id"]!));
        Assert.All(entries, entry => Assert.Matches("^[0-9a-f]{16}$", (string)entry!["span_id"]!));
        Assert.DoesNotContain("b7ad6b7169203331", entries.Select(entry => (string)entry!["span_id"]!));
        Assert.Equal(2, entries.Select(entry => (string)entry!["span_id"]!).Distinct().Count());
    }

    [Fact]
    public async Task AdminCalls_OfAUser_AreAuditedAsRefusedOnceInAWindow()
    {
        await using var replica = await ServiceProcess.StartApiAsync([.. await app.SettingsAsync(), ("RateLimiting__Window", "01:00:00")]);
        using var user = await replica.RegisterAsync();
        using var other = await replica.RegisterAsync();
        using var admin = await ApiUser.SignInAdminAsync(app);

        await user.GetAsync("auth/admin/users/");
        await user.SendAsync(HttpMethod.Delete, "tasks/admin/1/delete/");
        await other.GetAsync("auth/admin/users/");

        Assert.Equal(["permission_denied", "registered"], await EventsAsync(admin, $"actor={user.Id}"));
        Assert.Equal(["permission_denied", "registered"], await EventsAsync(admin, $"actor={other.Id}"));
    }

    [Fact]
    public async Task AdminsChanges_OfNamesAndTasks_AreAuditedAndTheOwnersAreNot()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        long[] tasks = [await user.AddTaskAsync(), await user.AddTaskAsync(), await user.AddTaskAsync(), await user.AddTaskAsync()];
        await user.SendAsync(HttpMethod.Patch, $"tasks/{tasks[0]}/", new { title = "My own" });
        await user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "update", id = tasks[0], data = new { title = "Still my own" } } } });
        var own = await admin.AddTaskAsync();
        await admin.SendAsync(HttpMethod.Patch, $"tasks/{own}/", new { title = "The admin's own" });

        await admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { last_name = "Lovelace" });
        await admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { last_name = "Lovelace" });
        await admin.SendAsync(HttpMethod.Patch, $"tasks/{tasks[0]}/", new { title = "Another" });
        await admin.SendAsync(HttpMethod.Put, $"tasks/{tasks[0]}/", new { title = "Yet another" });
        await admin.SendAsync(HttpMethod.Patch, $"tasks/{tasks[0]}/", new { title = "Never" }, ("If-Match", "\"stale\""));
        await admin.SendAsync(HttpMethod.Delete, $"tasks/{tasks[1]}/");
        await admin.SendAsync(HttpMethod.Delete, $"tasks/admin/{tasks[2]}/delete/");
        await admin.PostAsync("tasks/bulk/", new
        {
            operations = new object[] { new { op = "update", id = tasks[0], data = new { title = "In bulk" } }, new { op = "delete", id = tasks[3] } },
        });

        var entries = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&ordering=at")).Data["results"]!.AsArray();
        Assert.Equal(
            ["registered", "names_changed", "task_changed", "task_changed", "task_deleted", "task_deleted", "task_changed", "task_deleted"],
            entries.Select(entry => (string)entry!["event"]!));
        Assert.Equal(
            [null, null, tasks[0], tasks[0], tasks[1], tasks[2], tasks[0], tasks[3]], entries.Select(entry => (long?)entry!["task"]));
        Assert.All(entries.Skip(1), entry => Assert.Equal(admin.Id, (long)entry!["actor"]!));
        Assert.All(entries.Skip(1), entry => Assert.NotNull(entry!["ip_address"]));
        Assert.All(entries.Skip(1), entry => Assert.NotNull(entry!["span_id"]));
    }

    private static async Task<IEnumerable<string>> EventsAsync(ApiUser admin, string filter) =>
        (await admin.GetAsync($"auth/admin/audit/?{filter}")).Data["results"]!.AsArray().Select(entry => (string)entry!["event"]!);

    [Theory]
    [InlineData("UPDATE audit SET actor_id = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    public async Task Audit_ChangedInTheDatabase_IsRefused(string sql)
    {
        await using var data = await app.OpenDatabaseAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => data.ExecuteAsync(sql));

        Assert.Equal("The audit is append-only.", refusal.MessageText);
    }
}
