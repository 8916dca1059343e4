namespace PrimeTask.Tests.Caching.Check;

/// <summary>Creates, changes and deletes tasks at random.</summary>
internal sealed class TaskWriter(World world, Writes writes, int tasksPerUser)
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(4);
    private long _number;

    public async Task RunAsync(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await WriteAsync(world.AnyUser());
            await Task.Delay(pause * Random.Shared.NextDouble() * 2, CancellationToken.None);
        }
    }

    /// <summary>One write by or for that user.</summary>
    public Task WriteAsync(UserModel user) => user.WriteAsync(session => (Random.Shared.Next(100), user.Tasks.Count) switch
    {
        var (chance, many) when many < tasksPerUser / 2 || (chance < 24 && many < tasksPerUser * 2) => CreateAsync(session, Title()),
        ( < 60, _) => ChangeAsync(session, user, HttpMethod.Patch),
        ( < 68, _) => ChangeAsync(session, user, HttpMethod.Put),
        ( < 82, _) => ChangeAsync(session, user, HttpMethod.Delete),
        ( < 90, _) => BulkAsync(session),
        ( < 95, _) => ChangeAsync(writes.Operator, user, HttpMethod.Delete, "tasks/admin/", "delete/"),
        _ => ChangeAsync(writes.Operator, user, HttpMethod.Patch),
    });

    public Task CreateAsync(SessionModel session, string title, Replica? replica = null)
    {
        var content = Content();
        content["title"] = title;
        return SendAsync(session, new Request(HttpMethod.Post, "tasks/", content, Key()), 201, [], [title], reply => [Wire.Data<TaskWire>(reply.Body)], replica);
    }

    /// <summary>Titles are unique, so that a task can be found by it, and plain enough to be sorted alike in every collation.</summary>
    public string Title() => $"{World.Any(TaskQuery.Words)}{Interlocked.Increment(ref _number):D8}";

    private Task ChangeAsync(SessionModel by, UserModel owner, HttpMethod method, string before = "tasks/", string after = "") => TakeAsync(owner, 1, tasks =>
    {
        if (tasks is not [var task])
            return Task.CompletedTask;
        var path = $"{before}{task.Id}/{after}";
        return method == HttpMethod.Delete
            ? SendAsync(by, new Request(method, path), 204, tasks, [], _ => [null])
            : SendAsync(by, new Request(method, path, method == HttpMethod.Put ? Content() : Part()), 200, tasks, [], reply => [Wire.Data<TaskWire>(reply.Body)]);
    });

    private Task BulkAsync(SessionModel session) => TakeAsync(session.User, Random.Shared.Next(4), tasks =>
    {
        var changed = tasks.Length > 2 ? tasks[1..] : tasks;
        var contents = Enumerable.Range(0, Random.Shared.Next(1, 3)).Select(_ => Content()).ToArray();
        object[] operations =
        [
            .. changed.Select(task => new { op = "update", id = task.Id, data = Part() }),
            .. tasks.Except(changed).Select(task => new { op = "delete", id = task.Id }),
            .. contents.Select(content => new { op = "create", data = content }),
        ];
        return SendAsync(
            session, new Request(HttpMethod.Post, "tasks/bulk/", new { operations }, Key()), 200, [.. changed, .. tasks.Except(changed)],
            [.. contents.Select(content => (string)content["title"]!)], reply => Wire.Data<BulkWire>(reply.Body).Results.Select(result => result.Data));
    });

    /// <param name="by">Whose write it is.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="expected">The status of a success.</param>
    /// <param name="tasks">That it changes.</param>
    /// <param name="titles">Of the tasks that it creates.</param>
    /// <param name="read">What the tasks are then, and after them the created ones.</param>
    /// <param name="replica">Which is asked; null for any.</param>
    private Task<Reply> SendAsync(
        SessionModel by, Request request, int expected, TaskModel[] tasks, string[] titles, Func<Reply, IEnumerable<TaskWire?>> read, Replica? replica = null) => writes.SendAsync(
        request, by, expected,
        (ticket, reply) =>
        {
            foreach (var (wire, index) in read(reply).Select((wire, index) => (wire, index)))
            {
                if (index < tasks.Length)
                    tasks[index].States.Add(wire?.State, ticket.Start, reply.End);
                else
                    world.Add(wire!.Id, by.User, wire.State, ticket, reply.End);
            }
        },
        ticket => writes.ResolveAsync(ticket, by, request, tasks, titles),
        replica, mayBeRefused: true);

    private static async Task TakeAsync(UserModel owner, int count, Func<TaskModel[], Task> use)
    {
        var taken = owner.Tasks.Values.OrderBy(_ => Random.Shared.Next()).Where(task => task.TryTake()).Take(count).ToArray();
        try
        {
            await use(taken);
        }
        finally
        {
            foreach (var task in taken)
                task.Release();
        }
    }

    private static (string, string) Key() => ("Idempotency-Key", $"{Guid.NewGuid():N}");

    private Dictionary<string, object?> Content() => new()
    {
        ["title"] = Title(),
        ["description"] = Random.Shared.Next(2) == 0 ? null : $"About {World.Any(TaskQuery.Words)}.",
        ["status"] = World.Any(TaskQuery.Statuses),
        ["priority"] = World.Any(TaskQuery.Priorities),
        ["due_date"] = DueDate(),
    };

    private Dictionary<string, object?> Part()
    {
        string[] members = World.Any<string[]>([["title"], ["status", "description"], ["due_date", "priority"], ["title", "description", "status", "priority", "due_date"]]);
        return Content().Where(member => members.Contains(member.Key)).ToDictionary();
    }

    /// <summary>None, or some days away, or so soon that the task becomes overdue while it is looked at.</summary>
    private static string? DueDate() => Random.Shared.Next(5) switch
    {
        0 or 1 => null,
        2 => TaskQuery.Write(TimeProvider.System.GetUtcNow() + (_soon * Random.Shared.NextDouble())),
        _ => TaskQuery.Write(TimeProvider.System.GetUtcNow().AddDays((Random.Shared.NextDouble() * 6) - 3)),
    };
}
