using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace PrimeTask.Bench;

/// <summary>A replica of the API on a database of one size. It has no Redis: every response is made anew.</summary>
internal sealed class ScaleTarget : IAsyncDisposable
{
    private readonly ServiceProcess _api;
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, long[]> _ids = [];

    private ScaleTarget(long tasks, ServiceProcess api)
    {
        (Tasks, _api) = (tasks, api);
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(api.Address, "/api/v1/") };
    }

    public long Tasks { get; }

    /// <summary>Fills the database if it is not there yet.</summary>
    public static async Task<ScaleTarget> StartAsync(string postgres, long tasks, Action<string> tell)
    {
        var database = new NpgsqlConnectionStringBuilder(postgres) { Database = string.Create(CultureInfo.InvariantCulture, $"scale_{tasks}") };
        (string, string)[] settings =
        [
            ("ConnectionStrings__primetask", database.ConnectionString), ("ConnectionStrings__cache", "127.0.0.1:1"), ("RateLimiting__Enabled", "false"),
            ("Admin__Email", "admin@example.com"), ("Admin__Password", FillOptions.Password),
        ];
        // Migrations of many tasks build indexes.
        var migration = new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 0 };
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", [.. settings, ("ConnectionStrings__primetask", migration.ConnectionString)]);
        if (exitCode != 0)
            throw new InvalidOperationException($"The database could not be prepared.\n{output}");
        await using (var data = NpgsqlDataSource.Create(migration))
        {
            if (!await IsFilledAsync(data))
                await new Filler(data, FillOptions.Of(tasks), tell).FillAsync();
        }

        var target = new ScaleTarget(tasks, await ServiceProcess.StartApiAsync(settings));
        foreach (var user in new[] { FillOptions.Steady, FillOptions.Large, FillOptions.Admin })
            await target.SignInAsync(user);
        return target;
    }

    /// <summary>Asks one after another for a while.</summary>
    public async Task MeasureAsync(Operation operation, TimeSpan time, Latencies latencies)
    {
        var (clock, number) = (Stopwatch.StartNew(), 0);
        while (clock.Elapsed < time)
        {
            var ids = _ids[operation.User];
            var start = Stopwatch.GetTimestamp();
            await GetAsync(operation.User, string.Format(CultureInfo.InvariantCulture, operation.Path, ids[number++ % ids.Length]));
            latencies.Add(Stopwatch.GetElapsedTime(start));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    private static async Task<bool> IsFilledAsync(NpgsqlDataSource data)
    {
        await using var command = data.CreateCommand("SELECT EXISTS (SELECT FROM tasks)");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task SignInAsync(string user)
    {
        using var response = await _client.PostAsJsonAsync("auth/login/", new { email = $"{user}@example.com", password = FillOptions.Password });
        response.EnsureSuccessStatusCode();
        _tokens[user] = (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["access"]!;
        var list = JsonNode.Parse(await GetAsync(user, "tasks/?page_size=50"))!;
        _ids[user] = [.. list["data"]!["results"]!.AsArray().Select(task => (long)task!["id"]!)];
    }

    private async Task<byte[]> GetAsync(string user, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[user]);
        using var response = await _client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"GET {path} by {user} with {Tasks} tasks gave {(int)response.StatusCode}.");
        return await response.Content.ReadAsByteArrayAsync();
    }
}

/// <param name="Name">For the table.</param>
/// <param name="User">Who asks.</param>
/// <param name="Path">What is asked; {0} is the id of a task.</param>
internal sealed record Operation(string Name, string User, string Path);
