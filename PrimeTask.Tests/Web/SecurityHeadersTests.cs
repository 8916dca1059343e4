namespace PrimeTask.Tests.Web;

public sealed class SecurityHeadersTests(PrimeTaskApp app)
{
    internal static readonly Dictionary<string, string> Headers = new()
    {
        ["Content-Security-Policy"] =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Permissions-Policy"] =
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), "
            + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    };

    [Theory]
    [InlineData("/")]
    [InlineData("/register")]
    [InlineData("/favicon.svg")]
    [InlineData("/missing.js")]
    [InlineData("/health")]
    [InlineData("/api/v1/tasks/")]
    [InlineData("/api/v1/missing/")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_AnyPath_CarriesEveryHeaderOnce(string path)
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        foreach (var (name, value) in Headers)
            Assert.Equal(value, Assert.Single(response.Headers.GetValues(name)));
        Assert.DoesNotContain("Server", response.Headers.Select(header => header.Key));
    }

    /// <summary>Scripts and styles carry what is heeded on them: a worker has the policy of its script, a style's requests have its referrer policy.</summary>
    [Theory]
    [InlineData("/modules/app.js")]
    [InlineData("/start.js")]
    [InlineData("/styles/main.css")]
    public async Task Get_PartOfAPage_CarriesWhatConcernsIt(string path)
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy" })
            Assert.Equal(Headers[name], Assert.Single(response.Headers.GetValues(name)));
    }

    /// <summary>A browser that does not trust the address ignores the header and says so in the console.</summary>
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("app.localhost", true)]
    [InlineData("192.168.0.7", false)]
    [InlineData("tasks.example", false)]
    public async Task Get_WithoutHttps_IsolatesThePageWhereBrowsersHeedIt(string host, bool isolated)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.EnsureSuccessStatusCode();
        Assert.Equal(isolated, response.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/redoc/index.html")]
    public async Task Get_Documentation_AllowsInlineStylesButNoForeignCode(string path)
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        response.EnsureSuccessStatusCode();
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }
}
