using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.Tests.Tasks.Stats;

/// <summary>The counters say what a full count would, whatever changed the tasks and however many at once.</summary>
public sealed class TaskCounterTests(PrimeTaskApp app)
{
    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];
    private static readonly string[] _priorities = ["low", "medium", "high"];

    [Fact]
    public async Task Figures_AfterSimultaneousWritesOfOneOwner_EqualAFullCount()
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
    public async Task Figures_OfADeletedUser_LeaveEverybodys()
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

    /// <summary>In one snapshot the sum of days, hours and the hour under way is what a count of all tasks gives, at any time of asking and in the middle of writes.</summary>
    [Fact]
    public async Task Overdue_OfEverybodyDuringWrites_EqualsAFullCount()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var start = TimeProvider.System.GetUtcNow();
        var writers = Task.WhenAll(Enumerable.Range(0, 6).Select(writer => WriteDuesAsync(user, start, new Random(writer))));
        var random = new Random(6);
        await using var db = await OpenAsync();
        for (var check = 0; check < 40 || !writers.IsCompleted; check++)
            await CheckAsync(db, RandomTime(random, start));
        await writers;

        var (kept, _) = await CheckAsync(db, start.AddDays(7));
        Assert.True(kept > 0);
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

    private static async Task WriteDuesAsync(ApiUser user, DateTimeOffset start, Random random)
    {
        for (var round = 0; round < 10; round++)
        {
            var task = (await user.PostAsync("tasks/", new { title = "Due", due_date = RandomTime(random, start) })).Data;
            await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { due_date = random.Next(4) == 0 ? (DateTimeOffset?)null : RandomTime(random, start) });
            await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { status = _statuses[random.Next(4)] });
            if (random.Next(4) == 0)
                Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"tasks/{task["id"]}/")).Status);
        }
    }

    /// <summary>Within this hour, this day or some days.</summary>
    private static DateTimeOffset RandomTime(Random random, DateTimeOffset start) =>
        start.AddMinutes((random.NextDouble() - 0.5) * (random.Next(3) switch { 0 => 60, 1 => 60 * 24, _ => 60 * 24 * 7 }));

    private static Task<(int Kept, int Counted)> CheckAsync(PrimeTaskDbContext db, DateTimeOffset now) => db.InSnapshotAsync(
        async cancellation =>
        {
            var kept = await db.ReadOverdueAsync(null, now, cancellation);
            var counted = await db.Tasks.Overdue(now).CountAsync(cancellation);
            Assert.Equal(counted, kept);
            return (kept, counted);
        },
        TestContext.Current.CancellationToken);

    private async Task<PrimeTaskDbContext> OpenAsync()
    {
        var database = await app.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        return new PrimeTaskDbContext(new DbContextOptionsBuilder<PrimeTaskDbContext>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options);
    }

    private static async Task<List<JsonNode>> AllAsync(ApiUser user)
    {
        var page = (await user.GetAsync("tasks/?page_size=100")).Data;
        Assert.Null(page["next"]);
        return [.. page["results"]!.AsArray().Select(task => task!)];
    }
}
