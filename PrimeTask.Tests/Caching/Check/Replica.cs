using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>What came back, and when.</summary>
/// <param name="Status">0 when no response came.</param>
/// <param name="Body">Empty when there is none.</param>
/// <param name="Start">Before the request was sent.</param>
/// <param name="End">After the whole response had arrived.</param>
/// <param name="WallStart">The start by the clock that tells what is overdue.</param>
/// <param name="WallEnd">The end by that clock.</param>
internal sealed record Reply(int Status, byte[] Body, long Start, long End, DateTimeOffset WallStart, DateTimeOffset WallEnd)
{
    public int? Age { get; init; }

    public string? ETag { get; init; }

    public string? CacheControl { get; init; }

    /// <summary>Why no response came.</summary>
    public string? Failure { get; init; }

    public bool IsUnknown => Status is 0 or >= 500;

    public TimeSpan Took => Clock.Between(Start, End);
}

/// <summary>A request that can be sent again.</summary>
internal sealed record Request(HttpMethod Method, string Path, object? Body = null, params IReadOnlyCollection<(string Name, string Value)> Headers)
{
    public override string ToString() => $"{Method} {Path} {System.Text.Json.JsonSerializer.Serialize(Body, Wire.Options)}";
}

/// <summary>A replica of the API behind its own bad networks to Redis and Postgres.</summary>
internal sealed class Replica(string name, RedisProxy redis, PostgresProxy postgres, Func<Replica, IEnumerable<(string, string)>> settings) : IAsyncDisposable
{
    /// <summary>Like requests through one public address: responses name it, and would else differ from replica to replica.</summary>
    private const string Host = "primetask.test";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(50);

    private ServiceProcess? _process;
    private HttpClient? _client;
    private int _generation;

    public string Name => name;

    /// <summary>Of the connections of the process that runs now.</summary>
    public string ApplicationName => $"{name}-{_generation}";

    public RedisProxy Redis => redis;

    public PostgresProxy Postgres => postgres;

    /// <summary>False from the moment it is killed until it serves again.</summary>
    public bool IsUp { get; private set; }

    public string Output => _process?.Output ?? "";

    public async Task StartAsync()
    {
        _generation++;
        _process = await ServiceProcess.StartApiAsync(settings(this));
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _process.Address, Timeout = _timeout };
        IsUp = true;
    }

    public async Task KillAsync()
    {
        IsUp = false;
        if (_process is not null)
            await _process.DisposeAsync();
    }

    public async Task<Reply> SendAsync(Request asked, string? token)
    {
        using var request = new HttpRequestMessage(asked.Method, $"/api/v1/{asked.Path}");
        request.Headers.Host = Host;
        if (asked.Body is not null)
            request.Content = JsonContent.Create(asked.Body, options: Wire.Options);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (header, value) in asked.Headers)
            request.Headers.TryAddWithoutValidation(header, value);

        var (wall, start) = (TimeProvider.System.GetUtcNow(), Clock.Now);
        try
        {
            using var response = await _client!.SendAsync(request);
            var content = await response.Content.ReadAsByteArrayAsync();
            return new Reply((int)response.StatusCode, content, start, Clock.Now, wall, TimeProvider.System.GetUtcNow())
            {
                Age = (int?)response.Headers.Age?.TotalSeconds,
                ETag = response.Headers.ETag?.Tag,
                CacheControl = response.Headers.CacheControl?.ToString(),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException)
        {
            return new Reply(0, [], start, Clock.Now, wall, TimeProvider.System.GetUtcNow()) { Failure = $"{exception.GetType().Name}: {exception.Message}" };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await redis.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
