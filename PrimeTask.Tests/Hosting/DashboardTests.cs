using System.Net;
using System.Text.Json;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Hosting;

/// <summary>The dashboard of the application that all tests share; nothing here stops anything.</summary>
public sealed class DashboardTests(PrimeTaskApp app) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = app.App.Engine.DashboardUrl };

    [Fact]
    public async Task Resources_RunningApplication_ListsEachWithItsReplicas()
    {
        var resources = (await AppHostProcess.ResourcesAsync(_http.BaseAddress!)).ToDictionary(resource => resource.GetProperty("name").GetString()!);

        Assert.Equal(["api", "cache", "migrations", "postgres", "primetask", "web"], resources.Keys.Order());
        Assert.Equal("Finished", resources["migrations"].GetProperty("state").GetString());
        var api = resources["api"];
        Assert.Equal(("Project", "Running"), (api.GetProperty("type").GetString(), api.GetProperty("state").GetString()));
        Assert.Equal(2, api.GetProperty("urls").GetArrayLength());
        var replicas = api.GetProperty("replicas").EnumerateArray().ToArray();
        Assert.Equal(["api-1", "api-2"], replicas.Select(replica => replica.GetProperty("id").GetString()));
        Assert.All(replicas, replica => Assert.Equal(JsonValueKind.Number, replica.GetProperty("pid").ValueKind));
    }

    [Fact]
    public async Task Logs_KnownResource_GivesItsLines()
    {
        var log = await _http.GetStringAsync("/api/resources/postgres/logs", TestContext.Current.CancellationToken);

        Assert.Contains("database system is ready to accept connections", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', log);
    }

    [Theory]
    [InlineData("/api/resources/nothing/logs")]
    [InlineData("/api/resources/nothing/environment")]
    [InlineData("/nothing")]
    public async Task Get_UnknownAddress_Is404(string address)
    {
        using var response = await _http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Command_WithoutTheHeaderThatForeignPagesCannotSend_IsRefused()
    {
        using var response = await _http.PostAsync("/api/resources/nothing/stop", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Get_ForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/resources");
        request.Headers.Host = "rebound.example.com";

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Page_IsServedWithAPolicyThatAllowsItsOwnFilesOnly()
    {
        using var response = await _http.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();
}
