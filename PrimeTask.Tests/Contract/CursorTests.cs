namespace PrimeTask.Tests.Contract;

public sealed class CursorTests(PrimeTaskApp app)
{
    private static readonly string[] _orderings = ["created_at", "updated_at", "due_date", "priority", "status", "title", "id"];
    private static readonly string[] _priorities = ["low", "medium", "high"];
    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];

    private static IEnumerable<string> Orderings => _orderings.SelectMany(name => new[] { name, "-" + name });

    [Fact]
    public async Task Walk_InEveryOrder_GivesTheListInThatOrder()
    {
        using var user = await WithTasksAsync(11);
        foreach (var ordering in Orderings)
        {
            var whole = Ids(await user.GetAsync($"tasks/?ordering={ordering}&page_size=100"));
            Assert.Equal(11, whole.Length);

            Assert.Equal(whole, await WalkAsync(user, $"ordering={ordering}&page_size=3"));
        }
    }

    [Fact]
    public async Task Walk_WhileOthersInsertAndDelete_NeitherSkipsNorRepeats()
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var ordering in Orderings)
        {
            // Found by its round, so that one account serves all orders: hashing a password is what takes time.
            var round = $"<{ordering}>";
            var all = new List<long>();
            for (var number = 0; number < 12; number++)
                all.Add((long)(await user.PostAsync("tasks/", Body(number, round))).Data["id"]!);
            var (stay, go) = (all.Where((_, index) => index % 2 == 0).ToHashSet(), new Queue<long>(all.Where((_, index) => index % 2 == 1)));

            // A deletion and an insertion before every page, right where the walk goes.
            var walked = await WalkAsync(user, $"ordering={ordering}&page_size=2&search={round}", async () =>
            {
                if (go.TryDequeue(out var id))
                    await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/");
                await user.PostAsync("tasks/", Body(go.Count, round));
            });

            Assert.Equal(walked.Length, walked.Distinct().Count());
            Assert.Empty(stay.Except(walked));
        }
    }

    [Fact]
    public async Task Walk_ByNextWithAFilter_KeepsTheFilterAndEnds()
    {
        using var user = await WithTasksAsync(9);
        var first = await user.GetAsync("tasks/?priority=low,high&page_size=2");
        var cursor = (string)first.Data["next_cursor"]!;

        var second = await user.GetAsync($"tasks/?priority=low,high&page_size=2&cursor={cursor}");
        var next = new Uri((string)second.Data["next"]!);
        Assert.Contains("priority=low,high", Uri.UnescapeDataString(next.Query), StringComparison.Ordinal);
        var last = await user.GetAsync("tasks/" + next.Query);

        Assert.Equal(6, new[] { first, second, last }.SelectMany(Ids).Distinct().Count());
        Assert.Equal((6, null, null), ((int)last.Data["count"]!, (string?)last.Data["next"], (string?)last.Data["next_cursor"]));
        Assert.False(last.Data.AsObject().ContainsKey("next_cursor"));
    }

    [Fact]
    public async Task Cursor_OfAnotherQueryOrGarbage_IsRefused()
    {
        using var user = await WithTasksAsync(3);
        var byTitle = (string)(await user.GetAsync("tasks/?ordering=title&page_size=1")).Data["next_cursor"]!;
        var byTime = (string)(await user.GetAsync("tasks/?page_size=1")).Data["next_cursor"]!;
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"tasks/?ordering=title&page_size=1&cursor={byTitle}")).Status);

        var parts = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(byTime)).Split('|');
        foreach (var query in new[]
        {
            $"cursor={byTitle}",
            $"cursor={byTime}&ordering=created_at",
            $"cursor={byTime}&status=pending",
            $"cursor={byTime}&search=x",
            $"cursor={byTime}&page=1",
            "cursor=",
            "cursor=garbage",
            "cursor=%00",
            "cursor=" + new string('a', 3000),
            "cursor=" + Encode($"{parts[0]}|{parts[1]}|{long.MaxValue}"),
            "cursor=" + Encode($"{parts[0]}|99999999999999999999|{parts[2]}"),
            "cursor=" + Encode($"{parts[0]}|1|-5"),
            "ordering=title&page_size=1&cursor=" + Encode(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(byTitle)) + "\0"),
        })
        {
            var response = (await user.GetAsync($"tasks/?{query}")).MustFail(HttpStatusCode.BadRequest, "Validation failed");
            Assert.NotEmpty(response.Errors("cursor"));
        }
    }

    [Fact]
    public async Task Cursor_ThatLostOrChangedAnything_IsRefused()
    {
        using var user = await WithTasksAsync(3);
        foreach (var ordering in Orderings)
        {
            var cursor = (string)(await user.GetAsync($"tasks/?ordering={ordering}&page_size=1")).Data["next_cursor"]!;
            Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"tasks/?ordering={ordering}&cursor={cursor}")).Status);

            var text = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor));
            foreach (var broken in Enumerable.Range(0, 8).Select(lost => cursor[..^(lost + 1)])
                .Append(cursor[1..])
                .Append(Encode(text + "0"))
                .Append(Encode($"{text[..^1]}{(char)(text[^1] + 1)}")))
            {
                var response = (await user.GetAsync($"tasks/?ordering={ordering}&cursor={broken}")).MustFail(HttpStatusCode.BadRequest, "Validation failed");
                Assert.NotEmpty(response.Errors("cursor"));
            }
        }
    }

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static object Body(int number, string round = "") => new
    {
        title = $"{round}Task {number % 4}",
        priority = _priorities[number % 3],
        status = _statuses[number % 4],
        due_date = number % 3 == 0 ? null : DateTime.UnixEpoch.AddDays(number % 5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static long[] Ids(ApiResponse response) => [.. response.Data["results"]!.AsArray().Select(task => (long)task!["id"]!)];

    private static async Task<long[]> WalkAsync(ApiUser user, string query, Func<Task>? beforeEachPage = null)
    {
        var (walked, cursor) = (new List<long>(), "");
        for (var pages = 0; pages < 50; pages++)
        {
            var response = await user.GetAsync($"tasks/?{query}{cursor}");
            walked.AddRange(Ids(response));
            if (response.Data["next_cursor"] is not JsonValue next)
                return [.. walked];
            cursor = $"&cursor={(string)next!}";
            if (beforeEachPage is not null)
                await beforeEachPage();
        }

        throw new InvalidOperationException("The walk never ended.");
    }

    private async Task<ApiUser> WithTasksAsync(int count)
    {
        var user = await ApiUser.RegisterAsync(app);
        for (var number = 0; number < count; number++)
            Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", Body(number))).Status);
        return user;
    }
}
