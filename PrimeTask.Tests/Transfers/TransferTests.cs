using System.Net.Sockets;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.Tests.Transfers;

/// <summary>Exports and imports, from the request to the worker's end.</summary>
public sealed class TransferTests(PrimeTaskApp app)
{
    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task Export_ImportedByAnother_GivesTheSameTasks(string format, string type)
    {
        using var giver = await ApiUser.RegisterAsync(app);
        using var taker = await ApiUser.RegisterAsync(app);
        var project = (long)(await giver.PostAsync("projects/", new { name = "Haus, Küche" })).Data["id"]!;
        var parent = (long)(await giver.PostAsync("tasks/", new { title = "=1+1", description = "Two\nlines", priority = "high", due_date = "2026-12-01T10:00:00Z", project })).Data["id"]!;
        var done = (long)(await giver.PostAsync("tasks/", JsonNode.Parse("""{"title":"Done","status":"completed","labels":["home","a b"]}""")!)).Data["id"]!;
        await giver.PostAsync($"tasks/{done}/move/", new { first = true });
        // Before its parent.
        var subtask = (long)(await giver.PostAsync("tasks/", new { title = "A part of it", parent })).Data["id"]!;
        await giver.PostAsync($"tasks/{subtask}/move/", new { first = true });
        Assert.Equal(("none", null), ((string?)(await giver.GetAsync("export/")).Data["state"], (string?)(await giver.GetAsync("export/")).Data["format"]));
        Assert.Equal(HttpStatusCode.NotFound, (await giver.GetAsync("export/file/")).Status);

        Assert.Equal(HttpStatusCode.Created, (await giver.PostAsync("export/", new { format })).Status);
        var export = await giver.TransferAsync("export/");
        var (status, file, headers) = await giver.DownloadAsync("export/file/");

        Assert.Equal(("done", 3, 3, file.Length), ((string?)export["state"], (int)export["total"]!, (int)export["done"]!, (int)export["size"]!));
        Assert.Equal((HttpStatusCode.OK, "attachment"), (status, headers.ContentDisposition?.DispositionType));
        Assert.EndsWith($".{format}", headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);

        // In the cache, before the import.
        Assert.Empty((await taker.GetAsync("tasks/")).Data["results"]!.AsArray());
        Assert.Empty((await taker.GetAsync("tasks/")).Data["results"]!.AsArray());
        var import = await taker.ImportAsync(Encoding.UTF8.GetString(file), type);
        Assert.Equal(("done", 3), ((string?)import["state"], (int)import["done"]!));
        Assert.Equal(await ShownAsync(giver), await ShownAsync(taker));
        Assert.Equal(HttpStatusCode.NotFound, (await taker.GetAsync("export/file/")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await giver.SendAsync(HttpMethod.Delete, "export/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await giver.SendAsync(HttpMethod.Delete, "export/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await giver.GetAsync("export/file/")).Status);
    }

    [Fact]
    public async Task Import_SentAgainWithItsKey_AddsNothing()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await SendAsync("""[{"title":"Once"}]""", "application/json", "key");
        await user.TransferAsync("import/");

        var second = await SendAsync("""[{"title":"Once"}]""", "application/json", "key");
        await user.TransferAsync("import/");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.Equal((string?)first.Data["created_at"], (string?)second.Data["created_at"]);
        Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("""[{"title":"Other"}]""", "application/json", "key")).Status);

        Task<ApiResponse> SendAsync(string file, string type, string key) =>
            user.SendAsync(HttpMethod.Post, "import/", new StringContent(file, Encoding.UTF8, type), ("Idempotency-Key", key));
    }

    [Fact]
    public async Task Export_ImportedByAnother_GivesTheSameProjectsLabelsAndViews()
    {
        using var giver = await ApiUser.RegisterAsync(app);
        using var taker = await ApiUser.RegisterAsync(app);
        var (house, old) = (await AddAsync("projects/", new { name = "House", color = "teal" }), await AddAsync("projects/", new { name = "Old job", color = "red", archived = true }));
        var empty = await AddAsync("projects/", new { name = "Later", color = "pink" });
        await giver.PostAsync($"projects/{empty}/move/", new { first = true });
        await giver.PostAsync("tasks/", new { title = "Paint", project = house });
        await giver.SendAsync(HttpMethod.Put, "labels/errand/", new { color = "cyan" });
        var gone = await AddAsync("projects/", new { name = "Gone" });
        await AddAsync("views/", new { name = "At home", query = new { status = "open", project = $"{house},none,{gone}" }, group = "due", layout = "board" });
        await AddAsync("views/", new { name = "Gone", query = new { project = $"{gone}" } });
        await AddAsync("views/", new { name = "Parts", query = new { parent = "1" } });
        await AddAsync("views/", new { name = "Mine", query = new { priority = "high" } });
        await giver.SendAsync(HttpMethod.Delete, $"projects/{gone}/");
        // It stays as it is, and so does what has its name.
        var own = (long)(await taker.PostAsync("projects/", new { name = "old JOB" })).Data["id"]!;
        await taker.PostAsync("views/", new { name = "Mine", query = new { status = "completed" } });

        await giver.PostAsync("export/", new { format = "json" });
        await giver.TransferAsync("export/");
        var file = Encoding.UTF8.GetString((await giver.DownloadAsync("export/file/")).Content);
        for (var times = 1; times <= 2; times++)
        {
            Assert.Equal("done", (string?)(await taker.ImportAsync(file, "application/json"))["state"]);
            var projects = (await taker.GetAsync("projects/")).Data["results"]!.AsArray();
            Assert.Equal(
                [("old JOB", "gray", false, 0), ("Later", "pink", false, 0), ("House", "teal", false, times)],
                projects.Select(project => ((string)project!["name"]!, (string)project["color"]!, (bool)project["archived"]!, (int)project["tasks_count"]!)));
            Assert.Equal(own, (long)projects[0]!["id"]!);
            Assert.Equal([("errand", "cyan")], (await taker.GetAsync("labels/")).Data["results"]!.AsArray().Select(label => ((string)label!["name"]!, (string)label["color"]!)));
            var views = (await taker.GetAsync("views/")).Data["results"]!.AsArray();
            Assert.Equal(
                [("Mine", """{"status":"completed"}""", null, "list"), ("At home", $$"""{"project":"{{projects[2]!["id"]}},none","status":"open"}""", "due", "board")],
                views.Select(view => ((string)view!["name"]!, view["query"]!.ToJsonString(), (string?)view["group"], (string)view["layout"]!)));
        }

        async Task<long> AddAsync(string path, object data) => (long)(await giver.PostAsync(path, data)).Data["id"]!;
    }

    [Fact]
    public async Task Import_OfAnArchivedAndAnotherProjectWithOneName_KeepsThemApartTheNextTimeToo()
    {
        using var user = await ApiUser.RegisterAsync(app);
        // Tasks name them by their ids alone.
        const string file = """
            {"projects": [{"id": 10, "name": "House", "archived": true}, {"id": 11, "name": "House"}],
            "tasks": [{"title": "old", "project": 10}, {"title": "new", "project": 11}, {"title": "newer", "project": 11}, {"title": "nowhere", "project": 12}]}
            """;
        for (var times = 1; times <= 2; times++)
        {
            Assert.Equal("done", (string?)(await user.ImportAsync(file, "application/json"))["state"]);
            var projects = (await user.GetAsync("projects/")).Data["results"]!.AsArray();
            Assert.Equal([(true, times), (false, 2 * times)], projects.Select(project => ((bool)project!["archived"]!, (int)project["tasks_count"]!)));
            Assert.Equal(times, (int)(await user.GetAsync("tasks/?project=none")).Data["count"]!);
        }
    }

    [Fact]
    public async Task Import_OfTwoProjectsWithTheNameOfAnArchivedOne_LeavesThatAlone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.PostAsync("projects/", new { name = "Work", archived = true });
        const string file = """
            [{"title": "a", "project": 1003, "project_name": "Work"}, {"title": "b", "project": 1009, "project_name": "Work"}, {"title": "c", "project": 1009, "project_name": "Work"}]
            """;
        for (var times = 1; times <= 2; times++)
        {
            Assert.Equal("done", (string?)(await user.ImportAsync(file, "application/json"))["state"]);
            var projects = (await user.GetAsync("projects/")).Data["results"]!.AsArray();
            Assert.Equal([(true, 0), (false, times), (false, 2 * times)], projects.Select(project => ((bool)project!["archived"]!, (int)project["tasks_count"]!)));
        }
    }

    [Fact]
    public async Task Import_OfMoreViewsThanThereCanBe_AddsNothing()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var views = string.Join(',', Enumerable.Range(0, SavedView.Most + 1).Select(number => $$"""{"name": "{{number}}"}"""));
        var import = await user.ImportAsync($$"""{"tasks": [{"title": "a"}], "projects": [{"name": "p"}], "views": [{{views}}]}""", "application/json");
        Assert.Equal(("failed", "Nothing was imported: with the file's views there would be more than 100."), ((string?)import["state"], (string?)import["problem"]));
        Assert.Equal((0, 0, 0), ((int)(await user.GetAsync("tasks/")).Data["count"]!, (int)(await user.GetAsync("projects/")).Data["count"]!, (int)(await user.GetAsync("views/")).Data["count"]!));
    }

    [Fact]
    public async Task Import_OfTwoProjectsWithOneName_KeepsThemApart()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var kitchen = (long)(await user.PostAsync("projects/", new { name = "Kitchen" })).Data["id"]!;
        const string file = """
            [{"title": "1", "project": 1003, "project_name": "Kitchen"}, {"title": "2", "project": 1009, "project_name": "kitchen"},
            {"title": "3", "project_name": "KITCHEN"}, {"title": "4", "project": 1003, "project_name": "Kitchen"}]
            """;

        for (var round = 1; round <= 2; round++)
        {
            Assert.Equal("done", (string?)(await user.ImportAsync(file, "application/json"))["state"]);
            var projects = (await user.GetAsync("projects/")).Data["results"]!.AsArray();
            Assert.Equal([("Kitchen", 3 * round), ("kitchen", round)], projects.Select(project => ((string)project!["name"]!, (int)project["tasks_count"]!)));
            Assert.Equal(kitchen, (long)projects[0]!["id"]!);
        }
    }

    [Fact]
    public async Task Import_OfAFileWithAWrongTask_AddsNothingAndSaysWhere()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var import = await user.ImportAsync("title,priority\nGood,low\nBad,odd\n", "text/csv");

        Assert.Equal(("failed", "Nothing was imported: 1 task is wrong."), ((string?)import["state"], (string?)import["problem"]));
        var error = Assert.Single(import["row_errors"]!.AsArray())!;
        Assert.Equal((2, "priority", "Invalid choice. Allowed: low, medium, high."), ((int)error["row"]!, (string?)error["field"], (string?)error["message"]));
        Assert.Equal(0, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "import/")).Status);
        Assert.Equal("none", (string?)(await user.GetAsync("import/")).Data["state"]);
    }

    [Fact]
    public async Task Requests_ThatAreWrong_AreRefusedWithASentence()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var anonymous = ApiUser.Anonymous(app);

        await MustBeAsync(HttpStatusCode.BadRequest, "Invalid choice. Allowed: json, csv.", user.PostAsync("export/", new { format = "xml" }));
        await MustBeAsync(HttpStatusCode.BadRequest, "This field is required.", user.PostAsync("export/", new { }));
        await MustBeAsync(HttpStatusCode.BadRequest, "The file is empty.", SendAsync("", "text/csv"));
        await MustBeAsync(HttpStatusCode.UnsupportedMediaType, null, SendAsync("<tasks/>", "application/xml"));
        await MustBeAsync(HttpStatusCode.UnsupportedMediaType, "Send the body as application/json, or a file to import as text/csv, in UTF-8 and not compressed.", SendAsync("<tasks/>", "text/xml"));
        await MustBeAsync(HttpStatusCode.UnsupportedMediaType, null, user.SendAsync(HttpMethod.Post, "import/", new StringContent("title\nx", Encoding.Latin1, "text/csv")));
        await MustBeAsync(HttpStatusCode.UnsupportedMediaType, null, user.SendAsync(HttpMethod.Post, "tasks/", new StringContent("title\nx", Encoding.UTF8, "text/csv")));
        await MustBeAsync(HttpStatusCode.RequestEntityTooLarge, "The body may have at most 10 MiB.", SendAsync(new string(' ', (10 * 1024 * 1024) + 1), "application/json"));
        await MustBeAsync(HttpStatusCode.Unauthorized, null, anonymous.PostAsync("export/", new { format = "json" }));

        Task<ApiResponse> SendAsync(string file, string type) => user.SendAsync(HttpMethod.Post, "import/", new StringContent(file, Encoding.UTF8, type));

        static async Task MustBeAsync(HttpStatusCode status, string? sentence, Task<ApiResponse> sent)
        {
            var response = await sent;
            Assert.Equal(status, response.Status);
            if (sentence is not null)
                Assert.Equal(sentence, (string?)response.Body!["errors"]!.AsObject().Single().Value![0]);
        }
    }

    [Fact]
    public async Task Transfers_WithoutAWorker_WaitAndKeepASecondFromStarting()
    {
        await using var database = await Jobs.JobDatabase.CreateAsync(app);
        (string, string)[] settings = [database.Setting, ("ConnectionStrings__cache", "127.0.0.1:1")];
        await using var api = await ServiceProcess.StartApiAsync(settings);
        using var user = await api.RegisterAsync();

        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("export/", new { format = "csv" })).Status);
        var both = await Task.WhenAll(ImportAsync(), ImportAsync());

        Assert.Single(both, response => response.Status == HttpStatusCode.Created);
        Assert.Single(both, response => response.Status is HttpStatusCode.BadRequest or HttpStatusCode.TooManyRequests);
        Assert.Equal(["An import is under way already. Wait for its end, or delete it."], (await ImportAsync()).MustFail(HttpStatusCode.BadRequest, "An import is under way already. Wait for its end, or delete it.").Errors("detail"));
        Assert.Equal("An export is under way already. Wait for its end, or delete it.", (string?)(await user.PostAsync("export/", new { format = "csv" })).Body!["errors"]!["detail"]![0]);
        Assert.Equal("waiting", (string?)(await user.GetAsync("export/")).Data["state"]);
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "export/")).Status);

        await database.StartAsync();
        Assert.Equal("done", (string?)(await user.TransferAsync("import/"))["state"]);
        Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);

        Task<ApiResponse> ImportAsync() => user.SendAsync(HttpMethod.Post, "import/", new StringContent("title\nx", Encoding.UTF8, "text/csv"));
    }

    /// <summary>A file is in memory while it is read: of several at once, one user's would fill a replica's.</summary>
    [Fact]
    public async Task Import_WhileAFileOfTheSameUserIsRead_IsRefusedBeforeItIsRead()
    {
        await using var replica = await ServiceProcess.StartApiAsync(await app.SettingsAsync());
        using var user = await replica.RegisterAsync();
        using var other = await replica.RegisterAsync();
        const string File = "title\nx";
        using var client = new TcpClient();
        await client.ConnectAsync(replica.Address.Host, replica.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/import/ HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {user.Access}\r\nContent-Type: text/csv\r\nContent-Length: {File.Length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        // Kestrel says so when the handler begins to read.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        var refused = (await SendAsync(user)).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
        Assert.Equal("5", refused.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(other)).Status);

        await stream.WriteAsync(Encoding.ASCII.GetBytes(File), TestContext.Current.CancellationToken);
        Assert.Contains("HTTP/1.1 201 Created", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("done", (string?)(await user.TransferAsync("import/"))["state"]);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(user)).Status);

        static Task<ApiResponse> SendAsync(ApiUser user) => user.SendAsync(HttpMethod.Post, "import/", new StringContent(File, Encoding.UTF8, "text/csv"));
    }

    [Fact]
    public async Task ExportedFile_IsNamedByTheDayWhereItsOwnerIs()
    {
        var (west, east) = (await NameAsync("Pacific/Pago_Pago"), await NameAsync("Pacific/Kiritimati"));

        // Their clocks are 25 hours apart.
        Assert.True(string.CompareOrdinal(west, east) < 0, $"{west} {east}");

        async Task<string> NameAsync(string zone)
        {
            using var user = await ApiUser.RegisterAsync(app);
            await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = zone });
            await user.PostAsync("export/", new { format = "csv" });
            await user.TransferAsync("export/");
            return (await user.DownloadAsync("export/file/")).Headers.ContentDisposition!.FileName!;
        }
    }

    [Fact]
    public async Task Transfers_WhoseJobsAreSetAside_HaveFailedAndSaySo()
    {
        await using var database = await Jobs.JobDatabase.CreateAsync(app);
        await using var api = await ServiceProcess.StartApiAsync(database.Setting, ("ConnectionStrings__cache", "127.0.0.1:1"));
        using var first = await api.RegisterAsync();
        using var second = await api.RegisterAsync();
        await database.Data.ExecuteAsync("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'It is broken.'; END $$");
        await database.Data.ExecuteAsync("CREATE TRIGGER refused BEFORE INSERT ON tasks FOR EACH ROW WHEN (NEW.title = 'bad') EXECUTE FUNCTION refuse()");
        await ImportAsync(first, "title\nbad\n");
        await ImportAsync(second, $"title\n{string.Concat(Enumerable.Repeat("good\n", 500))}bad\n");
        Assert.Equal(HttpStatusCode.Created, (await first.PostAsync("export/", new { format = "csv" })).Status);
        await database.Data.ExecuteAsync("CREATE TRIGGER refused BEFORE INSERT ON transfer_parts FOR EACH ROW EXECUTE FUNCTION refuse()");

        await database.StartAsync(("Jobs__MaxAttempts", "2"), ("Jobs__FirstDelay", "00:00:00.1"));

        await MustHaveFailedAsync(first, "import/", "No task was imported: something went wrong on our side.");
        await MustHaveFailedAsync(second, "import/", "500 of 501 tasks were imported, then something went wrong on our side.");
        await MustHaveFailedAsync(first, "export/", "There is no file: something went wrong on our side.");
        Assert.Equal(3, await database.Data.ReadAsync<long>("SELECT count(*) FROM jobs WHERE failed_at IS NOT NULL AND attempts = 2"));
        Assert.Equal(0, await database.Data.ReadAsync<long>("SELECT count(*) FROM transfer_parts"));
        Assert.Equal(HttpStatusCode.Created, (await first.PostAsync("export/", new { format = "csv" })).Status);

        static async Task ImportAsync(ApiUser user, string file) =>
            Assert.Equal(HttpStatusCode.Created, (await user.SendAsync(HttpMethod.Post, "import/", new StringContent(file, Encoding.UTF8, "text/csv"))).Status);

        static async Task MustHaveFailedAsync(ApiUser user, string path, string problem)
        {
            var transfer = await user.TransferAsync(path);
            Assert.Equal(("failed", problem), ((string?)transfer["state"], (string?)transfer["problem"]));
        }
    }

    [Fact]
    public async Task Transfers_WhoseWorkersAreKilled_HaveEachTaskOnce()
    {
        var tasks = Soak.Of(2_000, 50_000);
        await using var database = await Jobs.JobDatabase.CreateAsync(app);
        (string, string)[] settings = [("Jobs__Lease", "00:00:01"), ("Logging__LogLevel__Default", "Error")];
        await using var api = await ServiceProcess.StartApiAsync(database.Setting, ("ConnectionStrings__cache", "127.0.0.1:1"));
        using var user = await api.RegisterAsync();
        // Each second task is a subtask of one that comes long before it, or long after.
        var file = $"title,id,parent\n{string.Join('\n', Enumerable.Range(1, tasks).Select(number => $"{number},{number},{(number % 2 == 0 ? $"{(number * 7 % tasks) | 1}" : "")}"))}\n";
        Assert.Equal(HttpStatusCode.Created, (await user.SendAsync(HttpMethod.Post, "import/", new StringContent(file, Encoding.UTF8, "text/csv"))).Status);

        var worker = await KillOnceBegunAsync(database.Launch(settings), "import");
        await database.UntilAsync("EXISTS (SELECT FROM transfers WHERE kind = 'import' AND state = 'done')");
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("export/", new { format = "csv" })).Status);
        await KillOnceBegunAsync(worker, "export");
        await database.UntilAsync("EXISTS (SELECT FROM transfers WHERE kind = 'export' AND state = 'done')");

        Assert.Equal(tasks, await database.Data.ReadAsync<long>("SELECT count(DISTINCT title) FROM tasks WHERE owner_id = $1", user.Id));
        Assert.Equal(tasks, await database.Data.ReadAsync<long>("SELECT count(*) FROM tasks WHERE owner_id = $1", user.Id));
        Assert.Equal(tasks / 2, await database.Data.ReadAsync<long>(
            "SELECT count(*) FROM tasks JOIN tasks AS parent ON parent.id = tasks.parent_id WHERE tasks.owner_id = $1 AND parent.title::int = (tasks.title::int * 7 % $2) | 1", user.Id, tasks));
        var exported = Encoding.UTF8.GetString((await user.DownloadAsync("export/file/")).Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(tasks + 1, exported.Length);
        Assert.Equal(tasks + 1, exported.Distinct().Count());
        // No part is larger than a worker's memory, whatever its tasks hold.
        Assert.Equal((tasks / 100) + 1, await database.Data.ReadAsync<int>("SELECT parts FROM transfers WHERE kind = 'export' AND user_id = $1", user.Id));

        async Task<LaunchedProcess> KillOnceBegunAsync(LaunchedProcess running, string kind)
        {
            await database.UntilAsync($"EXISTS (SELECT FROM transfers WHERE kind = '{kind}' AND done > 0)");
            await running.KillAsync();
            return database.Launch(settings);
        }
    }

    private static async Task<IEnumerable<string>> ShownAsync(ApiUser user)
    {
        var shown = new List<string>();
        var projects = (await user.GetAsync("projects/")).Data["results"]!.AsArray().ToDictionary(project => (long)project!["id"]!, project => (string)project!["name"]!);
        var tasks = (await user.GetAsync("tasks/?ordering=position")).Data["results"]!.AsArray();
        var titles = tasks.ToDictionary(task => (long)task!["id"]!, task => (string)task!["title"]!);
        foreach (var listed in tasks)
        {
            var task = (await user.GetAsync($"tasks/{(long)listed!["id"]!}/")).Data.AsObject();
            foreach (var own in new[] { "id", "owner", "owner_username", "owner_email", "updated_at", "position" })
                task.Remove(own);
            task["project"] = (long?)task["project"] is { } id ? projects[id] : null;
            task["parent"] = (long?)task["parent"] is { } parent ? titles[parent] : null;
            shown.Add(task.ToJsonString());
        }

        return shown;
    }
}
