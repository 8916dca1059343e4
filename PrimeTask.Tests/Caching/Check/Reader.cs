using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>A response to a read, and all that is needed to judge it: also the ETag that the caller sent, and the body that belongs to it.</summary>
internal sealed record ApiResponse(SessionModel Session, ReadQuery Query, Replica Replica, Reply Reply, Ticket Ticket, string? IfNoneMatch, byte[] Known)
{
    /// <summary>What the caller sees: the body, or the one it had.</summary>
    public byte[] Shown => Reply.Status == 304 ? Known : Reply.Body;
}

/// <summary>Reads at random, and again and again the same, so that the cache has something to do.</summary>
internal sealed class Reader(World world, Cluster cluster, ConcurrentQueue<ApiResponse> responses)
{
    private const int MaxWaiting = 20_000;

    private readonly Queries _queries = new(world);
    private readonly ConcurrentDictionary<(SessionModel, string), (string ETag, byte[] Body)> _known = new();

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (responses.Count <= MaxWaiting && PickSession() is { } session)
                responses.Enqueue(await ReadAsync(session, _queries.Pick(session.User)));
            else
                await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task<ApiResponse> ReadAsync(SessionModel session, ReadQuery query)
    {
        var replica = cluster.Pick();
        var known = _known.GetValueOrDefault((session, query.Path));
        var conditional = known.ETag is not null && Random.Shared.Next(3) == 0;
        var ticket = world.Reads.Begin();
        var reply = await replica.SendAsync(new Request(HttpMethod.Get, query.Path, null, conditional ? [("If-None-Match", known.ETag!)] : []), session.Access);
        if (reply is { Status: 200, ETag: { } etag })
            _known[(session, query.Path)] = (etag, reply.Body);
        _queries.Learn(session.User, query, reply);
        return new ApiResponse(session, query, replica, reply, ticket, conditional ? known.ETag : null, known.Body ?? []);
    }

    /// <summary>Mostly a session that stands, at times one that has just ended or is about to.</summary>
    private SessionModel? PickSession()
    {
        var user = world.AnyUser();
        if (Random.Shared.Next(12) != 0)
            return user.Live();
        SessionModel[] all = Random.Shared.Next(4) == 0 ? [.. world.Orphans] : [.. user.Sessions.Values];
        return all.Length == 0 ? null : World.Any(all);
    }
}
