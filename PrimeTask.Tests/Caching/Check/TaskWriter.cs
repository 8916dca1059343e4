using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>Creates, changes and deletes tasks at random.</summary>
public sealed class TaskWriter(World world, Cluster cluster, Writes writes, int tasksPerUser)
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(4);
    private long _number;

    public async Task RunAsync(Random random, TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var users = world.Users.Values.ToArray();
            await WriteAsync(users[random.Next(users.Length)], random);
            await Task.Delay(pause * random.NextDouble() * 2, CancellationToken.None);
        }
    }

    /// <summary>One write by or for that user.</summary>
    public async Task WriteAsync(UserModel user, Random random)
    {
        user.Enter();
        try
        {
            if (user.IsDoomed || user.Live(random) is not { } session)
                return;
            var many = user.Tasks.Count;
            await (random.Next(100) switch
            {
                var chance when many < tasksPerUser / 2 || (chance < 24 && many < tasksPerUser * 2) => CreateAsync(session, random),
                < 60 => EditAsync(session, session, random, HttpMethod.Patch),
                < 68 => EditAsync(session, session, random, HttpMethod.Put),
                < 82 => DeleteAsync(session, session, random, "tasks/{0}/"),
                < 90 => BulkAsync(session, random),
                < 95 => DeleteAsync(writes.Operator, session, random, "tasks/admin/{0}/delete/"),
                _ => EditAsync(writes.Operator, session, random, HttpMethod.Patch),
            });
        }
        finally
        {
            user.Leave();
        }
    }

    public Task CreateAsync(SessionModel session, Random random, string? title = null, Replica? replica = null) => writes.RunAsync(async ticket =>
    {
        var content = Content(random);
        content["title"] = title ?? content["title"];
        var request = new Request(HttpMethod.Post, "tasks/", content, ("Idempotency-Key", $"{Guid.NewGuid():N}"));
        var (asked, name) = Asked(replica, random);
        var reply = await writes.SendAsync(asked, request, session, 201, () => session.IsDoomed);
        if (Writes.IsUnknown(reply))
            await writes.ResolveAsync(ticket, name, session, request, [], [(string)content["title"]!]);
        else if (reply.Status == 201)
            Add(Wire.Data<TaskWire>(reply.Body), session.User, ticket, reply.End);
    });

    private Task EditAsync(SessionModel by, SessionModel owner, Random random, HttpMethod method) => OnOneAsync(owner.User, random, task =>
        writes.RunAsync(async ticket =>
        {
            var content = method == HttpMethod.Put ? Content(random) : Part(random);
            var request = new Request(method, $"tasks/{task.Id}/", content);
            var (asked, name) = Asked(null, random);
            var reply = await writes.SendAsync(asked, request, by, 200, () => by.IsDoomed);
            if (Writes.IsUnknown(reply))
                await writes.ResolveAsync(ticket, name, by, request, [task], []);
            else if (reply.Status == 200)
                task.States.Add(Wire.Data<TaskWire>(reply.Body).State, ticket.Start, reply.End);
        }));

    private Task DeleteAsync(SessionModel by, SessionModel owner, Random random, string path) => OnOneAsync(owner.User, random, task =>
        writes.RunAsync(async ticket =>
        {
            var request = new Request(HttpMethod.Delete, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, task.Id));
            var (asked, name) = Asked(null, random);
            var reply = await writes.SendAsync(asked, request, by, 204, () => by.IsDoomed);
            if (Writes.IsUnknown(reply))
                await writes.ResolveAsync(ticket, name, by, request, [task], []);
            else if (reply.Status == 204)
                task.States.Add(null, ticket.Start, reply.End);
        }));

    private async Task BulkAsync(SessionModel session, Random random)
    {
        var taken = Take(session.User, random, random.Next(4)).ToArray();
        var deleted = taken.Length > 2 ? taken[..1] : [];
        var changed = taken.Except(deleted).ToArray();
        var contents = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Content(random)).ToArray();
        try
        {
            object[] operations =
            [
                .. contents.Select(content => new { op = "create", data = content }),
                .. changed.Select(task => new { op = "update", id = task.Id, data = Part(random) }),
                .. deleted.Select(task => new { op = "delete", id = task.Id }),
            ];
            await writes.RunAsync(ticket => BulkAsync(ticket, session, operations, contents, changed, deleted, random));
        }
        finally
        {
            foreach (var task in taken)
                task.Release();
        }
    }

    private async Task BulkAsync(
        Ticket ticket, SessionModel session, object[] operations, Dictionary<string, object?>[] contents, TaskModel[] changed, TaskModel[] deleted, Random random)
    {
        var request = new Request(HttpMethod.Post, "tasks/bulk/", new { operations }, ("Idempotency-Key", $"{Guid.NewGuid():N}"));
        var (asked, name) = Asked(null, random);
        var reply = await writes.SendAsync(asked, request, session, 200, () => session.IsDoomed);
        if (Writes.IsUnknown(reply))
        {
            await writes.ResolveAsync(ticket, name, session, request, [.. changed, .. deleted], [.. contents.Select(content => (string)content["title"]!)]);
        }
        else if (reply.Status == 200)
        {
            var results = Wire.Data<BulkWire>(reply.Body).Results;
            for (var index = 0; index < contents.Length; index++)
                Add(results[index].Data!, session.User, ticket, reply.End);
            for (var index = 0; index < changed.Length; index++)
                changed[index].States.Add(results[contents.Length + index].Data!.State, ticket.Start, reply.End);
            foreach (var task in deleted)
                task.States.Add(null, ticket.Start, reply.End);
        }
    }

    private (Replica Replica, string ApplicationName) Asked(Replica? replica, Random random)
    {
        var asked = replica ?? cluster.Pick(random);
        return (asked, asked.ApplicationName);
    }

    private void Add(TaskWire created, UserModel owner, Ticket ticket, long acknowledged)
    {
        var task = new TaskModel(created.Id, owner);
        task.States.Add(created.State, ticket.Start, acknowledged);
        world.Add(task);
    }

    private static IEnumerable<TaskModel> Take(UserModel owner, Random random, int count) =>
        owner.Tasks.Values.OrderBy(_ => random.Next()).Where(task => task.TryTake()).Take(count);

    private static async Task OnOneAsync(UserModel owner, Random random, Func<TaskModel, Task> use)
    {
        if (Take(owner, random, 1).FirstOrDefault() is not { } task)
            return;
        try
        {
            await use(task);
        }
        finally
        {
            task.Release();
        }
    }

    /// <summary>Titles are unique, so that a task can be found by it, and plain enough to be sorted alike in every collation.</summary>
    public string Title(Random random) => $"{Queries.Words[random.Next(Queries.Words.Count)]}{Interlocked.Increment(ref _number):D8}";

    private Dictionary<string, object?> Content(Random random) => new()
    {
        ["title"] = Title(random),
        ["description"] = random.Next(2) == 0 ? null : $"About {Queries.Words[random.Next(Queries.Words.Count)]}.",
        ["status"] = TaskQuery.Statuses[random.Next(TaskQuery.Statuses.Count)],
        ["priority"] = TaskQuery.Priorities[random.Next(TaskQuery.Priorities.Count)],
        ["due_date"] = DueDate(random),
    };

    private Dictionary<string, object?> Part(Random random)
    {
        var whole = Content(random);
        return random.Next(4) switch
        {
            0 => new() { ["title"] = whole["title"] },
            1 => new() { ["status"] = whole["status"], ["description"] = whole["description"] },
            2 => new() { ["due_date"] = whole["due_date"], ["priority"] = whole["priority"] },
            _ => whole,
        };
    }

    /// <summary>None, or some days away, or so soon that the task becomes overdue while it is looked at.</summary>
    private static string? DueDate(Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        return random.Next(5) switch
        {
            0 or 1 => null,
            2 => TaskQuery.Write(now + (_soon * random.NextDouble())),
            _ => TaskQuery.Write(now.AddDays((random.NextDouble() * 6) - 3)),
        };
    }
}
