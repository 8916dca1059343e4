namespace PrimeTask.Tests.Tasks;

/// <summary>What must hold for any tasks, requests and order of events.</summary>
public sealed class PropertyTests(PrimeTaskApp app)
{
    private const int Seed = 20_261_122;

    private static readonly string[] _texts =
    [
        "plain", "ünïcödé", "\u05e9\u05dc\u05d5\u05dd \u200f!", "\u202egnirts", "\ud83d\udc69\u200d\ud83d\ude80", "a\tb\nc", "<b>&amp;\"'\\</b>", "\u0301", "%_\\",
    ];

    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];
    private static readonly string[] _priorities = ["low", "medium", "high"];
    private static readonly string[] _settled = ["id", "title", "description", "status", "priority", "due_date", "owner", "created_at"];
    private static readonly string[] _lists = ["tasks/", "tasks/?search=of", "tasks/?ordering=title&page_size=100"];

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Patch_InManyRandomSteps_ChangesOnlyWhatItNames()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var walks = Enumerable.Range(0, 8).Select(async walk =>
        {
            var random = new Random(Seed + walk);
            var path = $"tasks/{await user.AddTaskAsync()}/";
            var known = (await user.GetAsync(path)).Data.AsObject();
            for (var step = 0; step < Soak.Of(15, 125); step++)
            {
                var change = Change(random);
                var response = await user.SendAsync(HttpMethod.Patch, path, change);
                Assert.Equal(HttpStatusCode.OK, response.Status);
                foreach (var (name, value) in change)
                    known[name] = value?.DeepClone();
                foreach (var name in _settled)
                    Assert.True(JsonNode.DeepEquals(known[name], response.Data[name]), $"Step {step} of walk {walk}: {name} after {change.ToJsonString()}");
                Assert.Equal((string)known["status"]! == "completed", response.Data["completed_at"] is not null);
            }
        });
        await Task.WhenAll(walks);
    }

    [Fact]
    public async Task Writers_EightWithOneETag_OneWins()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var path = $"tasks/{await user.AddTaskAsync()}/";
        for (var round = 0; round < 10; round++)
        {
            var tag = (await user.GetAsync(path)).ETag!;

            var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
                user.SendAsync(HttpMethod.Patch, path, new { title = $"Writer {writer}" }, ("If-Match", tag))));

            var winner = Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
            Assert.Equal(7, responses.Count(response => response.Status == HttpStatusCode.PreconditionFailed));
            Assert.Equal(winner.ETag, (await user.GetAsync(path)).ETag);
        }
    }

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Lists_OfTwentyUsersAtOnce_HoldNothingOfAnother()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ApiUser.RegisterAsync(app)));
        await Task.WhenAll(users.Select(async user =>
        {
            for (var round = 0; round < Soak.Of(3, 10); round++)
            {
                await user.AddTaskAsync($"of {user.Username}");
                foreach (var path in _lists)
                {
                    var list = await user.GetAsync(path);
                    Assert.Equal(round + 1, (int)list.Data["count"]!);
                    Assert.All(list.Data["results"]!.AsArray(), task =>
                        Assert.Equal((user.Id, $"of {user.Username}"), ((long)task!["owner"]!, (string)task["title"]!)));
                }

                Assert.Equal(round + 1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
            }
        }));
        Array.ForEach(users, user => user.Dispose());
    }

    [Fact]
    public async Task Texts_OfAnyKind_ComeBackAsTheyWere()
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var text in _texts.Append(new string('x', 200)).Append(string.Concat(Enumerable.Repeat("\ud83d\ude80", 200))))
        {
            var created = await user.PostAsync("tasks/", new { title = text, description = string.Concat(Enumerable.Repeat($"{text} ", 10_000 / (text.Length + 1) / 2)) });
            Assert.Equal(HttpStatusCode.Created, created.Status);
            Assert.Equal(text, (string)(await user.GetAsync($"tasks/{created.Data["id"]}/")).Data["title"]!);
            Assert.Contains((await user.GetAsync($"tasks/?page_size=100&search={Uri.EscapeDataString(text)}")).Data["results"]!.AsArray(), task => (string)task!["title"]! == text);
        }

        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title = "long", description = new string('d', 10_000) })).Status);
        Assert.NotEmpty((await user.PostAsync("tasks/", new { title = "long", description = new string('d', 10_001) }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("description"));
        Assert.NotEmpty((await user.PostAsync("tasks/", new { title = new string('t', 201) })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("title"));
    }

    [Theory]
    [InlineData("{\"title\": \"\\ud800\"}")]
    [InlineData("{\"title\": \"x\", \"description\": \"\\udc00\"}")]
    [InlineData("{\"title\": 1}")]
    [InlineData("{\"title\": [\"x\"]}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("")]
    public async Task Create_MalformedBody_IsRefused(string body)
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await user.SendAsync(HttpMethod.Post, "tasks/", content)).MustFail(HttpStatusCode.BadRequest, "Malformed request");
    }

    [Fact]
    public async Task Ids_BeyondSixtyFourBits_AreNotThere()
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var id in new[] { "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "-1", "0", "1.5", "x" })
            (await user.GetAsync($"tasks/{id}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");

        using var bulk = new StringContent("{\"operations\": [{\"op\": \"delete\", \"id\": 9223372036854775808}]}", System.Text.Encoding.UTF8, "application/json");
        (await user.SendAsync(HttpMethod.Post, "tasks/bulk/", bulk)).MustFail(HttpStatusCode.BadRequest, "Malformed request");
    }

    private static JsonObject Change(Random random)
    {
        var change = new JsonObject();
        if (random.Next(2) == 0)
            change["title"] = _texts[random.Next(_texts.Length)];
        if (random.Next(2) == 0)
            change["description"] = random.Next(3) == 0 ? null : _texts[random.Next(_texts.Length)];
        if (random.Next(2) == 0)
            change["status"] = _statuses[random.Next(4)];
        if (random.Next(2) == 0)
            change["priority"] = _priorities[random.Next(3)];
        if (random.Next(2) == 0)
            change["due_date"] = random.Next(3) == 0 ? null : DateTime.UnixEpoch.AddSeconds(random.Next()).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return change;
    }
}
