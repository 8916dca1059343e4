namespace PrimeTask.Tests.Tasks.Recurrence;

/// <summary>Whatever two clients of a user do at once: series are neither lost nor doubled, the order is the same for both, and stats equal a count.</summary>
public sealed class SeriesSequenceTests(PrimeTaskApp app)
{
    private static readonly int _sequences = Soak.Of(24, 10_000);

    private const int Steps = 6;

    /// <summary>What is no failure of the server: done, not there (any more), no such change of this task, and changed meanwhile.</summary>
    private static readonly HttpStatusCode[] _expected =
        [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.PreconditionFailed];

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Sequences_OfTwoClientsAtOnce_NeitherLoseNorDoubleASeries()
    {
        const int users = 8;
        for (var done = 0; done < _sequences; done += users * Steps)
        {
            var first = done;
            await Task.WhenAll(Enumerable.Range(0, users).Select(number => RunAsync(first + number)));
        }
    }

    /// <summary>So many sequences of one user, each with new tasks.</summary>
    private async Task RunAsync(int seed)
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var second = ApiUser.Anonymous(app);
        await second.LoginAsync(user.Email, ApiUser.Password);
        var project = (long)(await user.PostAsync("projects/", new { name = "Garden" })).Data["id"]!;
        for (var sequence = 0; sequence < Steps; sequence++)
        {
            var random = new Random((seed * 100) + sequence);
            List<string> log = [];
            foreach (var rule in new[] { "FREQ=DAILY", "FREQ=MONTHLY" })
                await user.PostAsync("tasks/", new { title = rule, due_on = "2027-01-31", recurrence = rule });
            await user.AddTaskAsync("Once");
            for (var step = 0; step < Steps; step++)
            {
                var ids = await IdsAsync(user);
                await Task.WhenAll(StepAsync(user, random.Next(), ids, project, log), StepAsync(second, random.Next(), ids, project, log));
            }

            await CheckAsync(user, second, $"Seed {seed}, sequence {sequence}: {string.Join("; ", log)}");
        }
    }

    private static async Task StepAsync(ApiUser user, int seed, (long[] Tasks, long[] Trash) ids, long project, List<string> log)
    {
        var random = new Random(seed);
        var id = ids.Tasks.Length == 0 ? 0 : ids.Tasks[random.Next(Math.Max(0, ids.Tasks.Length - 6), ids.Tasks.Length)];
        var trashed = ids.Trash.Length == 0 ? 0 : ids.Trash[random.Next(Math.Min(3, ids.Trash.Length))];
        var what = random.Next(14);
        var response = await (what switch
        {
            0 or 1 or 2 => user.PostAsync($"tasks/{id}/complete/", new { }),
            3 => user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" }),
            4 or 5 => user.PostAsync($"tasks/{id}/reopen/", new { }),
            6 => user.PostAsync($"tasks/{id}/skip/", new { }),
            7 => user.PostAsync($"tasks/{id}/move/", new { before = ids.Tasks.FirstOrDefault(), project = random.Next(2) == 0 ? (long?)null : project }),
            8 => user.SendAsync(HttpMethod.Patch, $"tasks/{id}/?scope={(random.Next(2) == 0 ? "this" : "following")}", new { title = $"Title {random.Next(3)}" }),
            9 => user.SendAsync(HttpMethod.Patch, $"tasks/{id}/?scope={(random.Next(2) == 0 ? "this" : "following")}", new { due_on = $"2027-02-{random.Next(1, 29):00}" }),
            10 => user.SendAsync(HttpMethod.Delete, $"tasks/{id}/"),
            11 or 12 => user.PostAsync($"tasks/{trashed}/restore/", new { }),
            _ => user.PostAsync("tasks/bulk/", new { atomic = false, operations = new object[] { new { op = "reopen", id }, new { op = "complete", id }, new { op = "restore", id = trashed } } }),
        });
        lock (log)
            log.Add($"{what} of {id}, {trashed}: {(int)response.Status}");
        Assert.True(_expected.Contains(response.Status), $"{what}: {response.Status} {response.Body}");
    }

    private static async Task CheckAsync(ApiUser user, ApiUser second, string sequence)
    {
        var tasks = (await user.GetAsync("tasks/?page_size=100&ordering=position")).Data;
        var others = (await second.GetAsync("tasks/?page_size=100&ordering=position")).Data;
        Assert.True(JsonNode.DeepEquals(tasks["results"], others["results"]), sequence);
        var trash = (await user.GetAsync("tasks/trash/?page_size=100")).Data;
        Assert.True((int)tasks["count"]! <= 100 && (int)trash["count"]! <= 100, "Too many tasks to look at all of them.");

        var live = tasks["results"]!.AsArray().Select(task => task!).ToArray();
        var all = live.Concat(trash["results"]!.AsArray().Select(task => task!)).ToArray();
        foreach (var series in all.Where(task => task["series"] is not null).GroupBy(task => (long)task["series"]!))
        {
            var going = series.Where(task => task["recurrence"] is not null && task["next"] is null).ToArray();
            Assert.True(going.Length > 0, $"Series {series.Key} is lost. {sequence}");
            Assert.True(going.Intersect(live).Count() <= 1, $"Series {series.Key} is doubled. {sequence}");
        }

        Assert.True(all.Select(task => (long?)task["next"]).OfType<long>().GroupBy(next => next).All(next => next.Count() == 1), $"Two tasks have the same next one. {sequence}");
        var stats = (await user.GetAsync("tasks/stats/")).Data;
        foreach (var status in new[] { "pending", "in_progress", "completed", "cancelled" })
            Assert.True((int)stats[status]! == live.Count(task => (string)task["status"]! == status), $"{status}: {stats[status]}. {sequence}");
    }

    private static async Task<(long[] Tasks, long[] Trash)> IdsAsync(ApiUser user) =>
        (Ids((await user.GetAsync("tasks/?page_size=100&ordering=id")).Data), Ids((await user.GetAsync("tasks/trash/?page_size=100")).Data));

    private static long[] Ids(JsonNode list) => [.. list["results"]!.AsArray().Select(task => (long)task!["id"]!)];
}
