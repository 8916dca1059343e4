namespace PrimeTask.Tests.Tasks;

public sealed class TaskTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Create_Valid_AnswersTheTaskAndWhereItIs()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var created = await user.PostAsync("tasks/", new { title = "  Write it down ", due_date = "2026-12-01", priority = "high" });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("Task created successfully", (string)created.Body!["message"]!);
        Assert.Equal("Write it down", (string)created.Data["title"]!);
        Assert.Equal("2026-12-01T00:00:00Z", (string)created.Data["due_date"]!);
        Assert.Equal("Pending", (string)created.Data["status_display"]!);
        Assert.Equal(new Uri(app.BaseAddress, $"/api/v1/tasks/{(long)created.Data["id"]!}/"), created.Location);
        var read = await user.GetAsync($"tasks/{(long)created.Data["id"]!}");
        Assert.True(JsonNode.DeepEquals(created.Data, read.Data));
    }

    [Fact]
    public async Task Create_ManyWrongFields_NamesThemAll()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var response = (await user.PostAsync("tasks/", new { title = " ", status = "done", priority = (string?)null, due_date = "soon", description = "a\0b" }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Assert.Equal(["This field may not be blank."], response.Errors("title"));
        Assert.StartsWith("Invalid choice.", response.Errors("status")[0]);
        Assert.Equal(["This field may not be null."], response.Errors("priority"));
        Assert.Equal(["Enter a valid date and time."], response.Errors("due_date"));
        Assert.Equal(["Control characters other than tab and line breaks are not allowed."], response.Errors("description"));
    }

    [Fact]
    public async Task Patch_LeftOutAndNull_KeepsAndClears()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var created = await user.PostAsync("tasks/", new { title = "t", description = "keep", due_date = "2026-12-01T10:00:00+02:00", priority = "high" });
        var path = $"tasks/{(long)created.Data["id"]!}/";

        var completed = (await user.SendAsync(HttpMethod.Patch, path, new { status = "completed" })).Data;
        Assert.Equal(("keep", "2026-12-01T08:00:00Z", "high"), ((string)completed["description"]!, (string)completed["due_date"]!, (string)completed["priority"]!));
        Assert.NotNull(completed["completed_at"]);

        var cleared = (await user.SendAsync(HttpMethod.Patch, path, new { description = (string?)null, due_date = (string?)null })).Data;
        Assert.Null(cleared["description"]);
        Assert.Null(cleared["due_date"]);
        Assert.NotNull(cleared["completed_at"]);

        var replaced = (await user.SendAsync(HttpMethod.Put, path, new { title = "t2" })).Data;
        Assert.Equal(("pending", "medium"), ((string)replaced["status"]!, (string)replaced["priority"]!));
        Assert.Null(replaced["completed_at"]);
    }

    [Fact]
    public async Task Change_WithAnOldETag_IsRefused()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var path = $"tasks/{await user.AddTaskAsync()}/";
        var old = (await user.GetAsync(path)).ETag!;
        var changed = await user.SendAsync(HttpMethod.Patch, path, new { title = "Changed" }, ("If-Match", old));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(old, changed.ETag);

        (await user.SendAsync(HttpMethod.Patch, path, new { title = "Lost" }, ("If-Match", old)))
            .MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");
        (await user.SendAsync(HttpMethod.Delete, path, null, ("If-Match", old)))
            .MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");
        Assert.Equal(HttpStatusCode.NotModified, (await user.GetAsync(path, ("If-None-Match", changed.ETag!))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, path, null, ("If-Match", changed.ETag!))).Status);
    }

    [Fact]
    public async Task Tasks_OfSomebodyElse_AreNotThere()
    {
        using var owner = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var path = $"tasks/{await owner.AddTaskAsync()}/";

        foreach (var (method, body) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Patch, new { title = "x" }), (HttpMethod.Put, new { title = "x" }), (HttpMethod.Delete, null) })
            (await other.SendAsync(method, path, body)).MustFail(HttpStatusCode.NotFound, "Resource not found");

        // Twice: the second response comes from the cache.
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(1, (int)(await owner.GetAsync("tasks/")).Data["count"]!);
            Assert.Equal(0, (int)(await other.GetAsync("tasks/")).Data["count"]!);
            Assert.Equal(1, (int)(await admin.GetAsync($"tasks/?owner={owner.Id}")).Data["count"]!);
            Assert.Equal(0, (int)(await other.GetAsync("tasks/stats/")).Data["total"]!);
        }
    }

    [Fact]
    public async Task List_FilteredOrderedAndPaged_GivesWhatWasAskedFor()
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var (title, priority, due) in new[] { ("100% done", "low", "2020-01-01"), ("100 done", "high", null), ("b_c", "medium", "2030-01-01") })
            await user.PostAsync("tasks/", new { title, priority, due_date = due });

        Assert.Equal(["100 done", "b_c", "100% done"], await TitlesAsync("ordering=-priority"));
        Assert.Equal(["b_c", "100% done", "100 done"], await TitlesAsync("ordering=-due_date"));
        Assert.Equal(["100% done"], await TitlesAsync("search=0%25"));
        Assert.Equal(["b_c"], await TitlesAsync("search=B_"));
        Assert.Equal(["100% done"], await TitlesAsync("overdue=true"));
        Assert.Equal(["100% done"], await TitlesAsync("due_before=2021-01-01&status=pending,in_progress"));

        var first = await user.GetAsync("tasks/?page_size=2&ordering=id");
        Assert.Equal(3, (int)first.Data["count"]!);
        var next = new Uri((string)first.Data["next"]!);
        Assert.Equal(app.BaseAddress.Authority, next.Authority);
        Assert.Equal("?page_size=2&ordering=id&page=2", next.Query);
        (await user.GetAsync("tasks/?page=2")).MustFail(HttpStatusCode.NotFound, "Resource not found");

        async Task<string[]> TitlesAsync(string query) =>
            [.. (await user.GetAsync($"tasks/?{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!)];
    }

    [Fact]
    public async Task Owner_Me_IsTheCallerAlsoWhereTheCallerIsAnAdmin()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var first = await ApiUser.SignInAdminAsync(app);
        using var admin = await ApiUser.RegisterAsync(app);
        await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{admin.Id}/", new { role = "admin" });
        await admin.LoginAsync();
        await user.AddTaskAsync("The user's");
        await admin.PostAsync("tasks/", new { title = "The admin's", status = "completed" });

        foreach (var (caller, title) in new[] { (user, "The user's"), (admin, "The admin's") })
        {
            var list = (await caller.GetAsync("tasks/?owner=me")).Data;
            Assert.Equal(title, (string)Assert.Single(list["results"]!.AsArray())!["title"]!);
            Assert.Equal(1, (int)list["count"]!);
            Assert.Equal(1, (int)(await caller.GetAsync("tasks/stats/?owner=me")).Data["total"]!);
        }

        Assert.Equal(1, (int)(await admin.GetAsync($"tasks/stats/?owner={user.Id}")).Data["pending"]!);
        Assert.Equal(1, (await admin.GetAsync("tasks/stats/completed/?owner=me")).Data["results"]!.AsArray().Sum(day => (int)day!["count"]!));
        Assert.Equal(0, (await user.GetAsync("tasks/stats/completed/?owner=me")).Data["results"]!.AsArray().Sum(day => (int)day!["count"]!));
        foreach (var path in new[] { "tasks/", "tasks/stats/", "tasks/stats/completed/" })
        {
            Assert.Equal(["Invalid choice. Allowed: me."], (await user.GetAsync($"{path}?owner={admin.Id}")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("owner"));
            (await admin.GetAsync($"{path}?owner=nobody")).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        }
    }

    [Theory]
    [InlineData("colour=red", "colour")]
    [InlineData("status=done", "status")]
    [InlineData("page=0", "page")]
    [InlineData("page_size=101", "page_size")]
    [InlineData("ordering=owner", "ordering")]
    [InlineData("overdue=yes", "overdue")]
    [InlineData("due_after=tomorrow", "due_after")]
    [InlineData("owner=1", "owner")]
    public async Task List_UnknownParameterOrValue_IsNamed(string query, string field)
    {
        using var user = await SharedUserAsync();

        var response = (await user.GetAsync($"tasks/?{query}")).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Assert.NotEmpty(response.Errors(field));
    }

    private static readonly SemaphoreSlim _once = new(1);
    private static ApiUser? _shared;

    /// <summary>One account for all rows of a theory that only reads: hashing a password is what takes time.</summary>
    private async Task<ApiUser> SharedUserAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _shared ??= await ApiUser.RegisterAsync(app);
        }
        finally
        {
            _once.Release();
        }

        var user = ApiUser.Anonymous(app);
        user.Use(_shared.Access, _shared.Refresh);
        return user;
    }
}
