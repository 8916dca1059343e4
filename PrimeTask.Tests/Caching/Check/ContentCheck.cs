namespace PrimeTask.Tests.Caching.Check;

/// <param name="What">In a sentence.</param>
/// <param name="Expected">What would have been right.</param>
internal sealed record Problem(string What, params IEnumerable<string> Expected);

/// <summary>Compares the content of one response with what it may be, given that the caller was an admin or was none.</summary>
internal sealed class ContentCheck(World world, ApiResponse response, bool admin)
{
    /// <summary>An entry ends its life when a task becomes overdue; Redis does that to the millisecond, and the clock is read before the entry is stored.</summary>
    private static readonly TimeSpan _clockTolerance = TimeSpan.FromMilliseconds(30);

    private readonly DateTimeOffset _early = response.Reply.WallStart - _clockTolerance;
    private readonly DateTimeOffset _late = response.Reply.WallEnd + _clockTolerance;

    public Problem? Find() => response.Query is TaskQuery list ? FindInList(list, Wire.Data<ListWire>(response.Shown)) : FindInStats(Wire.Data<StatsWire>(response.Shown));

    public Problem? FindForMissing() => response.Query is TaskQuery { Page: > 1, After: null } list
        ? Least(list) is var least && list.Skip < least ? new Problem("A page that is there is not found.", $"at least {least} tasks") : null
        : new Problem("A list is not found.", "200");

    private bool IsVisible(TaskModel task) => admin || task.Owner == response.Session.User;

    private Sight[] Candidates(long? owner = null) =>
    [
        .. (admin && owner is null ? world.Tasks.Values : admin ? world.Tasks.Values.Where(task => task.Owner.Id == owner) : response.Session.User.Tasks.Values)
            .Select(See).Where(sight => sight.States.Length > 0),
    ];

    private Sight See(TaskModel task)
    {
        var states = task.States.Possible(response.Ticket.Start, response.Reply.End, out var before);
        return new Sight(task, [.. states.OfType<TaskState>()], before || states.Contains(null));
    }

    private Problem? FindInStats(StatsWire stats)
    {
        var seen = Candidates();
        (string Name, int Value, Func<TaskState, DateTimeOffset, bool> Counted)[] counts =
        [
            ("total", stats.Total, (_, _) => true),
            ("pending", stats.Pending, (task, _) => task.Status == "pending"),
            ("in_progress", stats.InProgress, (task, _) => task.Status == "in_progress"),
            ("completed", stats.Completed, (task, _) => task.Status == "completed"),
            ("cancelled", stats.Cancelled, (task, _) => task.Status == "cancelled"),
            ("overdue", stats.Overdue, (task, now) => task.IsOverdue(now)),
            ("low", stats.ByPriority.Low, (task, _) => task.Priority == "low"),
            ("medium", stats.ByPriority.Medium, (task, _) => task.Priority == "medium"),
            ("high", stats.ByPriority.High, (task, _) => task.Priority == "high"),
        ];
        foreach (var (name, value, counted) in counts)
        {
            var (least, most) = (seen.Count(sight => sight.Surely(counted, _early, _late)), seen.Count(sight => sight.Perhaps(counted, _early, _late)));
            if (value < least || value > most)
                return new Problem($"{name} is {value}.", [$"{least} to {most}", .. Unsettled(seen)]);
        }

        return stats.Total == stats.Pending + stats.InProgress + stats.Completed + stats.Cancelled
            && stats.Total == stats.ByPriority.Low + stats.ByPriority.Medium + stats.ByPriority.High
            ? null
            : new Problem($"The counts do not add up: {stats}.");
    }

    private int Least(TaskQuery list) => Candidates(list.Owner).Count(sight => sight.Surely(list.Matches, _early, _late));

    /// <summary>A page shows one moment of the database; its count may show another of the same request.</summary>
    private Problem? FindInList(TaskQuery list, ListWire shown)
    {
        var candidates = Candidates(list.Owner);
        // From here on only the states that belong into the list; then only those behind the cursor, if there is one.
        var matching = candidates.Select(sight => sight.Where(state => list.Matches(state, _early) || list.Matches(state, _late))).Where(sight => sight.States.Length > 0).ToArray();
        var members = matching.Select(sight => sight.Where(state => list.Follows(state, sight.Task.Id))).Where(sight => sight.States.Length > 0).ToArray();
        var sure = candidates.Where(sight => sight.Surely(list.Matches, _early, _late) && sight.States.All(state => list.Follows(state, sight.Task.Id))).Select(sight => sight.Task.Id).ToHashSet();

        if (shown.Count < Least(list) || shown.Count > matching.Length)
            return new Problem($"The count is {shown.Count}.", [$"{Least(list)} to {matching.Length}", .. Unsettled(members)]);
        var (fewest, most) = (Math.Clamp(sure.Count - list.Skip, 0, list.Size), Math.Clamp(members.Length - list.Skip, 0, list.Size));
        if (shown.Results.Count < fewest || shown.Results.Count > most)
            return new Problem($"{shown.Results.Count} tasks are on the page.", [$"{fewest} to {most}", .. Unsettled(members)]);
        if (list is { Page: > 1, After: null } && list.Skip >= matching.Length)
            return new Problem("A page past the end is there.", "404");

        var end = list.Skip + list.Size;
        if (shown.Next is null != shown.NextCursor is null || (shown.Next is null ? end < sure.Count : end >= members.Length))
            return new Problem($"next is {shown.Next ?? "null"}, next_cursor {shown.NextCursor ?? "null"}.", $"{sure.Count} to {members.Length} tasks, of which {end} were shown");
        if (shown.Previous is null == list is { Page: > 1, After: null })
            return new Problem($"previous is {shown.Previous ?? "null"}.");
        return shown.Results.Select((task, index) => FindInTask(task) ?? FindInPlace(list, shown.Results, index, members, sure)).FirstOrDefault(problem => problem is not null)
            ?? FindMissing(list, shown.Results, members.Where(member => sure.Contains(member.Task.Id)));
    }

