using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.Tests.Tasks.Views;

public sealed class SavedViewTests(PrimeTaskApp app)
{
    private static readonly string[] _several = ["open"];

    [Fact]
    public async Task View_OverItsLife_IsWhatWasWritten()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var created = await user.PostAsync("views/", new { name = " Urgent ", query = new { status = "open", priority = "high", project = 5, overdue = true }, group = "due" });
        var address = $"views/{(long)created.Data["id"]!}/";

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.EndsWith(address, created.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(("Urgent", "due", "list"), ((string)created.Data["name"]!, (string)created.Data["group"]!, (string)created.Data["layout"]!));
        Assert.Equal("""{"overdue":"true","priority":"high","project":"5","status":"open"}""", created.Data["query"]!.ToJsonString());
        Assert.Equal(created.Data.ToJsonString(), (await user.GetAsync(address)).Data.ToJsonString());

        var renamed = await user.SendAsync(HttpMethod.Patch, address, new { name = "Soon" }, ("If-Match", created.ETag!));
        Assert.Equal(("Soon", "due"), ((string)renamed.Data["name"]!, (string)renamed.Data["group"]!));
        Assert.Equal("high", (string)renamed.Data["query"]!["priority"]!);
        Assert.Null((await user.SendAsync(HttpMethod.Patch, address, new { group = (string?)null, layout = "board" })).Data["group"]);
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Put, HttpMethod.Delete })
            (await user.SendAsync(method, address, new { name = "Late" }, ("If-Match", created.ETag!))).MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");

        var replaced = await user.SendAsync(HttpMethod.Put, address, new { name = "All" });
        Assert.Equal(("All", "{}", "list"), ((string)replaced.Data["name"]!, replaced.Data["query"]!.ToJsonString(), (string)replaced.Data["layout"]!));
        Assert.Equal(["All"], await NamesAsync(user));
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, address, null, ("If-Match", replaced.ETag!))).Status);
        (await user.GetAsync(address)).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.Empty(await NamesAsync(user));
    }

    [Fact]
    public async Task View_WithWhatTheListRefuses_IsRefusedTheSame()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var created = await user.PostAsync("views/", new { name = "Good", query = new { ordering = "-due_date", label = "home,Ärger", search = "e\u0301" } });
        Assert.Equal("\u00e9", (string)created.Data["query"]!["search"]!);

        foreach (var (name, value) in new[] { ("status", "done"), ("priority", ""), ("due", "soon"), ("project", "0"), ("owner", "1"), ("ordering", "size"), ("time_zone", "Mars"), ("due_before", "x"), ("label", " "), ("search", "a\u0001") })
        {
            var list = (await user.GetAsync($"tasks/?{name}={Uri.EscapeDataString(value)}")).Errors(name);
            var query = new Dictionary<string, string> { [name] = value };
            Assert.NotEmpty(list);
            Assert.Equal(list, (await user.PostAsync("views/", new { name = "Bad", query })).Errors($"query.{name}"));
            Assert.Equal(list, (await user.SendAsync(HttpMethod.Patch, $"views/{created.Data["id"]}/", new { query })).Errors($"query.{name}"));
        }

        // A page is no part of a view.
        foreach (var name in new[] { "page", "cursor", "page_size", "bogus" })
            Assert.StartsWith("Unknown parameter. Allowed: status,", Assert.Single((await user.PostAsync("views/", new { name = "Bad", query = new Dictionary<string, string> { [name] = "1" } })).Errors($"query.{name}")), StringComparison.Ordinal);
        var both = await user.PostAsync("views/", new { name = " ", group = "size", layout = "wall", query = new { due = "x" } });
        Assert.Equal(["group", "layout", "name", "query.due"], both.Body!["errors"]!.AsObject().Select(error => error.Key).Order());
        (await user.PostAsync("views/", new { name = "Bad", query = new { status = _several } })).MustFail(HttpStatusCode.BadRequest, "Malformed request");
        Assert.NotEmpty((await user.PostAsync("views/", new { name = "Bad", query = (object?)null })).Errors("query"));
        var labels = string.Join(',', Enumerable.Range(0, 60).Select(number => $"{number}{new string('l', 40)}"));
        Assert.NotEmpty((await user.PostAsync("views/", new { name = "Bad", query = new { label = labels } })).Errors("query"));
        Assert.Equal(["Good"], await NamesAsync(user));
    }

    [Fact]
    public async Task Views_AreTheOwnOnesInTheOrderByHand()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var (a, b, c) = (await AddAsync(user, "a"), await AddAsync(user, "b"), await AddAsync(user, "c"));
        var foreign = await AddAsync(other, "theirs");

        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"views/{c}/move/", new { first = true })).Status);
        Assert.Equal(["c", "a", "b"], await NamesAsync(user));
        await user.PostAsync($"views/{a}/move/", new { after = b });
        Assert.Equal(["c", "b", "a"], await NamesAsync(user));
        Assert.NotEmpty((await user.PostAsync($"views/{a}/move/", new { before = foreign })).Errors("before"));
        Assert.Equal(["theirs"], await NamesAsync(other));
        foreach (var caller in new[] { other, admin })
        {
            (await caller.GetAsync($"views/{a}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
            (await caller.SendAsync(HttpMethod.Patch, $"views/{a}/", new { name = "x" })).MustFail(HttpStatusCode.NotFound, "Resource not found");
            (await caller.SendAsync(HttpMethod.Delete, $"views/{a}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
        }
    }

    [Fact]
    public async Task Moves_OfSeveralViewsAtOnce_AllSucceedAndLeaveOneOrder()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var ids = new List<long>();
        foreach (var name in new[] { "a", "b", "c", "d" })
            ids.Add((long)(await user.PostAsync("views/", new { name })).Data["id"]!);

        var moves = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => user.PostAsync($"views/{ids[number % 4]}/move/", new { after = ids[(number + 1 + (number / 4 % 3)) % 4] })));

        Assert.All(moves, move => Assert.Equal(HttpStatusCode.OK, move.Status));
        Assert.Equal(["a", "b", "c", "d"], (await NamesAsync(user)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Views_AddedAtOnce_AreNoMoreThanTheLimit()
    {
        using var user = await ApiUser.RegisterAsync(app);
        for (var number = 0; number < SavedView.Most - 2; number++)
            await AddAsync(user, $"{number}");

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => user.PostAsync("views/", new { name = $"last {number}" })));

        Assert.Equal(2, responses.Count(response => response.Status == HttpStatusCode.Created));
        Assert.All(responses.Where(response => response.Status != HttpStatusCode.Created), response => Assert.NotEmpty(response.Errors("detail")));
        Assert.Equal(SavedView.Most, (int)(await user.GetAsync("views/")).Data["count"]!);
    }

    private static async Task<long> AddAsync(ApiUser user, string name) => (long)(await user.PostAsync("views/", new { name })).Data["id"]!;

    private static async Task<IEnumerable<string>> NamesAsync(ApiUser user) =>
        (await user.GetAsync("views/?page_size=100")).Data["results"]!.AsArray().Select(view => (string)view!["name"]!);
}
