using System.Globalization;
using System.Net;
using Npgsql;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Processes;
using StackExchange.Redis;

namespace PrimeTask.CacheCheck.Load;

/// <summary>The servers that a run uses. It makes a database of its own, and takes one of the numbered databases of Redis for itself.</summary>
/// <param name="Postgres">Connection string of a user who may create databases.</param>
/// <param name="Redis">Connection string.</param>
/// <param name="KillRedisAsync">Kills Redis, which starts again empty on the same port; null when others use it too: then it is cut off and emptied instead.</param>
public sealed record Servers(string Postgres, string Redis, Func<Task>? KillRedisAsync);

/// <summary>Some replicas of the API, each behind its own proxies.</summary>
public sealed class Cluster : IAsyncDisposable
{
    public const string AdminEmail = "admin@example.com";
    public const string Password = "a-quiet-Harbour-88";

    private const int RedisDatabase = 7;

    private readonly NpgsqlDataSource _sql;
    private readonly IConnectionMultiplexer _redis;

    private Cluster(Servers servers, NpgsqlDataSource sql, IConnectionMultiplexer redis, IReadOnlyList<Replica> replicas) =>
        (Servers, _sql, _redis, Replicas) = (servers, sql, redis, replicas);

    public Servers Servers { get; }

    public IReadOnlyList<Replica> Replicas { get; }

    /// <summary>Straight to Postgres, past the proxies.</summary>
    public NpgsqlDataSource Sql => _sql;

    /// <summary>Straight to Redis, past the proxies.</summary>
    public IDatabase Redis => _redis.GetDatabase();

    public IServer RedisServer => _redis.GetServers()[0];

    public static async Task<Cluster> StartAsync(Servers servers, int count)
    {
        var database = new NpgsqlConnectionStringBuilder(servers.Postgres) { Database = $"cache_check_{Guid.NewGuid():N}", SslMode = SslMode.Disable };
        var redisOptions = ConfigurationOptions.Parse(servers.Redis);
        var (redisHost, redisPort) = Address(redisOptions.EndPoints[0]);
        redisOptions.DefaultDatabase = RedisDatabase;
        redisOptions.AllowAdmin = true;
        redisOptions.AbortOnConnectFail = false;
        var redis = await ConnectionMultiplexer.ConnectAsync(redisOptions);

        var replicas = Enumerable.Range(1, count).Select(number => new Replica(
            string.Create(CultureInfo.InvariantCulture, $"api-{number}"),
            new RedisProxy(redisHost, redisPort, redis.GetDatabase()),
            new PostgresProxy(database.Host!, database.Port),
            replica => Settings(replica, database, redisOptions))).ToArray();
        await PrepareAsync(database, redis);
        await Task.WhenAll(replicas.Select(replica => replica.StartAsync()));
        return new Cluster(servers, NpgsqlDataSource.Create(database.ConnectionString), redis, replicas);
    }

    /// <summary>Any replica that serves.</summary>
    public Replica Pick(Random random)
    {
        var up = Replicas.Where(replica => replica.IsUp).ToArray();
        return up.Length > 0 ? up[random.Next(up.Length)] : throw new InvalidOperationException("No replica is up.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
        if (_redis.IsConnected)
            await RedisServer.FlushDatabaseAsync(RedisDatabase);
        await _redis.DisposeAsync();
        await _sql.DisposeAsync();
    }

    private static async Task PrepareAsync(NpgsqlConnectionStringBuilder database, ConnectionMultiplexer redis)
    {
        await redis.GetServers()[0].FlushDatabaseAsync(RedisDatabase);
        var (exitCode, output) = await ServiceProcess.CommandAsync(
            ["migrate"],
            "",
            ("ConnectionStrings__primetask", database.ConnectionString), ("Passwords__Iterations", "1000"),
            ("Admin__Email", AdminEmail), ("Admin__Password", Password));
        if (exitCode != 0)
            throw new InvalidOperationException($"The database could not be prepared.\n{output}");
    }

    private static IEnumerable<(string, string)> Settings(Replica replica, NpgsqlConnectionStringBuilder database, ConfigurationOptions redis)
    {
        var postgres = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = replica.Postgres.Port,
            ApplicationName = replica.ApplicationName,
        };
        return
        [
            ("ConnectionStrings__primetask", postgres.ConnectionString),
            ("ConnectionStrings__cache", string.Create(
                CultureInfo.InvariantCulture, $"127.0.0.1:{replica.Redis.Port},password={redis.Password},defaultDatabase={RedisDatabase}")),
            ("RateLimiting__Enabled", "false"),
            ("Passwords__Iterations", "1000"),
            // Replicas die and start again all the time: they shall not spend their short lives on profiling themselves.
            ("DOTNET_TieredPGO", "0"),
        ];
    }

    private static (string Host, int Port) Address(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint ip => (ip.Address.ToString(), ip.Port),
        DnsEndPoint { Host: "localhost" } dns => ("127.0.0.1", dns.Port),
        _ => throw new InvalidOperationException($"Not an address of this machine: {endPoint}"),
    };
}
