using System.Text.Json;

namespace PrimeTask.Tests.Tasks.Subtasks;

public sealed class SubtaskTests(PrimeTaskApp app)
{
    private const string NoSuchTask = "There is no such task.";
    private const string TwoLevels = "That task is a subtask, and subtasks have no subtasks.";
    private const string HasSubtasks = "This task has subtasks, so it can't be a subtask itself.";
    private const string Broken =
        """
        SELECT count(*) FROM tasks JOIN tasks AS parent ON parent.id = tasks.parent_id
        WHERE tasks.owner_id = $1 AND (parent.parent_id IS NOT NULL OR parent.owner_id <> tasks.owner_id OR parent.project_id IS DISTINCT FROM tasks.project_id)
        """;

    [Fact]
    public async Task Subtasks_MadeInEveryWay_AreListedInOrderAndCounted()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var project = await ProjectAsync(user, "Garden");
        var parent = await AddAsync(user, new { title = "Plant", project });
        var etag = (await user.GetAsync($"tasks/{parent}/")).ETag!;

        var dig = await AddAsync(user, new { title = "Dig", parent });
        var water = await user.AddTaskAsync("Water");
        Assert.Equal(parent, (long)(await PatchAsync(user, water, new { parent })).Data["parent"]!);
        var seed = await user.AddTaskAsync("Seed");
        await MoveAsync(user, seed, new { after = dig, parent });
        var bulk = await BulkAsync(user, new { op = "create", data = new { title = "Rest", parent } }, new { op = "update", id = dig, data = new { status = "completed" } });
        Assert.All(bulk, result => Assert.True((bool)result!["success"]!, result.ToJsonString()));
        Assert.Equal(project, (long)bulk[0]!["data"]!["project"]!);

