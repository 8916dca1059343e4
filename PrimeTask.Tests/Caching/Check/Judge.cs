using System.Text.Json;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>
/// Says whether a response is one that the contract allows: it shows every write that was acknowledged before the request was sent, and of those under way
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

    public void Check(ApiResponse response)
    {
        var reply = response.Reply;
        if (reply.IsUnknown)
        {
            Unanswered++;
            if (!disturbances.Excuse(response.Replica, reply.Start, reply.End))
                Report(response, "A read failed although database and replica were there.", []);
            return;
        }

        Checked++;
        Hits += reply.Age is null ? 0 : 1;
        NotModified += reply.Status == 304 ? 1 : 0;
        Refused += reply.Status == 401 ? 1 : 0;
        var stands = response.Session.Stands.Possible(response.Ticket.Start, reply.End, out _);
        if (!stands.Contains(reply.Status != 401))
        {
            Report(response, reply.Status == 401 ? "A session that stands was refused." : "A session that had ended was answered.", response.Session.Stands.Describe());
            return;
        }

        if (reply.Status == 401)
            return;
        var users = response.Session.User.States.Possible(response.Ticket.Start, reply.End, out _);
        var problems = users.Select(user => user.IsAdmin).Distinct().Select(admin => Find(response, admin)).ToArray();
        if (problems.All(problem => problem is not null))
            Report(response, problems[0]!.What, problems.SelectMany(problem => problem!.Expected));
    }

    /// <returns>What is wrong, if the caller was an admin or was none; null when nothing is.</returns>
    private Problem? Find(ApiResponse response, bool admin)
    {
        var status = response.Reply.Status;
        var refusal = admin ? null : response.Query switch
        {
            TaskQuery { All: true } => 403,
            TaskQuery { Owner: not null } => 400,
            _ => (int?)null,
        };
        if (refusal is not null ? status != refusal : status is not (200 or 304 or 404))
            return new Problem($"The status is wrong for {(admin ? "an admin" : "somebody who is no admin")}.", $"{refusal ?? 200}");
        try
        {
            var content = new ContentCheck(world, response, admin);
            return refusal is not null ? null : status == 404 ? content.FindForMissing() : FindInHeaders(response) ?? content.Find();
        }
        catch (JsonException exception)
        {
            return new Problem($"The response can't be read: {exception.Message}");
        }
    }

    private static Problem? FindInHeaders(ApiResponse response)
    {
        var (reply, known) = (response.Reply, response.IfNoneMatch);
        if (reply.Age is < 0 or > MaxAge)
            return new Problem("An entry lived too long.", $"an Age of at most {MaxAge}");
        if (reply.CacheControl?.Split(", ").Order().SequenceEqual(_cacheControl) != true)
            return new Problem($"Cache-Control is {reply.CacheControl}.", _cacheControl);
        if (reply.ETag is null || (reply.Status == 304) != (reply.ETag == known))
            return new Problem($"{reply.Status} with the ETag {reply.ETag} for a caller who has {known ?? "none"}.");
        return reply.Status == 200 && known is not null && reply.Body.AsSpan().SequenceEqual(response.Known) ? new Problem("The same response with another ETag.", known) : null;
    }

    private void Report(ApiResponse response, string what, IEnumerable<string> expected) => violations.Add(
        what, response.Reply, response.Replica,
        $"GET {response.Query.Path} by user {response.Session.User.Id}, session {response.Session.Id}, If-None-Match {response.IfNoneMatch ?? "none"}", expected);
}
