namespace PrimeTask.Tests.Tasks.Order;

public sealed class MoveTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Move_ToEachPlace_IsTheOrderOfEveryList()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (a, b, c) = (await user.AddTaskAsync("a"), await user.AddTaskAsync("b"), await user.AddTaskAsync("c"));
        var before = (await user.GetAsync($"tasks/{a}/")).Data;

        Assert.Equal("abc", await OrderAsync(user));
        await MoveAsync(user, c, new { first = true });
        Assert.Equal("cab", await OrderAsync(user));
        var moved = await MoveAsync(user, a, new { last = true });
        Assert.Equal("cba", await OrderAsync(user));
        await MoveAsync(user, c, new { after = b });
        Assert.Equal("bca", await OrderAsync(user));
        await MoveAsync(user, a, new { before = c });
        Assert.Equal("bac", await OrderAsync(user));
        var d = await user.AddTaskAsync("d");
        Assert.Equal("bacd", await OrderAsync(user));
        await MoveAsync(user, d, new { after = b });
        Assert.Equal("bdac", await OrderAsync(user));
        Assert.Equal("cadb", await OrderAsync(user, "ordering=-position"));

        Assert.NotEqual((string?)before["position"], (string?)moved["position"]);
        // To be moved is no change of what it says.
        Assert.Equal((string?)before["updated_at"], (string?)moved["updated_at"]);
    }

    [Fact]
    public async Task Move_IntoAProjectAndStatus_DoesAllAtOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var project = (long)(await user.PostAsync("projects/", new { name = "Garden" })).Data["id"]!;
        var (a, b) = (await user.AddTaskAsync("a"), await user.AddTaskAsync("b"));

        var moved = await MoveAsync(user, b, new { before = a, project, status = "completed" });

        Assert.Equal(project, (long?)moved["project"]);
        Assert.Equal("completed", (string?)moved["status"]);
        Assert.NotNull(moved["completed_at"]);
        Assert.Equal("ba", await OrderAsync(user));
        Assert.Null((await MoveAsync(user, b, new { last = true, project = (long?)null }))["project"]);
    }

    [Fact]
    public async Task Moves_AtTheSameTime_AllSucceedAndLeaveOneOrder()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var ids = new List<long>();
        for (var number = 0; number < 8; number++)
            ids.Add(await user.AddTaskAsync($"{number}"));
        var random = new Random(5);
        var moves = Enumerable.Range(0, 60).Select(_ => (Id: ids[random.Next(8)], Anchor: ids[random.Next(8)])).Where(move => move.Id != move.Anchor).ToArray();

        await Task.WhenAll(moves.Select(move => MoveAsync(user, move.Id, new { after = move.Anchor })));

        var order = await OrderAsync(user);
        Assert.Equal("01234567", string.Concat(order.Order()));
        // A page at a time.
        var walked = "";
        for (var query = "tasks/?ordering=position&page_size=3"; query is not null;)
        {
            var page = (await user.GetAsync(query)).Data;
            walked += string.Concat(page["results"]!.AsArray().Select(task => (string)task!["title"]!));
            query = (string?)page["next_cursor"] is { } cursor ? $"tasks/?ordering=position&page_size=3&cursor={cursor}" : null;
        }

        Assert.Equal(order, walked);
    }

    [Fact]
    public async Task Moves_BetweenTheSameTwo_FindRoomAgain()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var ids = new List<long>();
        foreach (var title in "abcdef")
            ids.Add(await user.AddTaskAsync($"{title}"));
        var expected = ids.ToList();
        for (var number = 0; number < 70; number++)
        {
            var id = expected[^1];
            await MoveAsync(user, id, new { after = expected[0] });
            expected.Remove(id);
            expected.Insert(1, id);
        }

        Assert.Equal(string.Concat(expected.Select(id => "abcdef"[ids.IndexOf(id)])), await OrderAsync(user));
    }

    [Fact]
    public async Task Move_ThatIsWrong_SaysWhyAndMovesNothing()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var (a, b, foreign) = (await user.AddTaskAsync("a"), await user.AddTaskAsync("b"), await other.AddTaskAsync());

        Assert.Equal(["Give one of before, after, first and last."], (await user.PostAsync($"tasks/{b}/move/", new { })).Errors("detail"));
        Assert.Equal(["Give one of before, after, first and last."], (await user.PostAsync($"tasks/{b}/move/", new { first = true, after = a })).Errors("detail"));
        Assert.NotEmpty((await user.PostAsync($"tasks/{b}/move/", new { before = foreign })).Errors("before"));
        Assert.NotEmpty((await user.PostAsync($"tasks/{b}/move/", new { after = b })).Errors("after"));
        Assert.NotEmpty((await user.PostAsync($"tasks/{b}/move/", new { first = true, project = 999_999_999 })).Errors("project"));
        (await user.PostAsync($"tasks/{foreign}/move/", new { first = true })).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await user.PostAsync($"tasks/{b}/move/", new { first = true }, ("If-Match", "\"0\""))).Status);
        Assert.Equal("ab", await OrderAsync(user));
    }

    [Fact]
    public async Task Bulk_OfRandomMoves_LeavesTheOrderOfOneAfterAnother()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var ids = new List<long>();
        foreach (var title in "abcdefgh")
            ids.Add(await user.AddTaskAsync($"{title}"));
        var random = new Random(21);
        var expected = ids.ToList();
        var operations = new List<object>();
        for (var number = 0; number < 200; number++)
        {
            // Half of them to one place, which runs out of room.
            var id = random.Next(2) == 0 ? expected[^1] : ids[random.Next(8)];
            var anchor = expected.First(other => other != id);
            if (random.Next(4) == 0)
                anchor = ids[(ids.IndexOf(id) + 1 + random.Next(7)) % 8];
            expected.Remove(id);
            var (data, place) = random.Next(8) switch
            {
                0 => ((object)new { first = true }, 0),
                1 => (new { last = true }, expected.Count),
                2 => (new { before = anchor }, expected.IndexOf(anchor)),
                _ => (new { after = anchor }, expected.IndexOf(anchor) + 1),
            };
            expected.Insert(place, id);
            operations.Add(new { op = "move", id, data });
        }

        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("tasks/bulk/", new { operations })).Status);
        Assert.Equal(string.Concat(expected.Select(id => "abcdefgh"[ids.IndexOf(id)])), await OrderAsync(user));
    }

    [Fact]
    public async Task Bulk_OfMoves_IsUnderTheRulesOfOne()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var project = (long)(await user.PostAsync("projects/", new { name = "Garden" })).Data["id"]!;
        var (a, b, c, foreign) = (await user.AddTaskAsync("a"), await user.AddTaskAsync("b"), await user.AddTaskAsync("c"), await other.AddTaskAsync());
        var before = (await user.GetAsync($"tasks/{c}/")).Data;

        var done = await user.PostAsync("tasks/bulk/", new
        {
            atomic = false,
            operations = new object[]
            {
                new { op = "move", id = c, data = new { first = true } },
                new { op = "move", id = a, data = new { after = b, project, status = "completed" } },
                new { op = "move", id = a },
                new { op = "move", id = a, data = new { project } },
                new { op = "move", id = a, data = new { before = a } },
                new { op = "move", id = a, data = new { before = foreign } },
                new { op = "move", id = foreign, data = new { first = true } },
                new { op = "move", id = a, data = new { first = true, project = 999_999_999 } },
                new { op = "move", id = b, if_match = "\"0\"", data = new { first = true } },
            },
        });

        Assert.Equal([200, 200, 400, 400, 400, 400, 404, 400, 412], done.Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
        Assert.Equal("Task moved successfully", (string)done.Data["results"]![0]!["message"]!);
        Assert.Equal("Give one of before, after, first and last.", (string)done.Data["results"]![3]!["errors"]!["data"]![0]!);
        Assert.NotNull(done.Data["results"]![4]!["errors"]!["data.before"]);
        Assert.NotNull(done.Data["results"]![7]!["errors"]!["data.project"]);
        Assert.Equal("cba", await OrderAsync(user));
        var (moved, filed) = (done.Data["results"]![0]!["data"]!, done.Data["results"]![1]!["data"]!);
        Assert.Equal(((string)before["updated_at"]!, project, "completed"), ((string)moved["updated_at"]!, (long)filed["project"]!, (string)filed["status"]!));
        Assert.Equal((string)done.Data["results"]![1]!["etag"]!, (await user.GetAsync($"tasks/{a}/")).ETag);

        // Next to one that the same request deletes: neither is done.
        var gone = new object[] { new { op = "delete", id = b }, new { op = "move", id = a, data = new { before = b } } };
        Assert.NotEmpty((await user.PostAsync("tasks/bulk/", new { operations = gone })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("operations[1].data.before"));
        Assert.Equal("cba", await OrderAsync(user));
    }

    /// <summary>The next one of a recurring task is there while others are placed, and is taken back after that.</summary>
    [Fact]
    public async Task Bulk_OfMovesBesideANextOneThatIsTakenBack_IsDone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = (long)(await user.PostAsync("tasks/", new { title = "a", due_on = "2027-01-31", recurrence = "FREQ=DAILY" })).Data["id"]!;
        var other = await user.AddTaskAsync("b");
        var next = (long)(await user.PostAsync($"tasks/{first}/complete/", new { })).Data["next"]!;

        // It has no scope, also where the next one is there.
        var again = await user.PostAsync("tasks/bulk/", new { operations = new object[] { new { op = "move", id = first, data = new { last = true, status = "completed" } } } });
        Assert.Equal(HttpStatusCode.OK, again.Status);
        var done = await user.PostAsync("tasks/bulk/", new
        {
            operations = new object[]
            {
                new { op = "reopen", id = first },
                new { op = "move", id = next, data = new { first = true } },
                new { op = "move", id = other, data = new { after = next } },
            },
        });

        Assert.True(done.Status == HttpStatusCode.OK, $"{done.Status}: {done.Body}");
        Assert.Equal("ba", await OrderAsync(user));
        (await user.GetAsync($"tasks/{next}/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
    }

    private static async Task<JsonNode> MoveAsync(ApiUser user, long id, object move)
    {
        var response = await user.PostAsync($"tasks/{id}/move/", move);
        Assert.True(response.Status == HttpStatusCode.OK, $"{response.Status}: {response.Body}");
        return response.Data;
    }

    private static async Task<string> OrderAsync(ApiUser user, string query = "ordering=position") =>
        string.Concat((await user.GetAsync($"tasks/?{query}&page_size=100")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!));
}
