using System.Collections.Concurrent;
using System.Text.Json;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>What may be asked for. Each user has favourites, so that answers can come from the cache.</summary>
public sealed class Queries(World world)
{
    private const int Favourites = 5;

    /// <summary>In titles and descriptions, and searched for.</summary>
    public static IReadOnlyList<string> Words { get; } = ["anchor", "beacon", "copper", "drizzle", "ember"];

    private readonly ConcurrentDictionary<(UserModel, bool), ReadQuery[]> _favourites = new();
    private readonly ConcurrentDictionary<UserModel, (TaskQuery Query, Position Position)> _walks = new();

    public ReadQuery Pick(UserModel user, Random random)
    {
        var admin = user.States.Latest.IsAdmin;
        return random.Next(20) switch
        {
            < 14 => Favourite(user, admin, random),
            < 16 => new StatsQuery(),
            16 => Detail(random),
            17 when _walks.TryGetValue(user, out var walk) => walk.Query with { After = walk.Position },
            _ => List(admin, random),
        };
    }

    /// <summary>Remembers where a walk by cursor can go on.</summary>
    public void Learn(Answer answer)
    {
        if (answer is not { Query: TaskQuery query, Reply: { Status: 200 } reply } || Random.Shared.Next(8) != 0)
            return;
        var list = JsonSerializer.Deserialize<Envelope<ListWire>>(reply.Body, Wire.Options)?.Data;
        if (list is { NextCursor: { } cursor, Results: [.., var last] })
            _walks[answer.Session.User] = (query, new Position(cursor, last.State, last.Id));
    }

    private ReadQuery Favourite(UserModel user, bool admin, Random random)
    {
        var favourites = _favourites.GetOrAdd((user, admin), _ =>
            [new StatsQuery(), new TaskQuery("-created_at", 1, 20), .. Enumerable.Range(0, Favourites).Select(_ => List(admin, random))]);
        // A favourite that shows what is overdue or due soon must not be asked for too rarely to be cached.
        return favourites[random.Next(favourites.Length)];
    }

    private DetailQuery Detail(Random random)
    {
        var ids = world.Tasks.Keys.ToArray();
        return new DetailQuery(ids.Length == 0 ? 1 : ids[random.Next(ids.Length)]);
    }

    private TaskQuery List(bool admin, Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ordering = random.Next(3) == 0 ? "-created_at" : TaskQuery.Orderings[random.Next(TaskQuery.Orderings.Count)];
        var query = new TaskQuery(ordering, random.Next(4) == 0 ? random.Next(1, 4) : 1, random.Next(3) switch { 0 => 5, 1 => 20, _ => 50 })
        {
            All = random.Next(admin ? 3 : 30) == 0,
            Status = random.Next(4) == 0 ? Some(TaskQuery.Statuses, random) : null,
            Priority = random.Next(5) == 0 ? Some(TaskQuery.Priorities, random) : null,
            Search = random.Next(5) == 0 ? Words[random.Next(Words.Count)][..random.Next(3, 6)] : null,
            Owner = admin && random.Next(3) == 0 ? Some(world.Users.Keys.ToArray(), random) : null,
            Overdue = random.Next(6) == 0 ? random.Next(2) == 0 : null,
        };
        return random.Next(8) switch
        {
            0 => query with { DueBefore = Day(now.AddDays(random.Next(-2, 3))) },
            1 => query with { DueAfter = Day(now.AddDays(random.Next(-2, 3))) },
            _ => query,
        };
    }

    private static DateTimeOffset Day(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);

    private static long Some(long[] ids, Random random) => ids[random.Next(ids.Length)];

    private static string Some(IReadOnlyList<string> names, Random random) =>
        string.Join(',', names.Where(_ => random.Next(2) == 0).DefaultIfEmpty(names[random.Next(names.Count)]));
}
