namespace PrimeTask.Tests.Tasks.Projects;

public sealed class ProjectTests(PrimeTaskApp app)
{
    private static readonly string[] _labels = ["errand"];

    [Fact]
    public async Task Project_OverItsLife_IsWhatWasWritten()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var created = await user.PostAsync("projects/", new { name = " Kitchen ", color = "teal" });
        var id = (long)created.Data["id"]!;
        var address = $"projects/{id}/";

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.EndsWith(address, created.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(("Kitchen", "teal", false, 0), ((string)created.Data["name"]!, (string)created.Data["color"]!, (bool)created.Data["archived"]!, (int)created.Data["tasks_count"]!));
        Assert.Equal("archived", Assert.Single((await user.SendAsync(HttpMethod.Patch, address, new { archived = "x" })).Body!["errors"]!.AsObject()).Key);
        var changed = await user.SendAsync(HttpMethod.Patch, address, new { archived = true }, ("If-Match", created.ETag!));
        Assert.True((bool)changed.Data["archived"]!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await user.SendAsync(HttpMethod.Patch, address, new { name = "Late" }, ("If-Match", created.ETag!))).Status);
        Assert.Equal("Kitchen", (string)(await user.GetAsync("projects/?archived=true")).Data["results"]!.AsArray().Single()!["name"]!);
        Assert.Empty((await user.GetAsync("projects/?archived=false")).Data["results"]!.AsArray());
        var replaced = await user.SendAsync(HttpMethod.Put, address, new { name = "Bath" });
        Assert.Equal(("Bath", "gray", false), ((string)replaced.Data["name"]!, (string)replaced.Data["color"]!, (bool)replaced.Data["archived"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, address, null, ("If-Match", replaced.ETag!))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync(address)).Status);
        Assert.Empty((await user.GetAsync("projects/")).Data["results"]!.AsArray());
    }

    [Fact]
    public async Task Tasks_OfProjects_AreFilteredAndCounted()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (garden, house) = (await AddAsync(user, "Garden"), await AddAsync(user, "House"));
        await user.PostAsync("tasks/", new { title = "inbox" });
        await user.PostAsync("tasks/", new { title = "dig", project = garden });
        await user.PostAsync("tasks/", new { title = "plant", project = garden, status = "completed" });
        await user.PostAsync("tasks/", new { title = "paint", project = house });

        Assert.Equal("dig plant", await TitlesAsync(user, $"project={garden}"));
        Assert.Equal("dig paint plant", await TitlesAsync(user, $"project={garden},{house}"));
        Assert.Equal("inbox", await TitlesAsync(user, "project=none"));
        Assert.Equal("inbox paint", await TitlesAsync(user, $"project=none,{house}"));
        Assert.NotEmpty((await user.GetAsync("tasks/?project=x")).Errors("project"));
        Assert.NotEmpty((await user.GetAsync("tasks/?project=")).Errors("project"));

        var listed = (await user.GetAsync("projects/")).Data["results"]!.AsArray();
        Assert.Equal([("Garden", 2, 1), ("House", 1, 1)], listed.Select(project => ((string)project!["name"]!, (int)project["tasks_count"]!, (int)project["open_tasks_count"]!)));
        var stats = (await user.GetAsync("tasks/stats/")).Data;
        Assert.Equal([(garden, 2, 1), (house, 1, 1)], stats["by_project"]!.AsArray().Select(project => ((long)project!["project"]!, (int)project["total"]!, (int)project["open"]!)));
        Assert.Equal(4, (int)stats["total"]!);
        var own = (await user.GetAsync($"projects/{garden}/stats/")).Data;
        Assert.Equal((2, 1, 1), ((int)own["total"]!, (int)own["pending"]!, (int)own["completed"]!));
        Assert.Equal((2, 1), ((int)(await user.GetAsync($"tasks/stats/?project={garden}")).Data["total"]!, (int)(await user.GetAsync("tasks/stats/?project=none")).Data["total"]!));
    }

    [Fact]
    public async Task TasksOfArchivedProjects_AreLeftOutWhereOneAsksForIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (garden, house) = (await AddAsync(user, "Garden"), await AddAsync(user, "House"));
        await user.PostAsync("tasks/", new { title = "inbox", due_date = "2001-01-01T00:00:00Z", labels = _labels });
        await user.PostAsync("tasks/", new { title = "dig", project = garden, due_on = "2001-01-01", labels = _labels });
        await user.PostAsync("tasks/", new { title = "plant", project = garden, status = "completed" });
        await user.PostAsync("tasks/", new { title = "paint", project = house });
        // Nothing is archived: all are counted, as without the filter.
        Assert.Equal(("dig inbox paint plant", ""), await FoundAsync());
        Assert.Equal((4, 2, 2), await StatsAsync());

        await user.SendAsync(HttpMethod.Patch, $"projects/{garden}/", new { archived = true });
        Assert.Equal(("inbox paint", "dig plant"), await FoundAsync());
        Assert.Equal((2, 1, 1), await StatsAsync());
        Assert.Equal("dig inbox paint plant", await TitlesAsync(user, "page_size=9"));
        Assert.Equal("inbox", await TitlesAsync(user, "archived=false&due=overdue"));
        Assert.Equal("inbox", await TitlesAsync(user, "archived=false&label=errand"));
        Assert.Equal("dig", await TitlesAsync(user, "archived=true&search=dig"));
        Assert.Equal("", await TitlesAsync(user, $"archived=false&project={garden}"));
        var first = (await user.GetAsync("tasks/?archived=false&ordering=title&page_size=1")).Data;
        Assert.Equal(2, (int)first["count"]!);
        Assert.Equal("paint", await TitlesAsync(user, $"archived=false&ordering=title&page_size=1&cursor={first["next_cursor"]}"));
        Assert.NotEmpty((await user.GetAsync($"tasks/?ordering=title&page_size=1&cursor={first["next_cursor"]}")).Errors("cursor"));
        Assert.NotEmpty((await user.GetAsync("tasks/?archived=some")).Errors("archived"));

        await user.SendAsync(HttpMethod.Patch, $"projects/{garden}/", new { archived = false });
        Assert.Equal(("dig inbox paint plant", ""), await FoundAsync());
        Assert.Equal((4, 2, 2), await StatsAsync());

        async Task<(string Others, string Archived)> FoundAsync() => (await TitlesAsync(user, "archived=false"), await TitlesAsync(user, "archived=true"));

        async Task<(int Total, int Overdue, int Labelled)> StatsAsync()
        {
            var stats = (await user.GetAsync("tasks/stats/?archived=false")).Data;
            return ((int)stats["total"]!, (int)stats["overdue"]!, (int)(await user.GetAsync("labels/")).Data["results"]!.AsArray().Single()!["open_tasks_count"]!);
        }
    }

    [Fact]
    public async Task Project_OfAnotherOwner_TakesNoTasks()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var (foreign, own, task) = (await AddAsync(other, "Theirs"), await AddAsync(user, "Mine"), await user.AddTaskAsync());

        Assert.Equal(["There is no such project."], (await user.PostAsync("tasks/", new { title = "x", project = foreign })).Errors("project"));
        Assert.Equal(["There is no such project."], (await user.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { project = foreign })).Errors("project"));
        Assert.Equal(["There is no such project."], (await user.SendAsync(HttpMethod.Put, $"tasks/{task}/", new { title = "x", project = foreign })).Errors("project"));
        Assert.Equal(
            ["There is no such project."],
            (await user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "update", id = task, data = new { project = foreign } } } })).Errors("operations[0].data.project"));
        // An admin's own project is not the owner's either; the owner's is.
        Assert.Equal(["There is no such project."], (await admin.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { project = foreign })).Errors("project"));
        Assert.Equal(own, (long?)(await admin.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { project = own })).Data["project"]);
        Assert.Null((await user.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { project = (long?)null })).Data["project"]);
    }

    [Fact]
    public async Task Project_DeletedAndRestored_HasItsTasksAsTheyWere()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var project = await AddAsync(user, "Trip");
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"projects/{project}/restore/", new { })).Status);
        var before = (long)(await user.PostAsync("tasks/", new { title = "deleted before", project })).Data["id"]!;
        await user.SendAsync(HttpMethod.Delete, $"tasks/{before}/");
        var parent = (long)(await user.PostAsync("tasks/", new { title = "pack", project })).Data["id"]!;
        var single = (long)(await user.PostAsync("tasks/", new { title = "book", project })).Data["id"]!;
        await user.PostAsync("tasks/", new { title = "socks", parent });
        // A parent that is younger than its subtask.
        var late = (long)(await user.PostAsync("tasks/", new { title = "late", project })).Data["id"]!;
        await user.SendAsync(HttpMethod.Patch, $"tasks/{single}/", new { parent = late });
        await user.PostAsync($"tasks/{late}/move/", new { first = true });
        var whole = await ShownAsync();
        await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");
        var foreign = await other.PostAsync($"projects/{project}/restore/", new { });

        var restored = await user.PostAsync($"projects/{project}/restore/", new { });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (foreign.Status, restored.Status));
        Assert.Equal(("Trip", 4), ((string)restored.Data["name"]!, (int)restored.Data["tasks_count"]!));
        Assert.Equal((await user.GetAsync($"projects/{project}/")).ETag, restored.ETag);
        Assert.Equal(whole, await ShownAsync());
        Assert.Equal(before, (long)Assert.Single((await user.GetAsync("tasks/trash/")).Data["results"]!.AsArray())!["id"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"projects/{project}/restore/", new { })).Status);

        // One of its tasks has brought it back already.
        await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");
        await user.PostAsync($"tasks/{parent}/restore/", new { });
        Assert.Equal(2, (int)(await user.GetAsync($"projects/{project}/")).Data["tasks_count"]!);
        Assert.Equal(4, (int)(await user.PostAsync($"projects/{project}/restore/", new { })).Data["tasks_count"]!);
        Assert.Equal(whole, await ShownAsync());

        // An admin's restoration of other people's tasks is in the audit.
        await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync($"projects/{project}/restore/", new { })).Status);
        Assert.Equal(whole, await ShownAsync());
        Assert.Equal(4, (int)(await admin.GetAsync($"auth/admin/audit/?event=task_restored&subject={user.Id}")).Data["count"]!);

        async Task<string[]> ShownAsync() =>
            [.. (await user.GetAsync($"tasks/?project={project}&ordering=position")).Data["results"]!.AsArray().Select(task => $"{task!["title"]} {task["parent"]} {task["position"]}")];
    }

    /// <summary>Whoever is first, no task is left in a project that is gone.</summary>
    [Fact]
    public async Task Project_DeletedWhileTasksAreWritten_HasNoneAfterwards()
    {
        using var user = await ApiUser.RegisterAsync(app);
        for (var round = 0; round < 5; round++)
        {
            var project = await AddAsync(user, "Short");
            var task = await user.AddTaskAsync();
            var writes = Enumerable.Range(0, 6).Select(number => user.PostAsync("tasks/", new { title = $"{number}", project }))
                .Append(user.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { project }))
                .Append(user.PostAsync($"tasks/{task}/move/", new { first = true, project }))
                .Append(user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "create", data = new { title = "b", project } } } }))
                .ToArray();
            var deleted = await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");
            var responses = await Task.WhenAll(writes);

            Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
            Assert.All(responses, response => Assert.True((int)response.Status is 200 or 201 or 400 or 404, $"{response.Status}: {response.Body}"));
            Assert.Equal(0, (int)(await user.GetAsync($"tasks/?project={project}")).Data["count"]!);
        }
    }

    [Fact]
    public async Task Projects_Moved_AreListedInThatOrder()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (a, b, c) = (await AddAsync(user, "a"), await AddAsync(user, "b"), await AddAsync(user, "c"));

        await user.PostAsync($"projects/{c}/move/", new { first = true });
        Assert.Equal("cab", await OrderAsync(user));
        await user.PostAsync($"projects/{a}/move/", new { last = true });
        Assert.Equal("cba", await OrderAsync(user));
        await user.PostAsync($"projects/{a}/move/", new { before = b });
        Assert.Equal("cab", await OrderAsync(user));
        Assert.NotEmpty((await user.PostAsync($"projects/{a}/move/", new { after = a })).Errors("after"));
        Assert.NotEmpty((await user.PostAsync($"projects/{a}/move/", new { })).Errors("detail"));
    }

    private static async Task<long> AddAsync(ApiUser user, string name) => (long)(await user.PostAsync("projects/", new { name })).Data["id"]!;

    private static async Task<string> TitlesAsync(ApiUser user, string query) =>
        string.Join(' ', (await user.GetAsync($"tasks/?{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).Order());

    private static async Task<string> OrderAsync(ApiUser user) =>
        string.Concat((await user.GetAsync("projects/")).Data["results"]!.AsArray().Select(project => (string)project!["name"]!));
}
