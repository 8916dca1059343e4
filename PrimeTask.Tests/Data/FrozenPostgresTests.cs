using System.Diagnostics;
using PrimeTask.Tests.Web;

namespace PrimeTask.Tests.Data;

/// <summary>A database that hangs, as one does whose machine has stopped: connections stand, and nothing comes back.</summary>
public sealed class FrozenPostgresTests(PrimeTaskApp app)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Requests_WhilePostgresHangs_EndWithin30SecondsAndSayWhenToComeBack()
    {
        var database = new NpgsqlConnectionStringBuilder(await OwnDatabase.CopyAsync(app)) { SslMode = SslMode.Disable };
        await using var proxy = new PostgresProxy("127.0.0.1", database.Port);
        await using var api = await ServiceProcess.StartApiAsync(
            ("ConnectionStrings__primetask", proxy.Through(database.ConnectionString)),
            ("ConnectionStrings__cache", $"{await app.ConnectionAsync("cache")},defaultDatabase=5"),
            ("RateLimiting__Enabled", "false"));
        await using var web = await WebServer.StartAsync(api.Address);
        using var user = new ApiUser(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = web.Client.BaseAddress, Timeout = 2 * _longest });
        await ApiUser.RegisterAsync(user);
        var task = await user.AddTaskAsync();
        // What the cache knows of the session needs no database; the responses under way do.
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);

        proxy.State = LinkState.Silent;
        using var direct = api.Anonymous();
        direct.Use(user.Access, user.Refresh);
        var responses = (await Task.WhenAll(SendAllAsync(user, task), SendAllAsync(direct, task))).SelectMany(all => all);

        Assert.All(responses, response =>
        {
            response.ApiResponse.MustFail(HttpStatusCode.ServiceUnavailable, "Service unavailable");
            Assert.NotNull(response.ApiResponse.Header("Retry-After"));
            Assert.True(response.Took < _longest, $"A request took {response.Took}.");
        });
    }

    private static Task<(ApiResponse ApiResponse, TimeSpan Took)[]> SendAllAsync(ApiUser user, long task) =>
        Task.WhenAll(
            TimeAsync(() => user.GetAsync("tasks/?search=task")),
            TimeAsync(() => user.GetAsync("tasks/?status=pending")),
            TimeAsync(() => user.GetAsync("tasks/?status=pending")),
            TimeAsync(() => user.GetAsync("tasks/stats/")),
            TimeAsync(() => user.GetAsync($"tasks/{task}/")),
            TimeAsync(() => user.PostAsync("tasks/", new { title = "x" })),
            TimeAsync(() => user.PostAsync("tasks/", new { title = "x" }, ("Idempotency-Key", "x"))),
            TimeAsync(() => user.PostAsync("tasks/bulk/", new { operations = new[] { new { op = "create", data = new { title = "x" } } } })),
            TimeAsync(() => user.SendAsync(HttpMethod.Patch, $"tasks/{task}/", new { title = "y" })),
            TimeAsync(() => user.SendAsync(HttpMethod.Delete, $"tasks/{task}/")),
            TimeAsync(() => user.GetAsync("auth/profile/")),
            TimeAsync(() => user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Ada" })),
            TimeAsync(() => user.GetAsync("auth/sessions/")),
            TimeAsync(() => user.PostAsync("auth/logout/", new { refresh = user.Refresh })),
            TimeAsync(() => user.PostAsync("auth/refresh/", new { refresh = user.Refresh })),
            TimeAsync(() => user.PostAsync("auth/register/", user.Registration($"x{Guid.NewGuid():N}@example.com", $"x{Guid.NewGuid():N}"[..20]))),
            TimeAsync(() => user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password })));

    private static async Task<(ApiResponse ApiResponse, TimeSpan Took)> TimeAsync(Func<Task<ApiResponse>> send)
    {
        var watch = Stopwatch.StartNew();
        return (await send(), watch.Elapsed);
    }
}
