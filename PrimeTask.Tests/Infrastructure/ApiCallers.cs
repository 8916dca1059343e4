namespace PrimeTask.Tests.Infrastructure;

/// <summary>People who call one service of a test's own.</summary>
internal static class ApiCallers
{
    internal static ApiUser Anonymous(this ServiceProcess service) => new(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = service.Address });

    internal static Task<ApiUser> RegisterAsync(this ServiceProcess service) => ApiUser.RegisterAsync(service.Anonymous());
}
