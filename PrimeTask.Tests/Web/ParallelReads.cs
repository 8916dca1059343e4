using System.Diagnostics;
using System.Net.Http.Json;

namespace PrimeTask.Tests.Web;

/// <summary>Some reads at once, through a web server.</summary>
internal static class ParallelReads
{
    private const int Count = 12;

    /// <summary>How long they may take.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <returns>The ports of those who answered.</returns>
    internal static async Task<int[]> SendAsync(HttpClient client)
    {
        var clock = Stopwatch.StartNew();
        var ports = await Task.WhenAll(Enumerable.Range(0, Count).Select(async _ =>
        {
            using var response = await client.GetAsync("/api/echo", TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<Echo>(TestContext.Current.CancellationToken))!.Port;
        }));
        Assert.True(clock.Elapsed < Longest, $"The reads took {clock.Elapsed}.");
        return ports;
    }
}
