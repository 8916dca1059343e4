using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace PrimeTask.Bench;

/// <summary>
/// People who write and read through TLS while an operator does something: each has one who writes and reads what was written, and one who reads beside. Every
/// read must show what was acknowledged before it was sent.
/// </summary>
internal sealed class SteadyUse : IDisposable
{
    private const string Password = "a-quiet-Harbour-88";

    /// <summary>Between two requests of one of them.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);

    private readonly SteadyUser[] _users;
    private readonly ConcurrentDictionary<string, int> _failures = [];
    private readonly ConcurrentQueue<string> _stale = [];
    private readonly ConcurrentQueue<(TimeSpan Took, TimeSpan Since, string Request)> _took = [];
    private readonly Stopwatch _clock = new();
    private readonly TimeSpan _longestOutage;
    private int _writes;
    private int _repeated;

    /// <param name="site">The public address.</param>
    /// <param name="certificate">The only one that is believed.</param>
    /// <param name="users">How many; half of them speak HTTP/2.</param>
    /// <param name="longestOutage">For how long a write may be sent again and again; zero where none may fail.</param>
    public SteadyUse(Uri site, X509Certificate2 certificate, int users, TimeSpan longestOutage)
    {
        _longestOutage = longestOutage;
        _users = [.. Enumerable.Range(0, users).Select(number => new SteadyUser(site, certificate, number % 2 == 0 ? HttpVersion.Version11 : HttpVersion.Version20))];
    }

    private bool OutageIsExpected => _longestOutage > TimeSpan.Zero;

    /// <returns>Whether nothing failed, or for no longer than it may, nothing was stale and nothing acknowledged was lost.</returns>
    public async Task<bool> RunAsync(Func<bool> goOn, Action<string> tell)
    {
        foreach (var user in _users)
            await user.RegisterAsync(Password);
        tell("Load begins.");
        _clock.Start();
        await Task.WhenAll(_users.SelectMany(user => new[] { WriteAsync(user, goOn), ReadAsync(user, goOn) }));
        var took = _clock.Elapsed;
        foreach (var user in _users)
            user.Written();
        var lost = await FindLostAsync();
        Report(took, lost, tell);
        var longest = _users.Max(user => user.LongestGap);
        return _stale.IsEmpty && lost.Count == 0 && (OutageIsExpected ? longest <= _longestOutage : _failures.IsEmpty);
    }

    public void Dispose()
    {
        foreach (var user in _users)
            user.Dispose();
    }

    private void Report(TimeSpan took, List<string> lost, Action<string> tell)
    {
        var latencies = new Latencies();
        foreach (var one in _took)
            latencies.Add(one.Took);
        var slowest = _took.MaxBy(one => one.Took);
        var failed = _failures.IsEmpty ? "none" : string.Join(", ", _failures.OrderBy(failure => failure.Key, StringComparer.Ordinal).Select(failure => $"{failure.Value} × {failure.Key}"));
        tell(string.Create(CultureInfo.InvariantCulture, $"{_took.Count} requests in {took.TotalSeconds:0} s, {_took.Count / took.TotalSeconds:0} a second; {_writes} writes acknowledged; p50 {latencies.P50:0.0} ms, p99 {latencies.P99:0} ms, longest {latencies.Max:0} ms ({slowest.Request}, {slowest.Since.TotalSeconds:0.0} s after the begin)"));
        tell($"failed: {failed}; sent again after a GOAWAY: {_repeated}");
        tell($"stale: {(_stale.IsEmpty ? "none" : $"{_stale.Count}, first {_stale.First()}")}");
        tell($"acknowledged and lost: {(lost.Count == 0 ? "none" : $"{lost.Count}, first {lost[0]}")}");
        tell(string.Create(CultureInfo.InvariantCulture, $"longest time without an acknowledged write of one user: {_users.Max(user => user.LongestGap).TotalSeconds:0.0} s"));
    }

    private async Task WriteAsync(SteadyUser user, Func<bool> goOn)
    {
        for (var round = 1; goOn(); round++)
        {
            var title = $"{round}";
            var created = await SendUntilAcknowledgedAsync(user, HttpMethod.Post, "tasks/", new { title });
            if (created is null)
                continue;
            var id = (long)created["data"]!["id"]!;
            user.Acknowledge(id, title);
            await CheckListAsync(user);
            title = $"{round} changed";
            if (await SendUntilAcknowledgedAsync(user, HttpMethod.Patch, $"tasks/{id}/", new { title }) is not null)
                user.Acknowledge(id, title);
            else
                user.Forget(id);
            await CheckTaskAsync(user, id);
            await CheckListAsync(user);
            // Deleting is not repeated, so that it is known what was acknowledged.
            if (!OutageIsExpected && user.Oldest(beyond: 15) is { } old)
            {
                user.Forget(old);
                await SendAsync(user, HttpMethod.Delete, $"tasks/{old}/", null, null);
                await CheckListAsync(user);
            }
        }
    }

