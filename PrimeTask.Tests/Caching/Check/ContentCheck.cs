using System.Text;
using PrimeTask.CacheCheck.Load;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Checks;

/// <summary>Compares the content of one answer with what it may be, given that the caller was an admin or was none.</summary>
internal sealed class ContentCheck(World world, Answer answer, bool admin)
{
    /// <summary>An entry ends its life when a task becomes overdue; Redis does that to the millisecond, and the clock is read before the entry is stored.</summary>
    private static readonly TimeSpan _clockTolerance = TimeSpan.FromMilliseconds(30);

    private readonly long _from = answer.Ticket.Start;
    private readonly long _to = answer.Reply.End;
    private readonly DateTimeOffset _early = answer.Reply.WallStart - _clockTolerance;
    private readonly DateTimeOffset _late = answer.Reply.WallEnd + _clockTolerance;

    public Problem? Find() => answer.Query switch
    {
        StatsQuery => FindInStats(),
        DetailQuery detail => FindInDetail(detail),
        TaskQuery list => FindInList(list),
        _ => throw new InvalidOperationException("Nobody asks that."),
    };

    public Problem? FindForMissing() => answer.Query switch
    {
        DetailQuery detail when world.Find(detail.Id) is { } task => Visible(task) && !See(task).MayBeAbsent
            ? new Problem($"Task {detail.Id} is not found.", Describe(task))
            : null,
        TaskQuery { Page: > 1, After: null } list => list.Skip < Rank(list).Least ? new Problem("A page that is there is not found.", [$"at least {Rank(list).Least} tasks"]) : null,
        DetailQuery => null,
        _ => new Problem("A list is not found.", ["200"]),
    };

    private bool Visible(TaskModel task) => admin || task.Owner == answer.Session.User;

    private Sight See(TaskModel task)
    {
        var states = task.States.Possible(_from, _to, out var before);
        return new Sight(task, [.. states.OfType<TaskState>()], before || states.Contains(null));
    }

    private IEnumerable<Sight> Candidates(long? owner = null) =>
        (admin && owner is null ? world.Tasks.Values : owner is { } id ? world.Tasks.Values.Where(task => task.Owner.Id == id) : answer.Session.User.Tasks.Values)
        .Select(See).Where(sight => sight.States.Count > 0);

    private Problem? FindInStats()
    {
        var stats = Wire.Data<StatsWire>(answer.Shown);
        var seen = Candidates().ToArray();
        (string Name, int Figure, Func<TaskState, DateTimeOffset, bool> Counted)[] figures =
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
        foreach (var (name, figure, counted) in figures)
        {
            var least = seen.Count(sight => sight.Surely(counted, _early, _late));
            var most = seen.Count(sight => sight.Perhaps(counted, _early, _late));
            if (figure < least || figure > most)
                return new Problem($"{name} is {figure}.", [$"{least} to {most}", .. Recent(seen), .. seen.Where(sight => sight.Surely(counted, _early, _late)).SelectMany(sight => Describe(sight.Task).TakeLast(1))]);
        }

        return stats.Total == stats.Pending + stats.InProgress + stats.Completed + stats.Cancelled
            && stats.Total == stats.ByPriority.Low + stats.ByPriority.Medium + stats.ByPriority.High
            ? null
            : new Problem($"The figures do not add up: {stats}.", []);
    }

    private Problem? FindInDetail(DetailQuery detail)
    {
        var shown = Wire.Data<TaskWire>(answer.Shown);
        if (world.Find(detail.Id) is not { } task || shown.Id != detail.Id || !Visible(task))
            return new Problem($"Task {shown.Id} of user {shown.Owner} is not the caller's to see.", ["404"]);
        return FindInTask(shown, inList: false);
    }

    /// <summary>Whether a task is shown as it was at some moment of the request.</summary>
    private Problem? FindInTask(TaskWire shown, bool inList)
    {
        if (world.Find(shown.Id) is not { } task)
            return new Problem($"Nobody ever wrote task {shown.Id} \"{shown.Title}\" of user {shown.Owner}.", []);
        if (!Visible(task))
            return new Problem($"Task {shown.Id} is user {shown.Owner}'s and not the caller's.", [$"tasks of user {answer.Session.User.Id}"]);
        if (!See(task).States.Any(state => shown.Shows(state, inList)))
            return new Problem($"Task {shown.Id} is shown as {shown}.", Describe(task));

        var owners = task.Owner.States.Possible(_from, _to, out _);
        return shown.Owner == task.Owner.Id && shown.OwnerEmail == task.Owner.Email && owners.Any(owner => owner.Username == shown.OwnerUsername)
            ? null
            : new Problem($"The owner of task {shown.Id} is shown as {shown.Owner} {shown.OwnerUsername} {shown.OwnerEmail}.", task.Owner.States.Describe(Clock.Show));
    }

    private Problem? FindInList(TaskQuery list)
    {
        var shown = Wire.Data<ListWire>(answer.Shown);
        foreach (var task in shown.Results)
        {
            if (FindInTask(task, inList: true) is { } wrong)
                return wrong;
        }

        return Rank(list).Find(shown);
    }

    private Ranking Rank(TaskQuery list) => new(list, [.. Candidates(admin ? list.Owner : null)], _early, _late);

    private static IEnumerable<string> Describe(TaskModel task) => task.States.Describe(Clock.Show).Select(state => $"task {task.Id} {state}");

    private IEnumerable<string> Recent(IEnumerable<Sight> seen) =>
        seen.Where(sight => sight.MayBeAbsent || sight.States.Count > 1).Take(5).SelectMany(sight => Describe(sight.Task))
            .Prepend(Encoding.UTF8.GetString(answer.Shown.AsSpan(0, Math.Min(answer.Shown.Length, 400))));
}

/// <summary>What a request may have seen of a task: one of these states, or nothing.</summary>
internal sealed record Sight(TaskModel Task, IReadOnlyList<TaskState> States, bool MayBeAbsent)
{
    public bool Surely(Func<TaskState, DateTimeOffset, bool> counted, DateTimeOffset early, DateTimeOffset late) =>
        !MayBeAbsent && States.All(state => counted(state, early) && counted(state, late));

    public bool Perhaps(Func<TaskState, DateTimeOffset, bool> counted, DateTimeOffset early, DateTimeOffset late) =>
        States.Any(state => counted(state, early) || counted(state, late));
}
