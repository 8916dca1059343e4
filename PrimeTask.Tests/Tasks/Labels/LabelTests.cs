namespace PrimeTask.Tests.Tasks.Labels;

public sealed class LabelTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Labels_InAnyCase_AreOne()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "1", " Größe ", "a\"b\\c {}", "GRÖSSE");
        Assert.Equal(["Größe", "a\"b\\c {}"], await LabelsAsync(user, first));
        // As it was written first.
        var second = await AddAsync(user, "2", "grösse");
        Assert.Equal(["Größe"], await LabelsAsync(user, second));
        await user.SendAsync(HttpMethod.Patch, $"tasks/{second}/", new { status = "completed" });
        await user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "create", data = Task("3", "GRÖSSE", "home") } } });

        Assert.Equal("1 2 3", await TitlesAsync(user, "label=größe"));
        Assert.Equal("3", await TitlesAsync(user, "label=HOME,Grösse"));
        Assert.Equal("1", await TitlesAsync(user, $"label={Uri.EscapeDataString("A\"B\\C {}")}"));
        Assert.Equal("", await TitlesAsync(user, "label=unheard"));
        Assert.Equal([("a\"b\\c {}", 1, 1), ("Größe", 3, 2), ("home", 1, 1)], await ListAsync(user));
        var list = (await user.GetAsync("labels/")).Data.AsObject();
        Assert.Equal((3, null, null, 4), ((int)list["count"]!, (string?)list["next"], (string?)list["previous"], list.Count));
        Assert.NotEmpty((await user.GetAsync("tasks/?label=")).Errors("label"));
        Assert.NotEmpty((await user.GetAsync("tasks/?label=a,,b")).Errors("label"));
        Assert.Equal(["A comma may not be in it."], (await user.PostAsync("tasks/", Task("x", "a,b"))).Errors("labels"));
    }

    [Fact]
    public async Task Label_RenamedOrDeleted_IsSoOnEveryTask()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "1", "shop", "urgent", "home");
        var second = await AddAsync(user, "2", "errand", "shop");
        var foreign = await AddAsync(other, "3", "shop");

        var coloured = (await user.SendAsync(HttpMethod.Put, "labels/SHOP/", new { color = "red" })).Data;
        Assert.Equal(("shop", "red", 2), ((string)coloured["name"]!, (string)coloured["color"]!, (int)coloured["tasks_count"]!));
        await user.SendAsync(HttpMethod.Put, "labels/urgent/", new { name = "Urgent!" });
        Assert.Equal(["shop", "Urgent!", "home"], await LabelsAsync(user, first));

        // Into one that is there.
        await user.SendAsync(HttpMethod.Put, "labels/shop/", new { name = "errand" });
        Assert.Equal(["errand", "Urgent!", "home"], await LabelsAsync(user, first));
        Assert.Equal(["errand"], await LabelsAsync(user, second));
        Assert.Equal([("errand", 2, 2), ("home", 1, 1), ("Urgent!", 1, 1)], await ListAsync(user));
        Assert.Equal("1 2", await TitlesAsync(user, "label=errand"));

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "labels/ERRAND/")).Status);
        Assert.Equal(["Urgent!", "home"], await LabelsAsync(user, first));
        Assert.Empty(await LabelsAsync(user, second));
        Assert.Equal(["shop"], await LabelsAsync(other, foreign));
        Assert.Equal(HttpStatusCode.NotFound, (await user.SendAsync(HttpMethod.Delete, "labels/errand/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.SendAsync(HttpMethod.Put, "labels/errand/", new { name = "x" })).Status);
        Assert.NotEmpty((await user.SendAsync(HttpMethod.Put, "labels/home/", new { name = "a,b" })).Errors("name"));
        // One that no task has yet.
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, $"labels/{Uri.EscapeDataString("to buy / 2")}/", new { color = "blue" })).Status);
        Assert.Contains(("to buy / 2", 0, 0), await ListAsync(user));

        // Each is a change of the tasks that had the label; a colour is none.
        Assert.Equal(
            [
                "errand,Urgent!,home > Urgent!,home",
                "shop,Urgent!,home > errand,Urgent!,home",
                "shop,urgent,home > shop,Urgent!,home",
            ],
            await HistoryAsync(user, first));
        Assert.Equal(["errand > ", "errand,shop > errand"], await HistoryAsync(user, second));
        Assert.Empty(await HistoryAsync(other, foreign));
    }

    [Fact]
    public async Task Label_DeletedAndRestored_IsOnTheTasksThatHadIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var (first, second) = (await AddAsync(user, "1", "Shop", "home"), await AddAsync(user, "2", "shop"));
        var (full, gone, without) = (await AddAsync(user, "3", "shop"), await AddAsync(user, "4", "shop"), await AddAsync(user, "5", "home"));
        await user.SendAsync(HttpMethod.Put, "labels/shop/", new { color = "red" });
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync("labels/shop/restore/", new { })).Status);
        await user.SendAsync(HttpMethod.Delete, "labels/shop/");
        await user.SendAsync(HttpMethod.Patch, $"tasks/{full}/", new { labels = Enumerable.Range(0, 20).Select(number => $"l{number}") });
        await user.SendAsync(HttpMethod.Delete, $"tasks/{gone}/");

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("labels/shop/restore/", new { })).Status);
        var restored = (await user.PostAsync("labels/SHOP/restore/", new { })).Data;
        Assert.Equal(("Shop", "red", 2), ((string)restored["name"]!, (string)restored["color"]!, (int)restored["tasks_count"]!));
        Assert.Equal(["home", "Shop"], await LabelsAsync(user, first));
        Assert.Equal(["Shop"], await LabelsAsync(user, second));
        Assert.Equal(20, (await LabelsAsync(user, full)).Length);
        Assert.Equal(["home"], await LabelsAsync(user, without));
        Assert.Equal("home > home,Shop", (await HistoryAsync(user, first))[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync("labels/shop/restore/", new { })).Status);

        // One that was made meanwhile keeps its name, and gets the colour where nobody has chosen another.
        await user.SendAsync(HttpMethod.Delete, "labels/shop/");
        await user.SendAsync(HttpMethod.Patch, $"tasks/{without}/", new { labels = (string[])["SHOP"] });
        Assert.Equal(("SHOP", "red", 3), Shown(await user.PostAsync("labels/shop/restore/", new { })));
        Assert.Equal(["SHOP"], await LabelsAsync(user, second));

        // Deleted twice, it comes back twice.
        await user.SendAsync(HttpMethod.Delete, "labels/shop/");
        await user.SendAsync(HttpMethod.Patch, $"tasks/{without}/", new { labels = (string[])["shop"] });
        await user.SendAsync(HttpMethod.Put, "labels/shop/", new { color = "blue" });
        await user.SendAsync(HttpMethod.Delete, "labels/shop/");
        Assert.Equal(("shop", "blue", 1), Shown(await user.PostAsync("labels/shop/restore/", new { })));
        Assert.Equal(("shop", "blue", 3), Shown(await user.PostAsync("labels/shop/restore/", new { })));

        static (string, string, int) Shown(ApiResponse label) => ((string)label.Data["name"]!, (string)label.Data["color"]!, (int)label.Data["tasks_count"]!);
    }

    private static object Task(string title, params string[] labels) => new { title, labels };

    private static async Task<long> AddAsync(ApiUser user, string title, params string[] labels) => (long)(await user.PostAsync("tasks/", Task(title, labels))).Data["id"]!;

    private static async Task<string[]> HistoryAsync(ApiUser user, long id) =>
        [.. (await user.GetAsync($"tasks/{id}/history/")).Data["results"]!.AsArray().Select(entry => $"{Names(entry!, "from")} > {Names(entry!, "to")}")];

    private static string Names(JsonNode entry, string side) => string.Join(',', entry["changes"]!["labels"]![side]!.AsArray().Select(name => (string)name!));

    private static async Task<string[]> LabelsAsync(ApiUser user, long id) =>
        [.. (await user.GetAsync($"tasks/{id}/")).Data["labels"]!.AsArray().Select(label => (string)label!)];

    private static async Task<string> TitlesAsync(ApiUser user, string query) =>
        string.Join(' ', (await user.GetAsync($"tasks/?{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).Order());

    private static async Task<(string, int, int)[]> ListAsync(ApiUser user) =>
        [.. (await user.GetAsync("labels/")).Data["results"]!.AsArray().Select(label => ((string)label!["name"]!, (int)label["tasks_count"]!, (int)label["open_tasks_count"]!))];
}
