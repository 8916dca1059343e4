using PrimeTask.ApiService.Contract;

namespace PrimeTask.Tests.Tasks.Stats;

/// <summary>The counters say what a full count would, whatever changed the tasks and however many at once.</summary>
public sealed class TaskCounterTests(PrimeTaskApp app)
{
    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];
    private static readonly string[] _priorities = ["low", "medium", "high"];

    [Fact]
    public async Task Stats_AfterSimultaneousWritesOfOneOwner_EqualAFullCount()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(user, new Random(writer))));

        var tasks = await AllAsync(user);
        Assert.NotEmpty(tasks);
        var stats = (await user.GetAsync("tasks/stats/")).Data;
        Assert.Equal(tasks.Count, (int)stats["total"]!);
        Assert.All(_statuses, status => Assert.Equal(Count("status", status), (int)stats[status]!));
        Assert.All(_priorities, priority => Assert.Equal(Count("priority", priority), (int)stats["by_priority"]![priority]!));
        foreach (var status in _statuses)
        {
            foreach (var priority in _priorities)
            {
                var list = await user.GetAsync($"tasks/?status={status}&priority={priority}");
                Assert.Equal(tasks.Count(task => Is(task, "status", status) && Is(task, "priority", priority)), (int)list.Data["count"]!);
            }
        }

        int Count(string member, string value) => tasks.Count(task => Is(task, member, value));
    }

    [Fact]
    public async Task Stats_OfADeletedUser_LeaveEverybodys()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        for (var task = 0; task < 3; task++)
            await user.AddTaskAsync();
        Assert.Equal(3, (int)(await admin.GetAsync($"auth/admin/users/{user.Id}/")).Data["tasks_count"]!);
        Assert.Equal(3, (int)(await admin.GetAsync($"tasks/?owner={user.Id}")).Data["count"]!);

        await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/");

        Assert.Equal(0, (int)(await admin.GetAsync($"tasks/?owner={user.Id}")).Data["count"]!);
    }

    [Fact]
    public async Task Overdue_OfMoreTasksThanAreCounted_IsAMinimumForAnAdminAndExactForTheOwner()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        const int made = PageCount.Most + 100;
        foreach (var tasks in Enumerable.Repeat(new { op = "create", data = new { title = "Late", due_date = "2020-01-01T00:00:00Z" } }, made).Chunk(100))
            await user.PostAsync("tasks/bulk/", new { operations = tasks });

        var own = (await user.GetAsync("tasks/stats/")).Data;
        Assert.Equal(made, (int)own["overdue"]!);
        Assert.False(own.AsObject().ContainsKey("overdue_is_minimum"));
        var everybodys = (await admin.GetAsync("tasks/stats/")).Data;
        Assert.Equal(PageCount.Most, (int)everybodys["overdue"]!);
        Assert.True((bool)everybodys["overdue_is_minimum"]!);
        var list = (await admin.GetAsync("tasks/?overdue=true")).Data;
        Assert.Equal(PageCount.Most, (int)list["count"]!);
        Assert.True((bool)list["count_is_minimum"]!);
    }

    private static bool Is(JsonNode task, string member, string value) => (string)task[member]! == value;

    private static async Task WriteAsync(ApiUser user, Random random)
    {
        for (var round = 0; round < 6; round++)
        {
            var id = await user.AddTaskAsync();
            await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = _statuses[random.Next(4)], priority = _priorities[random.Next(3)] });
            if (random.Next(3) == 0)
                Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);
        }
    }

    private static async Task<List<JsonNode>> AllAsync(ApiUser user)
    {
        var page = (await user.GetAsync("tasks/?page_size=100")).Data;
        Assert.Null(page["next"]);
        return [.. page["results"]!.AsArray().Select(task => task!)];
    }
}
