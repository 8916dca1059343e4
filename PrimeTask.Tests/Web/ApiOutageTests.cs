using System.Net.Http.Json;
using System.Text.Json;

namespace PrimeTask.Tests.Web;

public sealed class ApiOutageTests(ApiOutageTests.LoneWebServer web) : IClassFixture<ApiOutageTests.LoneWebServer>
{
    [Theory]
    [InlineData("GET", "/api/v1/tasks/")]
    [InlineData("POST", "/api/v1/tasks/")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/swagger")]
    [InlineData("GET", "/redoc/")]
    [InlineData("GET", "/openapi/v1.json")]
    public async Task Forward_NoReplicaAnswers_Returns503InTheContractsShape(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await web.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        var failure = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(failure.GetProperty("success").GetBoolean());
        Assert.Equal("Service unavailable", failure.GetProperty("message").GetString());
        Assert.NotEmpty(failure.GetProperty("errors").GetProperty("detail")[0].GetString()!);
        Assert.NotEmpty(failure.GetProperty("trace_id").GetString()!);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    [InlineData("/list")]
    public async Task Get_OwnPage_IsServedWithoutTheApi(string path)
    {
        using var response = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>A web server whose only replica is never there.</summary>
    public sealed class LoneWebServer : IAsyncLifetime
    {
        private WebServer? _server;

        internal HttpClient Client => _server!.Client;

        public async ValueTask InitializeAsync() => _server = await WebServer.StartAsync(new Uri("http://127.0.0.1:1"));

        public ValueTask DisposeAsync() => _server!.DisposeAsync();
    }
}
