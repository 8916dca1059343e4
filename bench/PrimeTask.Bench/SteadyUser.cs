using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace PrimeTask.Bench;

/// <summary>One of those who use PrimeTask, and what they know: the tasks that were acknowledged to them.</summary>
internal sealed class SteadyUser : IDisposable
{
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<long, string> _tasks = [];
    private readonly Stopwatch _sinceWrite = new();
    private long _newest;

    public SteadyUser(Uri site, X509Certificate2 certificate, Version version)
    {
        var handler = new SocketsHttpHandler { UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(certificate.RawData);
        _client = new HttpClient(handler)
        {
            BaseAddress = new Uri(site, "/api/v1/"),
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public IReadOnlyDictionary<long, string> Tasks => _tasks;

    /// <summary>The last that was acknowledged; null when none was.</summary>
    public long? Newest => Volatile.Read(ref _newest) is var newest and > 0 ? newest : null;

    /// <summary>Every write was either acknowledged or not sent.</summary>
    public bool NothingIsUnknown { get; private set; } = true;

    public TimeSpan LongestGap { get; private set; }

    public async Task RegisterAsync(string password)
    {
        var name = $"u{Guid.NewGuid():N}"[..20];
        using var response = await _client.PostAsJsonAsync("auth/register/", new { email = $"{name}@example.com", username = name, password, password_confirm = password });
        response.EnsureSuccessStatusCode();
        var access = (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["tokens"]!["access"]!;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        _sinceWrite.Start();
    }

    /// <returns>The body of a success, else null.</returns>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, path) { Version = _client.DefaultRequestVersion, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.IsSuccessStatusCode && text.Length > 0 ? JsonNode.Parse(text) : null);
    }

    public void Acknowledge(long id, string title)
    {
        _tasks[id] = title;
        Volatile.Write(ref _newest, id);
    }

    public void Forget(long id) => _tasks.TryRemove(id, out _);

    public void Unknown() => NothingIsUnknown = false;

    public string? TitleOf(long id) => _tasks.GetValueOrDefault(id);

    public long? Oldest(int beyond) => _tasks.Count > beyond ? _tasks.Keys.Min() : null;

    /// <summary>A write was acknowledged.</summary>
    public void Written()
    {
        if (_sinceWrite.Elapsed > LongestGap)
            LongestGap = _sinceWrite.Elapsed;
        _sinceWrite.Restart();
    }

    public void Dispose() => _client.Dispose();
}