        Assert.Equal(["Dig", "Seed", "Water", "Rest"], await TitlesAsync(user, $"parent={parent}"));
        Assert.Equal(["Plant"], await TitlesAsync(user, "parent=none"));
        Assert.Equal(5, (await TitlesAsync(user, "")).Length);
        Assert.Equal(5, (await TitlesAsync(user, $"project={project}")).Length);
        Assert.Equal((4, 1), await CountsAsync(user, parent));
        Assert.Equal(4, (int)(await user.GetAsync("tasks/?parent=none")).Data["results"]![0]!["subtasks"]!["total"]!);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"tasks/{parent}/", ("If-None-Match", etag))).Status);
        Assert.Equal(4, (int)(await user.GetAsync($"tasks/stats/?parent={parent}")).Data["total"]!);

        // What was counted when it was read is no state that If-Match can name any more.
        var read = (await user.GetAsync($"tasks/{parent}/")).ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await user.GetAsync($"tasks/{parent}/", ("If-None-Match", read))).Status);
        await PatchAsync(user, seed, new { status = "completed" });
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"tasks/{parent}/", ("If-None-Match", read))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await user.SendAsync(HttpMethod.Patch, $"tasks/{parent}/", new { title = "Plants" }, ("If-Match", read))).Status);
        var changed = await user.SendAsync(HttpMethod.Patch, $"tasks/{parent}/", new { title = "Plants" }, ("If-Match", (await user.GetAsync($"tasks/{parent}/")).ETag!));
        Assert.Equal((HttpStatusCode.OK, 2), (changed.Status, (int)changed.Data["subtasks"]!["completed"]!));
        Assert.Equal(changed.ETag, (await user.GetAsync($"tasks/{parent}/")).ETag);

        Assert.Null((await PatchAsync(user, seed, new { parent = (long?)null })).Data["parent"]);
        Assert.Equal((3, 1), await CountsAsync(user, parent));
        // A PUT that leaves it out takes it away; one that has it alone goes where the parent is.
        Assert.Null((await user.SendAsync(HttpMethod.Put, $"tasks/{dig}/", new { title = "Dig" })).Data["parent"]);
        Assert.Equal(project, (long)(await user.SendAsync(HttpMethod.Put, $"tasks/{dig}/", new { title = "Dig", parent })).Data["project"]!);
        var history = (await user.GetAsync($"tasks/{seed}/history/")).Data["results"]![0]!["changes"]!.AsObject();
        Assert.Equal((1, parent, null), (history.Count, (long)history["parent"]!["from"]!, (long?)history["parent"]!["to"]));
    }

    [Fact]
    public async Task Parent_ThatCannotBe_IsRefusedInEveryWay()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var (garden, house) = (await ProjectAsync(user, "Garden"), await ProjectAsync(user, "House"));
        var parent = await AddAsync(user, new { title = "Plant", project = garden });
        var child = await AddAsync(user, new { title = "Dig", parent });
        var (plain, foreign) = (await user.AddTaskAsync(), await other.AddTaskAsync());

        foreach (var (id, changes, member, sentence) in new (long?, object, string, string)[]
        {
            (null, new { title = "x", parent = foreign }, "parent", NoSuchTask),
            (null, new { title = "x", parent = 999_999_999_999 }, "parent", NoSuchTask),
            (null, new { title = "x", parent = child }, "parent", TwoLevels),
            (null, new { title = "x", parent, project = house }, "project", "A subtask is in the project of its parent."),
            (plain, new { parent = foreign }, "parent", NoSuchTask),
            (plain, new { parent = child }, "parent", TwoLevels),
            (plain, new { parent = plain }, "parent", "A task can't be a subtask of itself."),
            (plain, new { parent, project = (long?)null }, "project", "A subtask is in the project of its parent."),
            (parent, new { parent = plain }, "parent", HasSubtasks),
            (parent, new { parent = child }, "parent", TwoLevels),
        })
        {
            var single = id is null ? await user.PostAsync("tasks/", changes) : await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", changes);
            Assert.Equal([sentence], single.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors(member));
            var bulk = (await BulkAsync(user, new { op = id is null ? "create" : "update", id, data = changes }))[0]!;
            Assert.Equal((400, sentence), ((int)bulk["status"]!, (string?)bulk["errors"]![$"data.{member}"]![0]));
            if (id is null)
                continue;
            var move = JsonSerializer.SerializeToNode(changes)!.AsObject();
            move["first"] = true;
            Assert.Equal([sentence], (await user.PostAsync($"tasks/{id}/move/", move)).Errors(member));
        }

        Assert.NotEmpty((await user.GetAsync("tasks/?parent=some")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("parent"));
        // In one request: the one that just got a subtask, a subtask that was just made, a task that was just deleted.
        var (one, two) = (await user.AddTaskAsync(), await user.AddTaskAsync());
        var results = await BulkAsync(
            user, new { op = "update", id = one, data = new { parent = two } }, new { op = "update", id = two, data = new { parent = plain } },
            new { op = "update", id = plain, data = new { parent = one } }, new { op = "delete", id = two }, new { op = "update", id = plain, data = new { parent = two } });
        Assert.Equal([200, 400, 400, 204, 400], results.Select(result => (int)result!["status"]!));
        Assert.Equal(0, await BrokenAsync(user));
        Assert.Equal((1, 0), await CountsAsync(user, parent));
    }

    [Fact]
    public async Task Project_OfAParentOrASubtask_TakesTheSubtaskAlongOrAway()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (garden, house) = (await ProjectAsync(user, "Garden"), await ProjectAsync(user, "House"));
        var parent = await AddAsync(user, new { title = "Plant", project = garden });
        var (dig, seed) = (await AddAsync(user, new { title = "Dig", parent }), await AddAsync(user, new { title = "Seed", parent }));

        await PatchAsync(user, parent, new { project = house });
        await MustBeAsync(dig, house, parent);
        var followed = (await user.GetAsync($"tasks/{dig}/history/")).Data["results"]![0]!;
        Assert.Equal((user.Id, garden, house), ((long)followed["actor"]!, (long)followed["changes"]!["project"]!["from"]!, (long)followed["changes"]!["project"]!["to"]!));
        await MoveAsync(user, parent, new { last = true, project = garden });
        await MustBeAsync(dig, garden, parent);
        var bulk = await BulkAsync(user, new { op = "update", id = seed, data = new { title = "Sow" } }, new { op = "update", id = parent, data = new { project = house } });
        Assert.Equal(house, (long)bulk[0]!["data"]!["project"]!);
        await MustBeAsync(seed, house, parent);
        await PatchAsync(user, parent, new { project = (long?)null });
        await MustBeAsync(dig, null, parent);

        await PatchAsync(user, dig, new { project = garden });
        await MustBeAsync(dig, garden, null);
        await MoveAsync(user, seed, new { first = true, project = garden });
        await MustBeAsync(seed, garden, null);
        Assert.Equal((0, 0), await CountsAsync(user, parent));
        // Into another parent's project.
        await PatchAsync(user, parent, new { project = garden });
        await MoveAsync(user, parent, new { after = dig, parent = dig, project = garden });
        await MustBeAsync(parent, garden, dig);

        // A replica of the release before knows projects, and no subtasks.
        await using var data = await app.OpenDatabaseAsync();
        await data.ReadAsync<long>("UPDATE tasks SET project_id = $2 WHERE id = $1 RETURNING id", dig, house);
        Assert.Equal((house, dig), (await data.ReadAsync<long>("SELECT project_id FROM tasks WHERE id = $1", parent), await data.ReadAsync<long>("SELECT parent_id FROM tasks WHERE id = $1", parent)));
        await data.ReadAsync<long>("UPDATE tasks SET project_id = $2 WHERE id = $1 RETURNING id", parent, garden);
        Assert.Equal(0, await data.ReadAsync<long>("SELECT coalesce(parent_id, 0) FROM tasks WHERE id = $1", parent));

        async Task MustBeAsync(long id, long? project, long? parentId)
        {
            var task = (await user.GetAsync($"tasks/{id}/")).Data;
            Assert.Equal((project, parentId), ((long?)task["project"], (long?)task["parent"]));
        }
    }

    [Fact]
    public async Task Deletion_OfAParent_TakesItsSubtasksAlongAndBack()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var parent = await user.AddTaskAsync("Plant");
        var (dig, seed, earlier) = (await AddAsync(user, new { title = "Dig", parent, status = "completed" }), await AddAsync(user, new { title = "Seed", parent }), await AddAsync(user, new { title = "Rake", parent }));
        await DeleteAsync(user, earlier);
        var before = (await user.GetAsync($"tasks/{dig}/")).Data;

        foreach (var who in new[] { user, admin })
        {
            await DeleteAsync(who, parent);
            Assert.Empty(await TitlesAsync(user, ""));
            Assert.Equal(0, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
            Assert.Equal(["Dig", "Plant", "Rake", "Seed"], (await user.GetAsync("tasks/trash/")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).Order());
            Assert.Equal((2, 1), Counts((await who.PostAsync($"tasks/{parent}/restore/", new { })).Data));
            Assert.True(JsonNode.DeepEquals(before, (await user.GetAsync($"tasks/{dig}/")).Data));
            Assert.Equal(2, await data.ReadAsync<long>("SELECT count(*) FROM task_history WHERE task_id = $1 AND actor_id = $2 AND changes ? 'deleted_at'", dig, who.Id));
        }

        // The admin deleted two and brought them back, each with its own entry.
        Assert.Equal(6, await data.ReadAsync<long>("SELECT count(*) FROM audit WHERE subject_id = $1 AND actor_id = $2 AND task_id = ANY ($3)", user.Id, admin.Id, new[] { parent, dig, seed }));
        // What was deleted before comes back to its parent by itself.
        Assert.Equal(parent, (long)(await user.PostAsync($"tasks/{earlier}/restore/", new { })).Data["parent"]!);

        // Alone, while the parent is in the trash.
        await DeleteAsync(user, parent);
        Assert.Null((await user.PostAsync($"tasks/{seed}/restore/", new { })).Data["parent"]);
        Assert.Equal((2, 1), Counts((await user.PostAsync($"tasks/{parent}/restore/", new { })).Data));

        // The parent became a subtask meanwhile.
        await DeleteAsync(user, dig);
        await DeleteAsync(user, earlier);
        await PatchAsync(user, parent, new { parent = seed });
        Assert.Null((await user.PostAsync($"tasks/{dig}/restore/", new { })).Data["parent"]);

        // For good.
        var (other, child) = (await user.AddTaskAsync("Old"), 0L);
        child = await AddAsync(user, new { title = "Older", parent = other });
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{other}/?permanent=true")).Status);
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM tasks WHERE id = ANY ($1)", new[] { other, child }));
        other = await user.AddTaskAsync("Old");
        child = await AddAsync(user, new { title = "Older", parent = other });
        await DeleteAsync(user, other);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{other}/?permanent=true")).Status);
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM trashed_tasks WHERE id = ANY ($1)", new[] { other, child }));

        // A replica of the release before deletes the parent alone: nothing is lost.
        child = await AddAsync(user, new { title = "Left", parent = seed });
        await data.ReadAsync<long>("DELETE FROM tasks WHERE id = $1 RETURNING id", seed);
        Assert.Null((await user.GetAsync($"tasks/{child}/")).Data["parent"]);
        Assert.Equal(0, await BrokenAsync(user));
    }

    [Fact]
    public async Task Deletion_OfAProjectOrAnAccount_TakesSubtasksToo()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var project = await ProjectAsync(user, "Garden");
        var parent = await AddAsync(user, new { title = "Plant", project });
        var child = await AddAsync(user, new { title = "Dig", parent });

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"projects/{project}/")).Status);
        Assert.Empty(await TitlesAsync(user, ""));
        var results = await BulkAsync(user, new { op = "restore", id = parent });
        Assert.Equal((1, 0), Counts(results[0]!["data"]!));
        Assert.Equal(project, (long)(await user.GetAsync($"tasks/{child}/")).Data["project"]!);
        results = await BulkAsync(user, new { op = "delete", id = parent, permanent = true });
        Assert.True((bool)results[0]!["success"]!, results.ToJsonString());
        Assert.Empty(await TitlesAsync(user, ""));

        parent = await user.AddTaskAsync();
        child = await AddAsync(user, new { title = "Dig", parent });
        using var admin = await ApiUser.SignInAdminAsync(app);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/")).Status);
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM tasks WHERE id = ANY ($1)", new[] { parent, child }));
    }

    [Fact]
    public async Task Duplicate_OfAParent_HasCopiesOfItsOpenSubtasks()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var parent = await user.AddTaskAsync("Plant");
        var (dig, seed) = (await AddAsync(user, new { title = "Dig", parent }), await AddAsync(user, new { title = "Seed", parent }));
        await AddAsync(user, new { title = "Done", parent, status = "completed" });
        await MoveAsync(user, seed, new { before = dig });

        var single = await user.PostAsync($"tasks/{parent}/duplicate/", new { });
        var bulk = (await BulkAsync(user, new { op = "duplicate", id = parent }))[0]!["data"]!;

        foreach (var copy in new[] { single.Data, bulk })
        {
            Assert.Equal((2, 0), Counts(copy));
            Assert.Equal(["Seed", "Dig"], await TitlesAsync(user, $"parent={copy["id"]}"));
        }

        Assert.Equal(single.ETag, (await user.GetAsync($"tasks/{single.Data["id"]}/")).ETag);
        // Of a subtask: one more beside it.
        Assert.Equal(parent, (long)(await user.PostAsync($"tasks/{dig}/duplicate/", new { })).Data["parent"]!);
        Assert.Equal((4, 1), await CountsAsync(user, parent));
    }

    [Fact]
    public async Task Occurrences_OfASubtaskOrAParent_KeepWhatIsTheirs()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var parent = await AddAsync(user, new { title = "Plant", due_on = "2026-12-01", recurrence = "FREQ=DAILY" });
        var water = await AddAsync(user, new { title = "Water", parent, due_on = "2026-12-01", recurrence = "FREQ=DAILY" });
        var done = await AddAsync(user, new { title = "Dig", parent, due_on = "2026-11-30", status = "completed" });

        var next = (long)(await user.PostAsync($"tasks/{water}/complete/", new { })).Data["next"]!;
        Assert.Equal(parent, (long)(await user.GetAsync($"tasks/{next}/")).Data["parent"]!);
        Assert.Equal((3, 2), await CountsAsync(user, parent));
        // A recurring one can leave its parent, and come back.
        Assert.Null((await PatchAsync(user, next, new { parent = (long?)null })).Data["parent"]);
        Assert.Equal(parent, (long)(await PatchAsync(user, next, new { parent })).Data["parent"]!);
        await MoveAsync(user, next, new { first = true, parent = (long?)null });
        Assert.Null((await user.GetAsync($"tasks/{next}/")).Data["parent"]);

        // The next parent has what was done to be done again; untouched, both are taken back.
        next = (long)(await user.PostAsync($"tasks/{parent}/complete/", new { })).Data["next"]!;
        var again = Assert.Single((await user.GetAsync($"tasks/?parent={next}")).Data["results"]!.AsArray())!;
        Assert.Equal(("Dig", "pending", "2026-12-01"), ((string)again["title"]!, (string)again["status"]!, (string)again["due_on"]!));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"tasks/{parent}/reopen/", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"tasks/{again["id"]}/")).Status);

        next = (long)(await user.PostAsync($"tasks/{parent}/complete/", new { })).Data["next"]!;
        var added = await AddAsync(user, new { title = "Rake", parent = next });
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"tasks/{parent}/reopen/", new { })).Status);
        Assert.Equal(next, (long)(await user.GetAsync($"tasks/{added}/")).Data["parent"]!);
        Assert.Equal(parent, (long)(await user.GetAsync($"tasks/{done}/")).Data["parent"]!);
        Assert.Equal(0, await BrokenAsync(user));
    }

    [Fact]
    public async Task Requests_AtTheSameTime_NeverMakeTwoLevels()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var garden = await ProjectAsync(user, "Garden");
        for (var round = 0; round < 8; round++)
        {
            var (a, b, c) = (await user.AddTaskAsync("a"), await user.AddTaskAsync("b"), await user.AddTaskAsync("c"));
            // Of the two lanes of the editor, and of every other way.
            await Task.WhenAll(
                user.SendAsync(HttpMethod.Patch, $"tasks/{a}/", new { parent = b }),
                user.SendAsync(HttpMethod.Patch, $"tasks/{b}/", new { parent = a }),
                user.SendAsync(HttpMethod.Patch, $"tasks/{b}/", new { parent = c }),
                user.PostAsync($"tasks/{c}/move/", new { first = true, parent = a }),
                user.PostAsync("tasks/", new { title = "d", parent = a }),
                user.PostAsync("tasks/", new { title = "e", parent = b }, ("Idempotency-Key", $"{round}")),
                BulkAsync(user, new { op = "update", id = c, data = new { parent = b } }, new { op = "create", data = new { title = "f", parent = c } }),
                user.SendAsync(HttpMethod.Patch, $"tasks/{a}/", new { project = garden }),
                user.SendAsync(HttpMethod.Patch, $"tasks/{b}/", new { project = garden }));
            Assert.Equal(0, await BrokenAsync(user));
        }
    }

    [Fact]
    public async Task Operations_AtRandom_LeaveCountsThatAreCounts()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var random = new Random(29);
        long?[] projects = [null, await ProjectAsync(user, "Garden"), await ProjectAsync(user, "House")];
        List<long> ids = [];
        for (var number = 0; number < 12; number++)
            ids.Add(await user.AddTaskAsync($"{number}"));

        for (var step = 0; step < Soak.Of(40, 400); step++)
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OperateAsync(random.Next(9), ids[random.Next(ids.Count)], ids[random.Next(ids.Count)], projects[random.Next(3)])));

        Assert.Equal(0, await BrokenAsync(user));
        var listed = (await user.GetAsync("tasks/?page_size=100")).Data["results"]!.AsArray();
        Assert.NotEmpty(listed);
        foreach (var task in listed)
        {
            var subtasks = listed.Where(other => (long?)other!["parent"] == (long)task!["id"]!).ToArray();
            Assert.Equal((subtasks.Length, subtasks.Count(one => (string)one!["status"]! == "completed")), Counts(task!));
        }

        Assert.Contains(listed, task => task!["parent"] is not null);
        Assert.Equal(listed.Count, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);

        async Task OperateAsync(int operation, long id, long parent, long? project)
        {
            var response = operation switch
            {
                0 or 1 or 2 => await PatchAsync(user, id, new { parent }),
                3 => await PatchAsync(user, id, new { project }),
                4 => await user.PostAsync($"tasks/{id}/move/", new { after = parent, parent = (long?)null }),
                5 => await PatchAsync(user, id, new { status = id % 2 == 0 ? "completed" : "pending" }),
                6 => await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/"),
                7 => await user.PostAsync($"tasks/{id}/restore/", new { }),
                _ => await user.PostAsync("tasks/bulk/", new { atomic = false, operations = new object[] { new { op = "update", id, data = new { parent, status = "completed" } }, new { op = "restore", id = parent } } }),
            };
            Assert.True(response.Status is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{operation}: {response.Status} {response.Body}");
        }
    }

    [Fact]
    public async Task Duplicate_InARequestThatMovesAndCompletes_IsOfWhatIsThere()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (from, to) = (await ProjectAsync(user, "From"), await ProjectAsync(user, "To"));
        var parent = await AddAsync(user, new { title = "parent", project = from });
        var done = await AddAsync(user, new { title = "done", project = from, parent });
        var gone = await AddAsync(user, new { title = "gone", project = from, parent });
        await AddAsync(user, new { title = "open", project = from, parent });

        await BulkAsync(
            user, new { op = "update", id = parent, data = new { project = to } }, new { op = "complete", id = done }, new { op = "delete", id = gone },
            new { op = "duplicate", id = parent });

        Assert.Empty(await TitlesAsync(user, $"project={from}"));
        Assert.Equal(["done", "open", "open", "parent", "parent"], (await TitlesAsync(user, $"project={to}")).Order());
    }

    private static async Task<long> ProjectAsync(ApiUser user, string name) => (long)(await user.PostAsync("projects/", new { name })).Data["id"]!;

    private static async Task<long> AddAsync(ApiUser user, object task)
    {
        var response = await user.PostAsync("tasks/", task);
        Assert.True(response.Status == HttpStatusCode.Created, $"{response.Status}: {response.Body}");
        var read = await user.GetAsync($"tasks/{(long)response.Data["id"]!}/");
        Assert.True(JsonNode.DeepEquals(response.Data, read.Data), $"{response.Body} {read.Body}");
        return (long)response.Data["id"]!;
    }

    private static Task<ApiResponse> PatchAsync(ApiUser user, long id, object changes) => user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", changes);

    private static async Task DeleteAsync(ApiUser user, long id) => Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);

    private static async Task MoveAsync(ApiUser user, long id, object move)
    {
        var response = await user.PostAsync($"tasks/{id}/move/", move);
        Assert.True(response.Status == HttpStatusCode.OK, $"{response.Status}: {response.Body}");
        Assert.True(JsonNode.DeepEquals(response.Data, (await user.GetAsync($"tasks/{id}/")).Data), $"{response.Body}");
    }

    private static async Task<JsonArray> BulkAsync(ApiUser user, params object[] operations) =>
        (await user.PostAsync("tasks/bulk/", new { atomic = false, operations })).Data["results"]!.AsArray();

    private static async Task<string[]> TitlesAsync(ApiUser user, string query) =>
        [.. (await user.GetAsync($"tasks/?ordering=position&{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!)];

    private static async Task<(int Total, int Completed)> CountsAsync(ApiUser user, long id) => Counts((await user.GetAsync($"tasks/{id}/")).Data);

    private static (int Total, int Completed) Counts(JsonNode task) => ((int)task["subtasks"]!["total"]!, (int)task["subtasks"]!["completed"]!);

    private async Task<long> BrokenAsync(ApiUser user)
    {
        await using var data = await app.OpenDatabaseAsync();
        return await data.ReadAsync<long>(Broken, user.Id);
    }
}
