using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace PrimeTask.Bench;

/// <summary>What a flood of sign-ins does to everybody else: a replica with the limits that it has by default, and callers that it tells apart by X-Forwarded-For.</summary>
internal sealed class Flood : IDisposable
{
    private const string Password = "a-quiet-Harbour-88";

    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _listPause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _client;
    private Flood(Uri api) =>
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(api, "/api/v1/") };

    /// <param name="addresses">That the flood comes from.</param>
    /// <param name="rate">Sign-ins of the flood in a second.</param>
    /// <param name="time">How long it lasts.</param>
    /// <param name="tell">Gets the result.</param>
    /// <returns>Whether another person signed in within 3 seconds each time and 99 of 100 lists took less than 250 ms.</returns>
    public static async Task<bool> RunAsync(int addresses, int rate, TimeSpan time, Action<string> tell)
    {
        await using var servers = await Servers.StartAsync();
        var database = new NpgsqlConnectionStringBuilder(servers.Postgres) { Database = "flood" }.ConnectionString;
        (string, string)[] settings = [("ConnectionStrings__primetask", database), ("ConnectionStrings__cache", servers.Redis)];
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", settings);
        if (exitCode != 0)
            throw new InvalidOperationException($"The database could not be prepared.\n{output}");
        await using var api = await ServiceProcess.StartApiAsync(settings);
        using var flood = new Flood(api.Address);
        return await flood.MeasureAsync(addresses, rate, time, tell);
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> MeasureAsync(int addresses, int rate, TimeSpan time, Action<string> tell)
    {
        var people = new Queue<string>();
        var token = "";
        // One for each second, and for the quiet ones.
        while (people.Count < time.TotalSeconds + _quiet.TotalSeconds)
        {
            var name = $"u{Guid.NewGuid():N}"[..20];
            using var registered = await PostAsync(
                "auth/register/", $"203.0.113.{people.Count}", new { email = $"{name}@example.com", username = name, password = Password, password_confirm = Password });
            token = (string)(await registered.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["tokens"]!["access"]!;
            people.Enqueue(name);
        }

        for (var made = 0; made < 100; made++)
            (await SendAsync(HttpMethod.Post, "tasks/", token, JsonContent.Create(new { title = $"Task {made}" }))).Dispose();

        var quiet = await UseAsync(people, token, _quiet);
        using var end = new CancellationTokenSource();
        var statuses = AttackAsync(addresses, rate, end.Token);
        var flooded = await UseAsync(people, token, time);
        await end.CancelAsync();

        tell(string.Create(CultureInfo.InvariantCulture, $"{"",-16}{"sign-in p50",12}{"max",9}{"list p50",12}{"p99",9}   (ms)"));
        tell($"{"quiet",-16}{quiet}");
        tell($"{"under the flood",-16}{flooded}");
        tell($"The flood, {rate} sign-ins a second from {addresses} addresses, got {string.Join(", ", (await statuses).Select(status => $"{status.Value} × {(int)status.Key}"))}.");
        return flooded.SignIns.Max < 3000 && flooded.Lists.P99 < 250;
    }

    /// <summary>What people do meanwhile: each second another one signs in, from a new address, and one reads lists.</summary>
    private async Task<Use> UseAsync(Queue<string> people, string token, TimeSpan time)
    {
        var (signIns, lists, clock) = (new Latencies(), new Latencies(), Stopwatch.StartNew());
        await Task.WhenAll(SignInAsync(), ListAsync());
        return new(signIns, lists);

        async Task SignInAsync()
        {
            while (clock.Elapsed < time && people.TryDequeue(out var person))
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await PostAsync("auth/login/", $"198.51.100.{people.Count}", new { email = $"{person}@example.com", password = Password });
                signIns.Add(Stopwatch.GetElapsedTime(start));
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"Another person's sign-in gave {(int)response.StatusCode}.");
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }

        async Task ListAsync()
        {
            while (clock.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await SendAsync(HttpMethod.Get, "tasks/?page_size=50", token, null);
                await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
                lists.Add(Stopwatch.GetElapsedTime(start));
                response.EnsureSuccessStatusCode();
                await Task.Delay(_listPause, CancellationToken.None);
            }
        }
    }

    /// <summary>Each sign-in for another account, so that only the address tells them from people's.</summary>
    private async Task<IReadOnlyDictionary<HttpStatusCode, int>> AttackAsync(int addresses, int rate, CancellationToken end)
    {
        var attempts = new List<Task<HttpStatusCode?>>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / rate);
        while (!end.IsCancellationRequested)
        {
            attempts.Add(TryAsync($"192.0.2.{attempts.Count % addresses}"));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        var statuses = await Task.WhenAll(attempts);
        return statuses.OfType<HttpStatusCode>().CountBy(status => status).OrderBy(status => status.Key).ToDictionary();

        async Task<HttpStatusCode?> TryAsync(string address)
        {
            try
            {
                using var response = await PostAsync("auth/login/", address, new { email = $"{Guid.NewGuid():N}@example.com", password = Password }, end);
                return response.StatusCode;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                // It still waited for its turn when the measurement was over.
                return null;
            }
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string address, object body, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", address);
        return await _client.SendAsync(request, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request);
    }

    private sealed record Use(Latencies SignIns, Latencies Lists)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{SignIns.P50,12:0}{SignIns.Max,9:0}{Lists.P50,12:0.0}{Lists.P99,9:0.0}");
    }
}
