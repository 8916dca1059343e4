using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Trash;

namespace PrimeTask.Tests.Tasks.Trash;

public sealed class TrashTests(PrimeTaskApp app)
{
    private const string Row = "SELECT to_jsonb(tasks)::text FROM tasks WHERE id = $1";

    [Fact]
    public async Task Restore_OfADeletedTask_PutsAllOfItBackWhereItWas()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var id = (long)(await user.PostAsync("tasks/", new { title = "Straße streichen", description = "Grün", status = "completed", priority = "high", due_on = "2027-01-31", start_on = "2027-01-01" })).Data["id"]!;
        var other = await user.AddTaskAsync("Another");
        var (read, row, stats) = (await user.GetAsync($"tasks/{id}/"), await data.ReadAsync<string>(Row, id), (await user.GetAsync("tasks/stats/")).Data);

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);
            (await user.GetAsync($"tasks/{id}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
            (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
            Assert.Equal([other], Ids(await user.GetAsync("tasks/")));
            Assert.Empty(Ids(await user.GetAsync("tasks/?search=STRASSE")));
            Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
            var trashed = Assert.Single((await user.GetAsync("tasks/trash/")).Data["results"]!.AsArray())!.AsObject();
            Assert.True(DateTimeOffset.UtcNow - (DateTimeOffset)trashed["deleted_at"]! < TimeSpan.FromMinutes(1));
            Assert.All(trashed.Where(member => member.Key != "deleted_at"), member => Assert.True(JsonNode.DeepEquals(member.Value, read.Data[member.Key]), member.Key));

            var restored = await user.PostAsync($"tasks/{id}/restore/", new { });
            Assert.Equal((HttpStatusCode.OK, "Task restored successfully"), (restored.Status, (string)restored.Body!["message"]!));
            Assert.True(JsonNode.DeepEquals(read.Data, restored.Data), restored.Data.ToJsonString());
            var again = await user.GetAsync($"tasks/{id}/");
            Assert.Equal(restored.ETag, again.ETag);
            Assert.NotEqual(read.ETag, again.ETag);
            Assert.True(JsonNode.DeepEquals(read.Data, again.Data), again.Data.ToJsonString());
            Assert.Equal(row, await data.ReadAsync<string>(Row, id));
            Assert.Equal([other, id], Ids(await user.GetAsync("tasks/")));
            Assert.Equal([id], Ids(await user.GetAsync("tasks/?search=STRASSE")));
            Assert.True(JsonNode.DeepEquals(stats, (await user.GetAsync("tasks/stats/")).Data));
            Assert.Empty(Ids(await user.GetAsync("tasks/trash/")));
            (await user.PostAsync($"tasks/{id}/restore/", new { })).MustFail(HttpStatusCode.NotFound, "Resource not found");
        }
    }

    [Fact]
    public async Task Trash_OfSeveral_IsListedNewestFirstByPages()
    {
        using var user = await ApiUser.RegisterAsync(app);
        List<long> deleted = [];
        for (var number = 0; number < 5; number++)
            deleted.Insert(0, await TrashedAsync(user));

        var first = await user.GetAsync("tasks/trash/?page_size=2");
        var last = await user.GetAsync("tasks/trash/?page_size=2&page=3");

        Assert.Equal(deleted[..2], Ids(first));
        Assert.Equal(5, (int)first.Data["count"]!);
        Assert.Contains("page=2", (string)first.Data["next"]!, StringComparison.Ordinal);
        Assert.Equal(deleted[4..], Ids(last));
        Assert.Null(last.Data["next"]);
        Assert.Equal(deleted, Ids(await user.GetAsync("tasks/trash/?owner=me")));
        (await user.GetAsync("tasks/trash/?page_size=2&page=4")).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.NotEmpty((await user.GetAsync("tasks/trash/?owner=1")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("owner"));
        Assert.NotEmpty((await user.GetAsync("tasks/trash/?ordering=title")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("ordering"));
    }

    [Fact]
    public async Task DeletionForGood_OfATaskOrWhatIsInTheTrash_LeavesNothingOfIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        long[] ids = [await user.AddTaskAsync(), await TrashedAsync(user), await TrashedAsync(user), await user.AddTaskAsync(), await TrashedAsync(user)];
        foreach (var id in new[] { ids[0], ids[3] })
            await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Changed" });
        Assert.Equal(5, await data.ReadAsync<long>("SELECT count(*) FROM task_history WHERE task_id = ANY ($1)", ids));

        Assert.NotEmpty((await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[0]}/?permanent=yes")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("permanent"));
        (await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[0]}/?permanent=true", null, ("If-Match", "\"old\""))).MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[0]}/?permanent=true")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[1]}/?permanent=true")).Status);
        (await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[1]}/?permanent=true")).MustFail(HttpStatusCode.NotFound, "Resource not found");
        (await user.SendAsync(HttpMethod.Delete, $"tasks/{ids[2]}/?permanent=false")).MustFail(HttpStatusCode.NotFound, "Resource not found");
        var bulk = await BulkAsync(user, new { op = "delete", id = ids[2], permanent = true }, new { op = "delete", id = ids[3], permanent = true });
        Assert.Equal([204, 204], bulk.Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
        Assert.Equal([ids[4]], Ids(await user.GetAsync("tasks/trash/")));
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "tasks/trash/")).Status);

        Assert.Empty(Ids(await user.GetAsync("tasks/trash/")));
        Assert.Empty(Ids(await user.GetAsync("tasks/")));
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM task_history WHERE task_id = ANY ($1)", ids));
        foreach (var id in ids)
            (await user.PostAsync($"tasks/{id}/restore/", new { })).MustFail(HttpStatusCode.NotFound, "Resource not found");
    }

    [Fact]
    public async Task Trash_OfSomebodyElse_IsNotThereForUsersAndIsForAdmins()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var (id, kept) = (await TrashedAsync(user), await TrashedAsync(user));

        foreach (var (method, path) in new[] { (HttpMethod.Post, $"tasks/{id}/restore/"), (HttpMethod.Delete, $"tasks/{id}/?permanent=true"), (HttpMethod.Get, $"tasks/{id}/history/") })
            (await other.SendAsync(method, path)).MustFail(HttpStatusCode.NotFound, "Resource not found");
        (await BulkAsync(other, new { op = "restore", id })).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.Equal(HttpStatusCode.NoContent, (await other.SendAsync(HttpMethod.Delete, "tasks/trash/")).Status);
        Assert.Empty(Ids(await other.GetAsync("tasks/trash/")));
        Assert.Equal([kept, id], Ids(await admin.GetAsync($"tasks/trash/?owner={user.Id}")));

        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync($"tasks/{id}/restore/", new { })).Status);
        Assert.Equal([id], Ids(await user.GetAsync("tasks/")));
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"tasks/{kept}/?permanent=true")).Status);
        var copy = await admin.PostAsync($"tasks/{id}/duplicate/", new { });
        Assert.Equal(user.Id, (long)copy.Data["owner"]!);
        Assert.Equal([(long)copy.Data["id"]!, id], Ids(await user.GetAsync("tasks/")));
        var audit = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&ordering=at&event=task_restored,task_deleted,task_created")).Data["results"]!.AsArray();
        Assert.Equal(
            [("task_restored", id), ("task_deleted", kept), ("task_created", (long)copy.Data["id"]!)], audit.Select(entry => ((string)entry!["event"]!, (long)entry["task"]!)));
    }

    [Fact]
    public async Task Bulk_WithRestore_DoesItWithTheOthersOrNothing()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (first, second, open) = (await TrashedAsync(user), await TrashedAsync(user), await user.AddTaskAsync());

        var refused = await BulkAsync(user, new { op = "restore", id = first }, new { op = "delete", id = open }, new { op = "restore", id = open });
        Assert.NotEmpty(refused.MustFail(HttpStatusCode.NotFound, "Resource not found").Errors("operations[2].id"));
        Assert.Equal([second, first], Ids(await user.GetAsync("tasks/trash/")));
        (await BulkAsync(user, new { op = "restore", id = first, if_match = "\"old\"" })).MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");

        var done = await BulkAsync(
            user, new { op = "restore", id = first }, new { op = "restore", id = second }, new { op = "update", id = open, data = new { title = "Last" } }, new { op = "delete", id = open });
        Assert.Equal([200, 200, 200, 204], done.Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
        var read = await user.GetAsync($"tasks/{first}/");
        Assert.True(JsonNode.DeepEquals(read.Data, done.Data["results"]![0]!["data"]));
        Assert.Equal(read.ETag, (string?)done.Data["results"]![0]!["etag"]);
        Assert.Equal([second, first], Ids(await user.GetAsync("tasks/")));
        var trashed = Assert.Single((await user.GetAsync("tasks/trash/")).Data["results"]!.AsArray());
        Assert.Equal((open, "Last"), ((long)trashed!["id"]!, (string)trashed["title"]!));
    }

    [Fact]
    public async Task Restore_ByManyAtOnce_IsDoneOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = await TrashedAsync(user);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => number % 2 == 0
            ? user.PostAsync($"tasks/{id}/restore/", new { })
            : user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "restore", id } } })));

        Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
        Assert.All(responses, response => Assert.True(response.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{response.Status}"));
        Assert.Equal([id], Ids(await user.GetAsync("tasks/")));
        Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
    }

    [Fact]
    public async Task Restore_OfWhatWasDeletedBeforeAColumnWasAdded_HasItsDefault()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var id = await TrashedAsync(user);
        // Also a column that a later release has taken away.
        await data.ExecuteAsync("UPDATE trashed_tasks SET task = task - 'priority' - 'start_on' || '{\"colour\": \"red\"}' WHERE id = $1", id);

        Assert.Equal("medium", (string)(await user.GetAsync("tasks/trash/")).Data["results"]![0]!["priority"]!);
        Assert.Equal("medium", (string)(await user.PostAsync($"tasks/{id}/restore/", new { })).Data["priority"]!);
    }

    [Fact]
    public async Task Project_ThatIsDeleted_SendsItsTasksToTheTrashAndComesBackWithOne()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var project = (long)(await user.PostAsync("projects/", new { name = "Garden" })).Data["id"]!;
        var before = (long)(await user.PostAsync("tasks/", new { title = "Dig", project })).Data["id"]!;
        long[] ids = [(long)(await user.PostAsync("tasks/", new { title = "Plant", project })).Data["id"]!, (long)(await user.PostAsync("tasks/", new { title = "Water", project })).Data["id"]!];
        await user.PostAsync($"tasks/{ids[0]}/move/", new { last = true });
        await user.SendAsync(HttpMethod.Delete, $"tasks/{before}/");

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"projects/{project}/")).Status);
        Assert.Equal([.. ids.OrderDescending(), before], Ids(await user.GetAsync("tasks/trash/")));
        Assert.Contains("deleted_at", (await user.GetAsync($"tasks/{ids[0]}/history/")).Data["results"]![0]!["changes"]!.ToJsonString(), StringComparison.Ordinal);

        // One is enough, also one that was deleted before.
        Assert.Equal(project, (long)(await user.PostAsync($"tasks/{before}/restore/", new { })).Data["project"]!);
        Assert.Equal("Garden", (string)Assert.Single((await user.GetAsync("projects/")).Data["results"]!.AsArray())!["name"]!);
        Assert.Equal([200, 200], (await BulkAsync(user, new { op = "restore", id = ids[0] }, new { op = "restore", id = ids[1] })).Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
        Assert.Equal([before, ids[1], ids[0]], Ids(await user.GetAsync($"tasks/?project={project}&ordering=position")));

        // Of a project that is gone for good there is the Inbox.
        await user.SendAsync(HttpMethod.Delete, $"tasks/{before}/");
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"projects/{project}/")).Status);
        await data.ExecuteAsync("DELETE FROM projects WHERE id = $1", project);
        var restored = await user.PostAsync($"tasks/{before}/restore/", new { });
        Assert.Equal((HttpStatusCode.OK, null), (restored.Status, (long?)restored.Data["project"]));
        Assert.Equal(restored.ETag, (await user.GetAsync($"tasks/{before}/")).ETag);
    }

    [Fact]
    public async Task Cleanup_AfterThirtyDays_DeletesForGood()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        var (old, young) = (await TrashedAsync(user), await TrashedAsync(user));
        await data.ExecuteAsync("UPDATE trashed_tasks SET deleted_at = now() - interval '30 days 1 minute' WHERE id = $1", old);
        await data.ExecuteAsync("UPDATE trashed_tasks SET deleted_at = now() - interval '29 days 23 hours' WHERE id = $1", young);
        long[] projects = [(long)(await user.PostAsync("projects/", new { name = "Old" })).Data["id"]!, (long)(await user.PostAsync("projects/", new { name = "Young" })).Data["id"]!];
        foreach (var project in projects)
            await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");
        await data.ExecuteAsync("UPDATE projects SET deleted_at = now() - interval '30 days 1 minute' WHERE id = $1", projects[0]);
        foreach (var label in (string[])["old", "young"])
        {
            await user.SendAsync(HttpMethod.Put, $"labels/{label}/", new { });
            await user.SendAsync(HttpMethod.Delete, $"labels/{label}/");
        }

        await data.ExecuteAsync("UPDATE deleted_labels SET deleted_at = now() - interval '30 days 1 minute' WHERE owner_id = $1 AND key = 'old'", user.Id);
        await using var services = new ServiceCollection()
            .AddDbContext<PrimeTaskDbContext>(options => options.UseNpgsql(data).UseSnakeCaseNamingConvention())
            .BuildServiceProvider();

        await new TrashCleanup(services.GetRequiredService<PrimeTaskDbContext>(), TimeProvider.System).CleanUpAsync(TestContext.Current.CancellationToken);

        Assert.Equal([young], Ids(await user.GetAsync("tasks/trash/")));
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM task_history WHERE task_id = $1", old));
        Assert.Equal(1, await data.ReadAsync<long>("SELECT count(*) FROM task_history WHERE task_id = $1", young));
        Assert.Equal(projects[1], await data.ReadAsync<long>("SELECT id FROM projects WHERE id = ANY ($1)", projects));
        Assert.Equal("young", await data.ReadAsync<string>("SELECT key FROM deleted_labels WHERE owner_id = $1", user.Id));
    }

    [Fact]
    public async Task Account_ThatIsDeleted_TakesItsTrashAndHistoryWithIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        long[] ids = [await TrashedAsync(user), await user.AddTaskAsync()];
        await user.SendAsync(HttpMethod.Patch, $"tasks/{ids[1]}/", new { title = "Changed" });

        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/")).Status);

        Assert.Equal(0, await data.ReadAsync<long>("SELECT (SELECT count(*) FROM trashed_tasks WHERE id = ANY ($1)) + (SELECT count(*) FROM task_history WHERE task_id = ANY ($1))", ids));
    }

    [Fact]
    public async Task Duplicate_OfATask_IsPendingAndOtherwiseTheSame()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = (await user.PostAsync("tasks/", new { title = "Paint", description = "Green", status = "completed", priority = "high", due_date = "2027-01-31T10:00:00Z", start_on = "2027-01-01" })).Data;

        var copy = await user.PostAsync($"tasks/{task["id"]}/duplicate/", new { }, ("Idempotency-Key", "twice"));
        var again = await user.PostAsync($"tasks/{task["id"]}/duplicate", new { }, ("Idempotency-Key", "twice"));

        Assert.Equal(HttpStatusCode.Created, copy.Status);
        Assert.Equal((copy.Body!.ToJsonString(), copy.ETag, copy.Location), (again.Body!.ToJsonString(), again.ETag, again.Location));
        var read = await user.GetAsync($"tasks/{copy.Data["id"]}/");
        Assert.True(JsonNode.DeepEquals(copy.Data, read.Data));
        Assert.Equal(copy.ETag, read.ETag);
        Assert.EndsWith($"/api/v1/tasks/{copy.Data["id"]}/", copy.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(
            ["completed_at", "created_at", "id", "position", "status", "status_display", "updated_at"],
            copy.Data.AsObject().Where(member => !JsonNode.DeepEquals(member.Value, task[member.Key])).Select(member => member.Key).Order());
        Assert.Equal(("pending", null), ((string)copy.Data["status"]!, copy.Data["completed_at"]));
        Assert.Equal(2, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);

        // In bulk, of what an operation before has changed.
        var bulk = await BulkAsync(user, new { op = "update", id = task["id"], data = new { title = "Paint it" } }, new { op = "duplicate", id = task["id"] }, new { op = "duplicate", id = task["id"] });
        Assert.Equal([200, 201, 201], bulk.Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
        var second = bulk.Data["results"]![2]!["data"]!;
        Assert.Equal(("Paint it", "pending", "Green"), ((string)second["title"]!, (string)second["status"]!, (string)second["description"]!));
        Assert.True(JsonNode.DeepEquals(second, (await user.GetAsync($"tasks/{second["id"]}/")).Data));
        Assert.Equal(4, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
    }

    [Fact]
    public async Task Bulk_WithASubtaskAndItsParent_DoesToEachWhatIsSaid()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (parent, subtask) = await FamilyAsync(user);
        Assert.Equal(HttpStatusCode.OK, (await BulkAsync(user, new { op = "delete", id = subtask }, new { op = "delete", id = parent, permanent = true })).Status);
        Assert.Equal([subtask], Ids(await user.GetAsync("tasks/trash/")));

        (parent, subtask) = await FamilyAsync(user);
        await BulkAsync(user, new { op = "delete", id = parent }, new { op = "delete", id = subtask, permanent = true });
        Assert.Contains(parent, Ids(await user.GetAsync("tasks/trash/")));
        Assert.DoesNotContain(subtask, Ids(await user.GetAsync("tasks/trash/")));

        (parent, subtask) = await FamilyAsync(user);
        await user.SendAsync(HttpMethod.Delete, $"tasks/{parent}/");
        await BulkAsync(user, new { op = "delete", id = subtask, permanent = true }, new { op = "restore", id = parent });
        Assert.Equal(0, (int)(await user.GetAsync($"tasks/{parent}/")).Data["subtasks"]!["total"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"tasks/{subtask}/")).Status);

        (parent, subtask) = await FamilyAsync(user);
        await user.SendAsync(HttpMethod.Delete, $"tasks/{parent}/");
        await BulkAsync(user, new { op = "delete", id = parent, permanent = true }, new { op = "restore", id = subtask });
        Assert.Null((await user.GetAsync($"tasks/{subtask}/")).Data["parent"]);
    }

    [Fact]
    public async Task Bulk_ByAnAdmin_HasSubtasksInTheAuditToo()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var (parent, subtask) = await FamilyAsync(user);

        await BulkAsync(admin, new { op = "delete", id = parent });
        await BulkAsync(admin, new { op = "restore", id = parent });
        await BulkAsync(admin, new { op = "delete", id = parent, permanent = true });

        var entries = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&page_size=100")).Data["results"]!.AsArray();
        Assert.Equal(
            [$"task_deleted {parent}", $"task_deleted {parent}", $"task_deleted {subtask}", $"task_deleted {subtask}", $"task_restored {parent}", $"task_restored {subtask}"],
            entries.Where(entry => entry!["task"] is not null).Select(entry => $"{entry!["event"]} {entry["task"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Restore_OfASubtaskWhoseParentMovedOn_LeavesItsOldProjectDeleted()
    {
        using var user = await ApiUser.RegisterAsync(app);
        long[] projects = [(long)(await user.PostAsync("projects/", new { name = "Old" })).Data["id"]!, (long)(await user.PostAsync("projects/", new { name = "New" })).Data["id"]!];
        var (parent, subtask) = await FamilyAsync(user, projects[0]);
        await user.SendAsync(HttpMethod.Delete, $"tasks/{subtask}/");
        await user.SendAsync(HttpMethod.Patch, $"tasks/{parent}/", new { project = projects[1] });
        await user.SendAsync(HttpMethod.Delete, $"projects/{projects[0]}/");

        var restored = await user.PostAsync($"tasks/{subtask}/restore/", new { });

        Assert.Equal((parent, projects[1]), ((long)restored.Data["parent"]!, (long)restored.Data["project"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"projects/{projects[0]}/")).Status);
    }

    [Fact]
    public async Task Label_ChangedWhileATaskIsInTheTrash_IsChangedOnItToo()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = (long)(await user.PostAsync("tasks/", new { title = "x", labels = (string[])["a", "b", "c", "d"] })).Data["id"]!;
        await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/");
        await user.SendAsync(HttpMethod.Put, "labels/a/", new { name = "Errand" });
        await user.SendAsync(HttpMethod.Put, "labels/b/", new { name = "c" });
        await user.SendAsync(HttpMethod.Delete, "labels/d/");
        Assert.Equal("Errand c", await RestoredAsync());

        // A label that comes back while its task is in the trash.
        await user.SendAsync(HttpMethod.Delete, "labels/errand/");
        await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/");
        await user.PostAsync("labels/errand/restore/", new { });
        await user.PostAsync("labels/d/restore/", new { });
        Assert.Equal("c Errand d", await RestoredAsync());
        Assert.Equal(id, Ids(await user.GetAsync("tasks/?label=errand")).Single());

        async Task<string> RestoredAsync() =>
            string.Join(' ', (await user.PostAsync($"tasks/{id}/restore/", new { })).Data["labels"]!.AsArray().Select(label => (string)label!));
    }

    private static async Task<(long Parent, long Subtask)> FamilyAsync(ApiUser user, long? project = null)
    {
        var parent = (long)(await user.PostAsync("tasks/", new { title = "parent", project })).Data["id"]!;
        return (parent, (long)(await user.PostAsync("tasks/", new { title = "subtask", project, parent })).Data["id"]!);
    }

    private static async Task<long> TrashedAsync(ApiUser user)
    {
        var id = await user.AddTaskAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);
        return id;
    }

    private static Task<ApiResponse> BulkAsync(ApiUser user, params object[] operations) => user.PostAsync("tasks/bulk/", new { operations });

    private static List<long> Ids(ApiResponse list) => [.. list.Data["results"]!.AsArray().Select(task => (long)task!["id"]!)];
}
