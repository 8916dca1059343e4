using System.Text.Json;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>
/// Says whether an answer is one that the contract allows: it shows every write that was acknowledged before the request was sent, and of those under way
/// meanwhile each wholly or not at all; nobody else's tasks; nothing to a session that had ended.
/// </summary>
internal sealed class Judge(World world, Disturbances disturbances, Violations violations)
{
    /// <summary>The longest that an entry may live.</summary>
    private const int MaxAge = 60;

    private static readonly string[] _cacheControl = ["no-cache", "private"];

    public long Checked { get; private set; }

    public long Hits { get; private set; }

    public long NotModified { get; private set; }

    public long Refused { get; private set; }

    public long Unanswered { get; private set; }

    public void Check(Answer answer)
    {
        var reply = answer.Reply;
        if (reply.IsUnknown)
        {
            Unanswered++;
            if (!disturbances.Excuse(answer.Replica, reply.Start, reply.End))
                Report(answer, "A read failed although database and replica were there.", []);
            return;
        }

        Checked++;
        Hits += reply.Age is null ? 0 : 1;
        NotModified += reply.Status == 304 ? 1 : 0;
        Refused += reply.Status == 401 ? 1 : 0;
        var stands = answer.Session.Stands.Possible(answer.Ticket.Start, reply.End, out _);
        if (!stands.Contains(reply.Status != 401))
        {
            Report(answer, reply.Status == 401 ? "A session that stands was refused." : "A session that had ended was answered.", answer.Session.Stands.Describe());
            return;
        }

        if (reply.Status == 401)
            return;
        var users = answer.Session.User.States.Possible(answer.Ticket.Start, reply.End, out _);
        var problems = users.Select(user => user.IsAdmin).Distinct().Select(admin => Find(answer, admin)).ToArray();
        if (problems.All(problem => problem is not null))
            Report(answer, problems[0]!.What, problems.SelectMany(problem => problem!.Expected));
    }

    /// <returns>What is wrong, if the caller was an admin or was none; null when nothing is.</returns>
    private Problem? Find(Answer answer, bool admin)
    {
        var status = answer.Reply.Status;
        var refusal = admin ? null : answer.Query switch
        {
            TaskQuery { All: true } => 403,
            TaskQuery { Owner: not null } => 400,
            _ => (int?)null,
        };
        if (refusal is not null ? status != refusal : status is not (200 or 304 or 404))
            return new Problem($"The status is wrong for {(admin ? "an admin" : "somebody who is no admin")}.", $"{refusal ?? 200}");
        try
        {
            var content = new ContentCheck(world, answer, admin);
            return refusal is not null ? null : status == 404 ? content.FindForMissing() : FindInHeaders(answer) ?? content.Find();
        }
        catch (JsonException exception)
        {
            return new Problem($"The answer can't be read: {exception.Message}");
        }
    }

    private static Problem? FindInHeaders(Answer answer)
    {
        var (reply, known) = (answer.Reply, answer.IfNoneMatch);
        if (reply.Age is < 0 or > MaxAge)
            return new Problem("An entry lived too long.", $"an Age of at most {MaxAge}");
        if (reply.CacheControl?.Split(", ").Order().SequenceEqual(_cacheControl) != true)
            return new Problem($"Cache-Control is {reply.CacheControl}.", _cacheControl);
        if (reply.ETag is null || (reply.Status == 304) != (reply.ETag == known))
            return new Problem($"{reply.Status} with the ETag {reply.ETag} for a caller who has {known ?? "none"}.");
        return reply.Status == 200 && known is not null && reply.Body.AsSpan().SequenceEqual(answer.Known) ? new Problem("The same answer with another ETag.", known) : null;
    }

    private void Report(Answer answer, string what, IEnumerable<string> expected) => violations.Add(
        what, answer.Reply, answer.Replica,
        $"GET {answer.Query.Path} by user {answer.Session.User.Id}, session {answer.Session.Id}, If-None-Match {answer.IfNoneMatch ?? "none"}", expected);
}
