namespace PrimeTask.Tests.Data;

/// <summary>Whichever of the database's responses gets lost, the caller gets the right response and nothing is done twice.</summary>
public sealed class LostResponseTests(LossyReplica replica) : IClassFixture<LossyReplica>
{
    /// <summary>More than any write gets: the replica's own work gets some too.</summary>
    private const int MaxResponses = 60;

    public static TheoryData<string> Names =>
        [.. Soak.Of<IEnumerable<string>>(["create a task", "bulk", "change a task", "register", "refresh", "delete a user"], EveryWrite.ByName.Keys)];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Names))]
    public async Task Write_WhicheverResponseIsLost_IsDoneOnceAndAnsweredAsDone(string name)
    {
        var lost = 0;
        while (await LoseAsync(lost + 1))
            lost++;

        // At least what is written, and its commit.
        Assert.InRange(lost, 2, MaxResponses);

        async Task<bool> LoseAsync(int number)
        {
            using var user = await replica.First.RegisterAsync();
            var (act, check) = await EveryWrite.ByName[name](new(user, replica.Admin));
            replica.Proxy.LoseResponse(number);
            var response = await act();
            var isLost = !replica.Proxy.WillLose;
            replica.Proxy.LoseResponse(0);

            Assert.True(response.Status < HttpStatusCode.InternalServerError, $"Lost response {number} of {name}: {(int)response.Status}\n{replica.First.Output}");
            await check(response);
            return isLost;
        }
    }

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Writes_WhileResponsesAreLostAtRandom_LeaveWhatTheirResponsesSay()
    {
        var losses = Soak.Of(small: 20, large: 200);
        var users = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => replica.First.RegisterAsync()));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = users.Select((user, number) => WriteUntilAsync(user, new Random(number), enough.Token)).ToArray();
        var random = new Random(4711);
        for (var lost = 0; lost < losses; lost++)
        {
            replica.Proxy.LoseResponse(random.Next(1, 60));
            while (replica.Proxy.WillLose && !writers.Any(writer => writer.IsCompleted))
                await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await enough.CancelAsync();
        var expected = await Task.WhenAll(writers);
        replica.Proxy.LoseResponse(0);

        foreach (var (user, titles) in users.Zip(expected))
        {
            Assert.Equal(titles.Order(), await ReadTitlesAsync(user));
            user.Dispose();
        }
    }

    /// <returns>The titles of the tasks that there must be after all that was acknowledged and refused.</returns>
    private async Task<IReadOnlyCollection<string>> WriteUntilAsync(ApiUser user, Random random, CancellationToken enough)
    {
        var tasks = new Dictionary<long, string>();
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var title = $"Task {number}";
            var (id, known) = tasks.Count == 0 ? default : tasks.ElementAt(random.Next(tasks.Count));
            switch (known is null ? 0 : random.Next(5))
            {
                case 0 or 1:
                    var created = Expect(HttpStatusCode.Created, await user.PostAsync("tasks/", new { title }));
                    tasks.Add((long)created.Data["id"]!, title);
                    break;
                case 2:
                    Expect(HttpStatusCode.OK, await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title }));
                    tasks[id] = title;
                    break;
                case 3:
                    Expect(HttpStatusCode.NoContent, await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/"));
                    tasks.Remove(id);
                    break;
                default:
                    var bulk = Expect(HttpStatusCode.OK, await user.PostAsync("tasks/bulk/", new
                    {
                        operations = new object[] { new { op = "create", data = new { title } }, new { op = "delete", id } },
                    }));
                    tasks.Add((long)bulk.Data["results"]![0]!["data"]!["id"]!, title);
                    tasks.Remove(id);
                    break;
            }
        }

        return tasks.Values;
    }

    private ApiResponse Expect(HttpStatusCode status, ApiResponse response)
    {
        Assert.True(response.Status == status, $"{(int)response.Status}\n{replica.First.Output}");
        return response;
    }

    private static async Task<IReadOnlyCollection<string>> ReadTitlesAsync(ApiUser user)
    {
        var titles = new List<string>();
        for (var path = "tasks/?page_size=100"; path.Length > 0;)
        {
            var page = (await user.GetAsync(path)).Data;
            titles.AddRange(page["results"]!.AsArray().Select(task => (string)task!["title"]!));
            path = page["next_cursor"] is { } cursor ? $"tasks/?page_size=100&cursor={cursor}" : "";
        }

        return [.. titles.Order()];
    }
}
