namespace PrimeTask.Tests.Tasks.Bulk;

public sealed class BulkTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Bulk_AllGood_DoesEveryOperationInItsOrder()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (kept, gone) = (await user.AddTaskAsync("Kept"), await user.AddTaskAsync("Gone"));
        var tag = (await user.GetAsync($"tasks/{kept}/")).ETag;

        var response = await BulkAsync(
            user,
            new { op = "create", data = new { title = "New", priority = "high" } },
            new { op = "update", id = kept, if_match = tag, data = new { status = "completed" } },
            new { op = "update", id = kept, data = new { description = "later" } },
            new { op = "delete", id = gone });

        Assert.Equal(HttpStatusCode.OK, response.Status);
        var results = response.Data["results"]!.AsArray();
        Assert.Equal([201, 200, 200, 204], Statuses(response));
        var (created, updated) = (results[0]!, results[2]!);
        Assert.True(JsonNode.DeepEquals((await user.GetAsync($"tasks/{created["data"]!["id"]}/")).Data, created["data"]));
        var read = await user.GetAsync($"tasks/{kept}/");
        Assert.Equal(read.ETag, (string)updated["etag"]!);
        Assert.Equal(("Kept", "completed", "later"), ((string)read.Data["title"]!, (string)read.Data["status"]!, (string)read.Data["description"]!));
        Assert.Equal(2, (int)(await user.GetAsync("tasks/")).Data["count"]!);
        Assert.Equal(2, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
    }

    [Fact]
    public async Task Bulk_OneWrong_DoesNothingAndNamesIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = await user.AddTaskAsync("Same");

        var wrong = (await BulkAsync(user, new { op = "delete", id }, new { op = "create", data = new { title = " ", status = "done" } }, null, new { op = "archive" }, new { op = "update" }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Assert.Equal(["This field may not be blank."], wrong.Errors("operations[1].data.title"));
        Assert.StartsWith("Invalid choice.", wrong.Errors("operations[1].data.status")[0]);
        Assert.Equal(["This field may not be null."], wrong.Errors("operations[2]"));
        Assert.StartsWith("Invalid choice.", wrong.Errors("operations[3].op")[0]);
        Assert.Equal(["This field is required."], wrong.Errors("operations[4].id"));
        Assert.Equal(["This field is required."], wrong.Errors("operations[4].data"));

        var missing = (await BulkAsync(user, new { op = "delete", id }, new { op = "delete", id })).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.NotEmpty(missing.Errors("operations[1].id"));
        var changed = (await BulkAsync(user, new { op = "create", data = new { title = "x" } }, new { op = "delete", id, if_match = "\"old\"" }))
            .MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");
        Assert.NotEmpty(changed.Errors("operations[1].if_match"));
        Assert.Equal("Same", (string)(await user.GetAsync("tasks/")).Data["results"]!.AsArray().Single()!["title"]!);
    }

    [Fact]
    public async Task Bulk_NotAtomic_DoesWhatItCanAndTellsEachResult()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var (own, foreign) = (await user.AddTaskAsync("Own"), await other.AddTaskAsync("Foreign"));
        var tag = (await user.GetAsync($"tasks/{own}/")).ETag;

        var response = await user.PostAsync("tasks/bulk/", new
        {
            atomic = false,
            operations = new object[]
            {
                new { op = "update", id = foreign, data = new { title = "Stolen" } },
                new { op = "update", id = own, if_match = tag, data = new { title = "Mine" } },
                new { op = "update", id = own, if_match = tag, data = new { title = "Lost" } },
                new { op = "create", data = new { } },
                new { op = "delete", id = long.MaxValue },
                new { op = "create", data = new { title = "New" } },
            },
        });

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal([404, 200, 412, 400, 404, 201], Statuses(response));
        Assert.Equal("4 of 6 operations failed", (string)response.Body!["message"]!);
        Assert.Equal("This field is required.", (string)response.Data["results"]![3]!["errors"]!["data.title"]![0]!);
        Assert.Equal("Foreign", (string)(await other.GetAsync($"tasks/{foreign}/")).Data["title"]!);
        Assert.Equal("Mine", (string)(await user.GetAsync($"tasks/{own}/")).Data["title"]!);
    }

    [Fact]
    public async Task Bulk_ByAnAdmin_ShowsInTheOwnersListAtOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var id = await user.AddTaskAsync();
        for (var round = 0; round < 5; round++)
        {
            await user.GetAsync("tasks/");
            Assert.Equal(HttpStatusCode.OK, (await BulkAsync(admin, new { op = "update", id, data = new { title = $"Round {round}" } })).Status);
            Assert.Equal($"Round {round}", (string)(await user.GetAsync("tasks/")).Data["results"]![0]!["title"]!);
        }
    }

    [Fact]
    public async Task Bulk_TwoHundred_IsDoneAndRepeatedOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var body = new { operations = Enumerable.Range(0, 200).Select(number => new { op = "create", data = new { title = $"Task {number}" } }) };

        var first = await user.PostAsync("tasks/bulk/", body, ("Idempotency-Key", "many"));
        var again = await user.PostAsync("tasks/bulk/", body, ("Idempotency-Key", "many"));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(200, (int)(await user.GetAsync("tasks/")).Data["count"]!);

        var tooMany = new { operations = body.operations.Append(new { op = "create", data = new { title = "One too many" } }) };
        Assert.NotEmpty((await user.PostAsync("tasks/bulk/", tooMany)).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("operations"));
        Assert.Equal(["This field is required."], (await user.PostAsync("tasks/bulk/", new { })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("operations"));
    }

    [Fact]
    public async Task Bulks_OnTheSameTasksAtOnce_AllSucceed()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var ids = new List<long>();
        for (var number = 0; number < 5; number++)
            ids.Add(await user.AddTaskAsync());

        // In opposite orders: careless locking would end in a deadlock.
        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => BulkAsync(
            user, [.. (writer % 2 == 0 ? ids : Enumerable.Reverse(ids)).Select(id => new { op = "update", id, data = new { title = $"By {writer}" } })])));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.Status));
        Assert.Single((await user.GetAsync("tasks/")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).Distinct());
    }

    private static Task<ApiResponse> BulkAsync(ApiUser user, params object?[] operations) => user.PostAsync("tasks/bulk/", new { operations });

    private static int[] Statuses(ApiResponse response) => [.. response.Data["results"]!.AsArray().Select(result => (int)result!["status"]!)];
}