    /// <summary>Whether a task is shown as it was at some moment of the request.</summary>
    private Problem? FindInTask(TaskWire shown)
    {
        if (world.Find(shown.Id) is not { } task)
            return new Problem($"Nobody ever wrote task {shown.Id} \"{shown.Title}\" of user {shown.Owner}.");
        if (!IsVisible(task))
            return new Problem($"Task {shown.Id} is user {shown.Owner}'s and not the caller's.", $"tasks of user {response.Session.User.Id}");
        if (!See(task).States.Any(shown.Shows))
            return new Problem($"Task {shown.Id} is shown as {shown}.", task.States.Describe());

        var owners = task.Owner.States.Possible(response.Ticket.Start, response.Reply.End, out _);
        return shown.Owner == task.Owner.Id && shown.OwnerEmail == task.Owner.Email && owners.Any(owner => owner.Username == shown.OwnerUsername)
            ? null
            : new Problem($"The owner of task {shown.Id} is shown as {shown.Owner} {shown.OwnerUsername} {shown.OwnerEmail}.", task.Owner.States.Describe());
    }

    /// <summary>The tasks stand in their order, and each at a place that it can have.</summary>
    private static Problem? FindInPlace(TaskQuery list, List<TaskWire> results, int index, Sight[] members, HashSet<long> sure)
    {
        var task = results[index];
        if (index > 0 && list.Compare(results[index - 1].State, results[index - 1].Id, task.State, task.Id) >= 0)
            return new Problem($"Task {task.Id} stands behind task {results[index - 1].Id}.", $"the order {list.Ordering}");
        if (!members.Any(member => member.Task.Id == task.Id && member.States.Any(task.Shows)))
            return new Problem($"Task {task.Id} does not belong into the list: {task}.");

        var (least, most) = (0, 0);
        foreach (var other in members.Where(member => member.Task.Id != task.Id))
        {
            var before = other.States.Count(state => list.Compare(state, other.Task.Id, task.State, task.Id) < 0);
            most += before > 0 ? 1 : 0;
            least += sure.Contains(other.Task.Id) && before == other.States.Length ? 1 : 0;
        }

        var place = list.Skip + index;
        return place < least || place > most ? new Problem($"Task {task.Id} stands at place {place}.", [$"place {least} to {most}", .. Unsettled(members)]) : null;
    }

    /// <summary>A page leaves nothing out between its first and its last task.</summary>
    private static Problem? FindMissing(TaskQuery list, List<TaskWire> results, IEnumerable<Sight> sure)
    {
        if (results is not [var first, ..] || results is not [.., var last])
            return null;
        var missing = sure.FirstOrDefault(member => results.All(task => task.Id != member.Task.Id)
            && (list.Skip == 0 || member.States.All(state => list.Compare(first.State, first.Id, state, member.Task.Id) < 0))
            && (results.Count < list.Size || member.States.All(state => list.Compare(state, member.Task.Id, last.State, last.Id) < 0)));
        return missing is null ? null : new Problem($"Task {missing.Task.Id} is missing.", missing.Task.States.Describe());
    }

    private static IEnumerable<string> Unsettled(IEnumerable<Sight> seen) => seen.Where(sight => sight.MayBeAbsent || sight.States.Length > 1).Take(5)
        .SelectMany(sight => sight.Task.States.Describe().Select(state => $"task {sight.Task.Id} {state}"));

    /// <summary>What a request may have seen of a task: one of these states, or nothing.</summary>
    private sealed record Sight(TaskModel Task, TaskState[] States, bool MayBeAbsent)
    {
        public Sight Where(Func<TaskState, bool> kept) => this with { States = [.. States.Where(kept)] };

        public bool Surely(Func<TaskState, DateTimeOffset, bool> counted, DateTimeOffset early, DateTimeOffset late) =>
            !MayBeAbsent && States.All(state => counted(state, early) && counted(state, late));

        public bool Perhaps(Func<TaskState, DateTimeOffset, bool> counted, DateTimeOffset early, DateTimeOffset late) =>
            States.Any(state => counted(state, early) || counted(state, late));
    }
}
