namespace PrimeTask.Tests.Infrastructure;

/// <summary>People who call one service of a test's own.</summary>
internal static class ApiCallers
{
    internal static ApiUser Anonymous(this ServiceProcess service) => new(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = service.Address });

    internal static async Task<ApiUser> RegisterAsync(this ServiceProcess service)
    {
        try
        {
            return await ApiUser.RegisterAsync(service.Anonymous());
        }
        catch (Xunit.Sdk.XunitException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(service.Output);
            throw;
        }
    }

    /// <summary>Asks for a path on a connection of its own.</summary>
    /// <returns>Also whether the service wants the connection to end.</returns>
    internal static async Task<(HttpStatusCode Status, bool Closes)> GetAsync(this ServiceProcess service, string path)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.ConnectionClose == true);
    }
}
