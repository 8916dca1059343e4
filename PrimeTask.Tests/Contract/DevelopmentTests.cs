using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PrimeTask.ApiService;
using PrimeTask.ApiService.Caching;

namespace PrimeTask.Tests.Contract;

/// <summary>The AppHost runs the services in the environment Development: they serve there what they serve in Production and nothing else.</summary>
public sealed partial class DevelopmentTests
{
    private const string Json = "Host: localhost\nContent-Type: application/json";

    /// <summary>The database is away, so that what reaches it ends in an exception.</summary>
    private static readonly (string, string)[] _settings =
    [
        ("ConnectionStrings__primetask", "Host=127.0.0.1;Port=1;Username=x;Password=y"),
        ("ConnectionStrings__cache", "127.0.0.1:1"),
    ];

    private static readonly (string Head, string Body)[] _requests =
    [
        ("GET /openapi/v1.json HTTP/1.1\nHost: localhost", ""),
        ("GET /swagger/index.html HTTP/1.1\nHost: localhost", ""),
        ("GET /redoc/index.html HTTP/1.1\nHost: localhost", ""),
        ("GET / HTTP/1.1\nHost: localhost", ""),
        ("GET /nothing.js HTTP/1.1\nHost: localhost", ""),
        ("GET /api/v1/tasks/ HTTP/1.1\nHost: localhost", ""),
        ("GET /api/v1/tasks/ HTTP/1.1\nHost: localhost\nAuthorization: Bearer nonsense", ""),
        ("GET /api/v1/tasks/%00/ HTTP/1.1\nHost: localhost", ""),
        ("GET /api/v1/%ff%fe/..%2f.. HTTP/1.1\nHost: localhost", ""),
        ("DELETE /api/v1/auth/login/ HTTP/1.1\nHost: localhost", ""),
        ("OPTIONS /api/v1/tasks/ HTTP/1.1\nHost: localhost\nOrigin: http://localhost:3000\nAccess-Control-Request-Method: PATCH", ""),
        ("TRACE /api/v1/tasks/ HTTP/1.1\nHost: localhost", ""),
        ("POST /api/v1/auth/login/ HTTP/1.1\n" + Json, "{\"email\": "),
        ("POST /api/v1/auth/login/ HTTP/1.1\n" + Json, "{\"email\": 5}"),
        ("POST /api/v1/auth/login/ HTTP/1.1\n" + Json, "{}"),
        ("POST /api/v1/auth/login/ HTTP/1.1\nHost: localhost\nContent-Type: text/plain", "x"),
        ("POST /api/v1/auth/login/ HTTP/1.1\nHost: localhost", ""),
        ("POST /api/v1/auth/login/ HTTP/1.1\n" + Json, "{\"email\": \"ada@example.com\", \"password\": \"x\"}"),
        ("GET /api/v1/tasks/ HTTP/1.1\nHost: a b", ""),
        ("GET nonsense HTTP/1.1\nHost: localhost", ""),
        ("NONSENSE", ""),
    ];

    [Fact]
    public async Task Responses_InDevelopment_AreThoseOfProduction()
    {
        await using var development = await ServiceProcess.StartApiAsync([.. _settings, ("ASPNETCORE_ENVIRONMENT", "Development")]);
        await using var production = await ServiceProcess.StartApiAsync([.. _settings, ("ASPNETCORE_ENVIRONMENT", "Production")]);
        Assert.Contains("Hosting environment: Development", development.Output);

        foreach (var (head, body) in _requests)
        {
            var responses = await Task.WhenAll(new[] { development, production }.Select(api => RawRequest.SendAsync(api.Address, head, body)));

            Assert.NotEmpty(responses[1]);
            Assert.Equal(Comparable(responses[1]), Comparable(responses[0]));
        }
    }

    [Fact]
    public async Task Exception_InDevelopment_GivesTheFailureBody()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        foreach (var (name, value) in _settings)
            builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.AddPipeline();
        builder.AddListCaching();
        await using var app = builder.Build();
        app.UsePipeline();
        app.Map("/fails", string () => throw new InvalidOperationException("A secret of the database."));
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var response = await client.GetAsync(new Uri("/fails", UriKind.Relative), TestContext.Current.CancellationToken);

        (await ApiResponse.ReadAsync(response)).MustFail(System.Net.HttpStatusCode.InternalServerError, "An error occurred");
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static string Comparable(string response) => Chance().Replace(response, "");

    [GeneratedRegex("(?m)^Date: .*$|\"trace_id\":\"[0-9a-f]+\"|(?<=^RateLimit: .*);t=[0-9]+|^[0-9a-f]+\r$")]
    private static partial Regex Chance();
}
