using System.Diagnostics;
using System.Net.Http.Json;

namespace PrimeTask.Tests.Web;

/// <summary>Some reads at once, through a web server.</summary>
internal static class ParallelReads
{
    private const int Count = 12;

    /// <summary>
    /// How long they may take; a request that nobody sends to another replica takes 28 s. A balancer that picks at random picks the frozen one five times in a
    /// row in one of 32 reads, which then takes over 5 s.
    /// </summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    /// <returns>The ports of those who answered.</returns>
    internal static async Task<int[]> SendAsync(HttpClient client, bool withContentType = false)
    {
        var clock = Stopwatch.StartNew();
        var ports = await Task.WhenAll(Enumerable.Range(0, Count).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/echo");
            request.Content = withContentType ? new ByteArrayContent([]) { Headers = { ContentType = new("application/json") } } : null;
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<Echo>(TestContext.Current.CancellationToken))!.Port;
        }));
        Assert.True(clock.Elapsed < _longest, $"The reads took {clock.Elapsed}.");
        return ports;
    }
}
