using System.Collections.Concurrent;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>An answer to a read, and all that is needed to judge it.</summary>
public sealed record Answer(SessionModel Session, ReadQuery Query, Replica Replica, Reply Reply, Ticket Ticket)
{
    /// <summary>What the caller said it has.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The body that the caller had, for a 304.</summary>
    public byte[] Known { get; init; } = [];

    /// <summary>What the caller sees: the body, or the one it had.</summary>
    public byte[] Shown => Reply.Status == 304 ? Known : Reply.Body;
}

/// <summary>Reads at random, and again and again the same, so that the cache has something to do.</summary>
public sealed class Reader(World world, Cluster cluster, ConcurrentQueue<Answer> answers, Queries queries)
{
    private const int MostWaiting = 20_000;

    private readonly ConcurrentDictionary<(SessionModel, string), (string ETag, byte[] Body)> _known = new();

    public async Task RunAsync(Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (answers.Count > MostWaiting)
                await Task.Delay(20, CancellationToken.None);
            else if (PickSession(random) is { } session)
                answers.Enqueue(await ReadAsync(session, queries.Pick(session.User, random), random));
            else
                await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task<Answer> ReadAsync(SessionModel session, ReadQuery query, Random random)
    {
        var replica = cluster.Pick(random);
        var known = _known.GetValueOrDefault((session, query.Path));
        var conditional = known.ETag is not null && random.Next(3) == 0;
        var ticket = world.Reads.Begin();
        var reply = await replica.SendAsync(
            HttpMethod.Get, query.Path, session.Access, null, conditional ? [("If-None-Match", known.ETag!)] : []);
        if (reply is { Status: 200, ETag: { } etag })
            _known[(session, query.Path)] = (etag, reply.Body);
        var answer = new Answer(session, query, replica, reply, ticket) { IfNoneMatch = conditional ? known.ETag : null, Known = known.Body ?? [] };
        queries.Learn(answer);
        return answer;
    }

    /// <summary>Mostly a session that stands, at times one that has just ended or is about to.</summary>
    private SessionModel? PickSession(Random random)
    {
        var users = world.Users.Values.ToArray();
        var user = users[random.Next(users.Length)];
        if (random.Next(12) != 0)
            return user.Live(random);
        var all = random.Next(4) == 0 ? [.. world.Orphans] : user.Sessions.Values.ToArray();
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }
}
