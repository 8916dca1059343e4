using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// The command <c>health</c>: asks the service that was started in the same environment whether it can serve. Images without a shell have nothing else that
/// could.
/// </summary>
public static class HealthCommand
{
    public const string Name = "health";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    /// <returns>The exit code: 0 when it can.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancellationToken = default)
    {
        // By the name that AllowedHosts has for it.
        var address = new UriBuilder("http", "localhost", ListenAddresses.PortOf(configuration), HealthEndpoints.HealthPath).Uri;
        using var client = new HttpClient { Timeout = _timeout };
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            await Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The service doesn't respond: {exception.Message}");
            return 1;
        }
    }
}
