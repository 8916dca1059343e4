using StackExchange.Redis;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>Some replicas of the API, each behind its own proxies, with a database of their own and one of the numbered databases of Redis.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const int RedisDatabase = 7;

    private readonly IConnectionMultiplexer _redis;

    private Cluster(NpgsqlDataSource sql, IConnectionMultiplexer redis, IReadOnlyList<Replica> replicas) => (Sql, _redis, Replicas) = (sql, redis, replicas);

    public IReadOnlyList<Replica> Replicas { get; }

    /// <summary>Straight to Postgres, past the proxies.</summary>
    public NpgsqlDataSource Sql { get; }

    /// <summary>Straight to Redis, past the proxies.</summary>
    public IDatabase Redis => _redis.GetDatabase();

    public static async Task<Cluster> StartAsync(PrimeTaskApp app, int count)
    {
        var database = new NpgsqlConnectionStringBuilder(await OwnDatabase.CopyAsync(app)) { Host = "127.0.0.1", SslMode = SslMode.Disable };
        var options = ConfigurationOptions.Parse(await app.App.GetConnectionStringAsync("cache") ?? "");
        options.DefaultDatabase = RedisDatabase;
        options.AllowAdmin = true;
        options.AbortOnConnectFail = false;
        var redis = await ConnectionMultiplexer.ConnectAsync(options);
        var port = options.EndPoints[0] is DnsEndPoint dns ? dns.Port : ((IPEndPoint)options.EndPoints[0]).Port;
        var cluster = new Cluster(NpgsqlDataSource.Create(database.ConnectionString), redis, [.. Enumerable.Range(1, count).Select(number => new Replica(
            $"api-{number}", new RedisProxy("127.0.0.1", port, redis.GetDatabase()), new PostgresProxy("127.0.0.1", database.Port), Settings))]);
        await cluster.EmptyRedisAsync();
        await Task.WhenAll(cluster.Replicas.Select(replica => replica.StartAsync()));
        return cluster;

        IEnumerable<(string, string)> Settings(Replica replica) =>
        [
            ("ConnectionStrings__primetask", $"{replica.Postgres.Through(database.ConnectionString)};Application Name={replica.ApplicationName}"),
            ("ConnectionStrings__cache", $"127.0.0.1:{replica.Redis.Port},password={options.Password},defaultDatabase={RedisDatabase}"),
            ("RateLimiting__Enabled", "false"),
        ];
    }

    /// <summary>Any replica that serves.</summary>
    public Replica Pick() => World.Any([.. Replicas.Where(replica => replica.IsUp)]);

    public Task EmptyRedisAsync() => _redis.GetServers()[0].FlushDatabaseAsync(RedisDatabase);

    public async Task<(string Key, RedisValue Value)[]> ReadRedisAsync()
    {
        var keys = new List<RedisKey>();
        await foreach (var key in _redis.GetServers()[0].KeysAsync(RedisDatabase))
            keys.Add(key);
        var values = await Redis.StringGetAsync([.. keys]);
        return [.. keys.Zip(values, (key, value) => (key.ToString(), value)).Where(pair => !pair.value.IsNull)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
        if (_redis.IsConnected)
            await EmptyRedisAsync();
        await _redis.DisposeAsync();
        await Sql.DisposeAsync();
    }
}
