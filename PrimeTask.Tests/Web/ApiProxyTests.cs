using System.Net.Http.Json;
using System.Text.Json;

namespace PrimeTask.Tests.Web;

public sealed class ApiProxyTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Forward_BodyTooLarge_PassesTheApisRefusalOn()
    {
        using var client = app.CreateClient();
        using var body = new StringContent($$"""{"email":"{{new string('a', 2_000_000)}}"}""", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/api/v1/auth/login/", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var failure = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Request body too large", failure.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Forward_TwoReplicas_ShareTheLoad()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(first.Address, second.Address);

        var ports = new HashSet<int>();
        for (var i = 0; i < 40; i++)
            ports.Add((await PostAsync(web.Client, $"{i}")).Port);

        Assert.Equal(new[] { first.Address.Port, second.Address.Port }.Order(), ports.Order());
    }

    [Fact]
    public async Task Forward_ReplicasRestartInTurn_LosesNoRequest()
    {
        var first = await Replica.StartAsync();
        var second = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(first.Address, second.Address);

        var (firstAddress, secondAddress) = (first.Address, second.Address);
        await first.DisposeAsync();
        await ExpectEchoesAsync(web.Client, secondAddress.Port);
        first = await Replica.StartAsync(firstAddress);
        // At once, before a probe can have noticed that the first one is back.
        await second.DisposeAsync();
        await ExpectEchoesAsync(web.Client, firstAddress.Port);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Forward_CallerClaimsAnotherAddress_ReplicaSeesTheRealOne()
    {
        await using var replica = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(replica.Address);
        foreach (var header in new[] { "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded" })
            web.Client.DefaultRequestHeaders.Add(header, "forged");

        var headers = (await PostAsync(web.Client, "")).Headers;

        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal(web.Client.BaseAddress!.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        Assert.DoesNotContain("Forwarded", headers.Keys);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public async Task Forward_FromAProxy_BelievesOnlyThoseThatAreNamed(string trusted, bool believed)
    {
        await using var replica = await Replica.StartAsync();
        await using var web = await WebServer.StartBehindAsync(trusted, replica.Address);
        // The first address is what a caller of that proxy claimed to come from.
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9, 192.0.2.17");
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "tasks.example.com");
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var headers = (await PostAsync(web.Client, "")).Headers;

        Assert.Equal(believed ? "192.0.2.17" : "127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal(believed ? "tasks.example.com" : web.Client.BaseAddress!.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal(believed ? "https" : "http", headers["X-Forwarded-Proto"]);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("", false)]
    public async Task Register_BehindAProxyThatEndsTls_SetsASecureCookieForItsOwnOrigin(string trusted, bool isOwn)
    {
        await using var web = await WebServer.StartBehindAsync(trusted, app.App.GetEndpoint("api"));
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "tasks.example.com");
        web.Client.DefaultRequestHeaders.Add("X-PrimeTask-Client", "web");
        web.Client.DefaultRequestHeaders.Add("Origin", "https://tasks.example.com");
        var name = $"u{Guid.NewGuid():N}"[..20];

        using var response = await web.Client.PostAsJsonAsync(
            "/api/v1/auth/register/",
            new { email = $"{name}@example.com", username = name, password = ApiUser.Password, password_confirm = ApiUser.Password },
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        Assert.Equal(isOwn, cookies.Any(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task ExpectEchoesAsync(HttpClient client, int port)
    {
        for (var i = 0; i < 20; i++)
        {
            var echo = await PostAsync(client, $"body {i}");
            Assert.Equal($"body {i}", echo.Body);
            Assert.Equal(port, echo.Port);
        }
    }

    private static async Task<Echo> PostAsync(HttpClient client, string body)
    {
        using var content = new StringContent(body);
        using var response = await client.PostAsync("/api/echo", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Echo>(TestContext.Current.CancellationToken))!;
    }
}
