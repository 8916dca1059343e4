using System.Net.Http.Headers;
using System.Net.Http.Json;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Model;
using PrimeTask.CacheCheck.Processes;

namespace PrimeTask.CacheCheck.Load;

/// <summary>What came back, and when.</summary>
/// <param name="Status">0 when no answer came.</param>
/// <param name="Body">Empty when there is none.</param>
/// <param name="Start">Before the request was sent.</param>
/// <param name="End">After the whole answer had arrived.</param>
/// <param name="WallStart">The start by the clock that tells what is overdue.</param>
/// <param name="WallEnd">The end by that clock.</param>
public sealed record Reply(int Status, byte[] Body, long Start, long End, DateTimeOffset WallStart, DateTimeOffset WallEnd)
{
    public int? Age { get; init; }

    public string? ETag { get; init; }

    public string? CacheControl { get; init; }

    /// <summary>Why no answer came.</summary>
    public string? Failure { get; init; }

    public TimeSpan Took => Clock.Between(Start, End);
}

/// <summary>A replica of the API behind its own bad networks to Redis and Postgres.</summary>
public sealed class Replica(string name, RedisProxy redis, PostgresProxy postgres, Func<Replica, IEnumerable<(string, string)>> settings) : IAsyncDisposable
{
    /// <summary>Like requests through one public address: answers name it, and would else differ from replica to replica.</summary>
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

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? token, object? body = null, params IReadOnlyCollection<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Headers.Host = Host;
        if (body is not null)
            request.Content = JsonContent.Create(body, options: Wire.Options);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value);

        var (wall, start) = (TimeProvider.System.GetUtcNow(), Clock.Now);
        try
        {
            using var response = await _client!.SendAsync(request);
            var content = await response.Content.ReadAsByteArrayAsync();
            return new Reply((int)response.StatusCode, content, start, Clock.Now, wall, TimeProvider.System.GetUtcNow())
            {
                Age = response.Headers.Age is { } age ? (int)age.TotalSeconds : null,
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