    /// <summary>Knows of the last task only, as its owner writes meanwhile.</summary>
    private async Task ReadAsync(SteadyUser user, Func<bool> goOn)
    {
        while (goOn())
        {
            if (user.Newest is not { } newest)
            {
                await Task.Delay(_pause);
                continue;
            }

            var list = await SendAsync(user, HttpMethod.Get, "tasks/?page_size=50", null, null);
            if (list is not null && list["data"]!["results"]!.AsArray().Max(task => (long)task!["id"]!) < newest)
                _stale.Enqueue($"a list without task {newest}");
        }
    }

    private async Task CheckTaskAsync(SteadyUser user, long id)
    {
        if (user.TitleOf(id) is not { } title || await SendAsync(user, HttpMethod.Get, $"tasks/{id}/", null, null) is not { } task)
            return;
        if ((string?)task["data"]!["title"] is var found && found != title)
            _stale.Enqueue($"task {id} is '{found}' and not '{title}'");
    }

    private async Task CheckListAsync(SteadyUser user)
    {
        if (await SendAsync(user, HttpMethod.Get, "tasks/?page_size=50", null, null) is not { } list)
            return;
        var titles = list["data"]!["results"]!.AsArray().ToDictionary(task => (long)task!["id"]!, task => (string)task!["title"]!);
        var expected = user.Tasks.OrderByDescending(task => task.Key).Take(50).ToArray();
        if (user.NothingIsUnknown && (int)list["data"]!["count"]! != user.Tasks.Count)
            _stale.Enqueue($"a list counts {list["data"]!["count"]} and not {user.Tasks.Count}");
        if (user.NothingIsUnknown && expected.FirstOrDefault(task => titles.GetValueOrDefault(task.Key) != task.Value) is { Value: not null } wrong)
            _stale.Enqueue($"a list has '{titles.GetValueOrDefault(wrong.Key)}' and not '{wrong.Value}'");
    }

    /// <summary>Everything that was ever acknowledged and not taken back, one by one.</summary>
    private async Task<List<string>> FindLostAsync()
    {
        var lost = new List<string>();
        foreach (var user in _users)
        {
            foreach (var (id, title) in user.Tasks)
            {
                var found = await user.SendAsync(HttpMethod.Get, $"tasks/{id}/", null, null);
                if ((string?)found.Body?["data"]?["title"] != title)
                    lost.Add($"task {id}, '{title}': {(int)found.Status} {found.Body?["data"]?["title"]}");
            }
        }

        return lost;
    }

    private async Task<JsonNode?> SendUntilAcknowledgedAsync(SteadyUser user, HttpMethod method, string path, object body)
    {
        var key = $"{Guid.NewGuid()}";
        for (var clock = Stopwatch.StartNew(); ;)
        {
            if (await SendAsync(user, method, path, body, key) is { } response)
            {
                Interlocked.Increment(ref _writes);
                user.Written();
                return response;
            }

            if (clock.Elapsed > _longestOutage)
            {
                user.Unknown();
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <returns>The body; null when it failed.</returns>
    private async Task<JsonNode?> SendAsync(SteadyUser user, HttpMethod method, string path, object? body, string? key)
    {
        await Task.Delay(_pause);
        var begin = _clock.Elapsed;
        try
        {
            var (status, response) = await user.SendAsync(method, path, body, key);
            if (response is not null || status == HttpStatusCode.NoContent)
            {
                _took.Enqueue((_clock.Elapsed - begin, begin, $"{method} {path}"));
                return response ?? new JsonObject();
            }

            _failures.AddOrUpdate($"{(int)status} {method}", 1, (_, count) => count + 1);
        }
        catch (HttpRequestException exception) when (exception.GetBaseException() is HttpProtocolException { ErrorCode: 0 })
        {
            // GOAWAY without an error (RFC 9113, section 6.8), such as at nginx's reload: what was on its way is sent again, as browsers do.
            Interlocked.Increment(ref _repeated);
            return await SendAsync(user, method, path, body, key);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            _failures.AddOrUpdate($"{exception.GetBaseException().Message} {method}", 1, (_, count) => count + 1);
        }

        return null;
    }
}
