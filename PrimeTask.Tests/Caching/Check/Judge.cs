using System.Text.Json;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Load;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Checks;

/// <summary>
/// Says whether an answer is one that the contract allows: it shows every write that was acknowledged before the request was sent, and of those under way
/// meanwhile each wholly or not at all; nobody else's tasks; nothing to a session that had ended.
/// </summary>
public sealed class Judge(World world, Disturbances disturbances, Violations violations)
{
    /// <summary>The longest that an entry may live.</summary>
    private const int MaxAge = 60;

    private const string CacheControl = "private, no-cache";

    public long Checked { get; private set; }

    public long Hits { get; private set; }

    public long NotModified { get; private set; }

    public long Refused { get; private set; }

    public long Unanswered { get; private set; }

    public void Check(Answer answer)
    {
        if (Writes.IsUnknown(answer.Reply))
        {
            Unanswered++;
            if (!disturbances.Excuse(answer.Replica, answer.Reply.Start, answer.Reply.End))
                Report(answer, "A read failed although database and replica were there.", []);
            return;
        }

        Checked++;
        Hits += answer.Reply.Age is null ? 0 : 1;
        NotModified += answer.Reply.Status == 304 ? 1 : 0;
        var (from, to) = (answer.Ticket.Start, answer.Reply.End);
        var standing = answer.Session.States.Possible(from, to, out _);
        if (answer.Reply.Status == 401)
        {
            Refused++;
            if (!standing.Contains(false))
                Report(answer, "A session that stands was refused.", []);
            return;
        }

        if (!standing.Contains(true))
        {
            Report(answer, "A session that had ended was answered.", answer.Session.States.Describe(Clock.Show).Select(state => $"session {answer.Session.Id} {state}"));
            return;
        }

        var users = answer.Session.User.States.Possible(from, to, out _);
        var problems = users.Select(user => user.IsAdmin).Distinct().Select(admin => Find(answer, admin)).ToArray();
        if (problems.All(problem => problem is not null))
            Report(answer, problems[0]!.What, problems.SelectMany(problem => problem!.Expected));
    }

    /// <returns>What is wrong, if the caller was an admin or was none; null when nothing is.</returns>
    private Problem? Find(Answer answer, bool admin)
    {
        if (Status(answer, admin) is { } expected && expected != answer.Reply.Status)
            return new Problem($"The status is wrong for {(admin ? "an admin" : "somebody who is no admin")}.", [$"{expected}"]);
        if (answer.Reply.Status is not (200 or 304))
            return answer.Reply.Status == 404 ? new ContentCheck(world, answer, admin).FindForMissing() : null;
        if (FindInHeaders(answer) is { } wrong)
            return wrong;

        try
        {
            return new ContentCheck(world, answer, admin).Find();
        }
        catch (JsonException exception)
        {
            return new Problem($"The answer can't be read: {exception.Message}", []);
        }
    }

    /// <summary>Null where it depends on the content.</summary>
    private static int? Status(Answer answer, bool admin) => answer.Query switch
    {
        TaskQuery { All: true } when !admin => 403,
        TaskQuery { Owner: not null } when !admin => 400,
        StatsQuery => answer.Reply.Status == 304 ? 304 : 200,
        _ => null,
    };

    private static Problem? FindInHeaders(Answer answer)
    {
        var reply = answer.Reply;
        if (reply.Age is < 0 or > MaxAge)
            return new Problem("An entry lived too long.", [$"an Age of at most {MaxAge}"]);
        if (reply.CacheControl?.Split(',', StringSplitOptions.TrimEntries).Order().SequenceEqual(CacheControl.Split(", ").Order()) != true)
            return new Problem($"Cache-Control is {reply.CacheControl}.", [CacheControl]);
        if (reply.ETag is null)
            return new Problem("There is no ETag.", []);
        if (reply.Status == 304 && reply.ETag != answer.IfNoneMatch)
            return new Problem("304 for another ETag than the caller's.", [answer.IfNoneMatch ?? "200: the caller had none"]);
        if (reply.Status == 200 && reply.ETag == answer.IfNoneMatch)
            return new Problem("200 although the caller has this ETag.", ["304"]);
        return reply.Status == 200 && answer.IfNoneMatch is not null && answer.Query is not DetailQuery && reply.Body.AsSpan().SequenceEqual(answer.Known)
            ? new Problem("The same answer with another ETag.", [answer.IfNoneMatch])
            : null;
    }

    private void Report(Answer answer, string what, IEnumerable<string> expected) =>
        violations.Add(
            what, answer.Reply, answer.Replica,
            $"GET {answer.Query.Path} by user {answer.Session.User.Id}, session {answer.Session.Id}, If-None-Match {answer.IfNoneMatch ?? "none"}", expected);
}

/// <param name="What">In a sentence.</param>
/// <param name="Expected">What would have been right.</param>
public sealed record Problem(string What, IEnumerable<string> Expected);
