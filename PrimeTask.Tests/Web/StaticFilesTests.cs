using System.Net.Http.Headers;

namespace PrimeTask.Tests.Web;

public sealed class StaticFilesTests(PrimeTaskApp app)
{
    public static TheoryData<string, string> Files => new()
    {
        { "/", "text/html" },
        { "/index.html", "text/html" },
        { "/modules/app.js", "text/javascript" },
        { "/start.js", "text/javascript" },
        { "/styles/main.css", "text/css" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Get_File_IsRevalidatedAndCompressed(string path, string mediaType)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.True(response.Headers.CacheControl?.NoCache);

        client.DefaultRequestHeaders.IfNoneMatch.Add(response.Headers.ETag!);
        using var again = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Get_Icon_IsCompressedAndKeptForAnHour()
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await client.GetAsync("/favicon.svg", TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(TimeSpan.FromHours(1), response.Headers.CacheControl?.MaxAge);
        Assert.True(response.Headers.CacheControl?.MustRevalidate);
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/some/page/of/the/app")]
    public async Task Get_ClientRoute_ReturnsTheStartPage(string path)
    {
        using var client = app.CreateClient();

        var page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("data-app", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/app/missing.js")]
    [InlineData("/missing.css")]
    [InlineData("/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    public async Task Get_MissingAsset_Returns404(string path)
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
