using System.Text.Json;
using PrimeTask.Tests.Web;

namespace PrimeTask.Tests.Contract;

/// <summary>Requests that the servers refuse by themselves, or that few clients send.</summary>
public sealed class RefusalTests(PrimeTaskApp app)
{
    private const string Close = "Host: localhost\r\nConnection: close\r\n";

    public static TheoryData<string, string, int> Refused => new()
    {
        { "web", $"POST /api/v1/auth/login/ HTTP/1.1\r\n{Close}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n", 400 },
        { "api", $"POST /api/v1/auth/login/ HTTP/1.1\r\n{Close}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n", 400 },
        { "web", $"GET /api/v1/tasks/ HTTP/1.1\r\n{Close}X-Large: {new string('a', 40_000)}\r\n\r\n", 431 },
        { "api", $"GET /api/v1/tasks/ HTTP/1.1\r\n{Close}X-Large: {new string('a', 40_000)}\r\n\r\n", 431 },
        { "web", $"GET / HTTP/1.1\r\n{Close}X-Large: {new string('a', 40_000)}\r\n\r\n", 431 },
        { "web", $"GET /api/v1/tasks/ HTTP/1.1\r\n{Close}{string.Concat(Enumerable.Range(0, 150).Select(number => $"X-{number}: a\r\n"))}\r\n", 431 },
        { "web", $"GET /api/v1/tasks/?search={new string('a', 9_000)} HTTP/1.1\r\n{Close}\r\n", 414 },
        { "api", $"GET /api/v1/tasks/?search={new string('a', 9_000)} HTTP/1.1\r\n{Close}\r\n", 414 },
        { "web", $"GET /{new string('a', 9_000)} HTTP/1.1\r\n{Close}\r\n", 414 },
        { "web", $"GET //api/v1/tasks/ HTTP/1.1\r\n{Close}\r\n", 404 },
        { "web", $"GET /api//v1/tasks/ HTTP/1.1\r\n{Close}\r\n", 404 },
        { "web", $"GET ///// HTTP/1.1\r\n{Close}\r\n", 404 },
        { "web", $"GET /app/missing.js HTTP/1.1\r\n{Close}\r\n", 404 },
        { "web", $"POST /index.html HTTP/1.1\r\n{Close}Content-Length: 0\r\n\r\n", 405 },
        { "web", $"POST / HTTP/1.1\r\n{Close}Transfer-Encoding: chunked\r\n\r\nzz\r\n", 405 },
        { "web", $"OPTIONS * HTTP/1.1\r\n{Close}\r\n", 405 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Request_RefusedByTheServer_GetsTheFailureBody(string server, string request, int status)
    {
        var response = await RawRequest.SendAsync(app.App.GetEndpoint(server), Encoding.ASCII.GetBytes(request));

        Assert.StartsWith($"HTTP/1.1 {status} ", response);
        var failure = JsonDocument.Parse(response[response.IndexOf('{', StringComparison.Ordinal)..(response.LastIndexOf('}') + 1)]).RootElement;
        Assert.False(failure.GetProperty("success").GetBoolean());
        Assert.NotEmpty(failure.GetProperty("errors").GetProperty("detail")[0].GetString()!);
        Assert.Matches("^[0-9a-f]{32}$", failure.GetProperty("trace_id").GetString()!);
    }

    [Fact]
    public async Task List_WithoutHost_LinksToTheAddressThatWasCalled()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync();
        await user.AddTaskAsync();
        // An address, as the one who calls has no name for it.
        var web = new UriBuilder(app.BaseAddress) { Host = "127.0.0.1" }.Uri;

        var list = await RawRequest.SendAsync(web, Encoding.ASCII.GetBytes($"GET /api/v1/tasks/?page_size=1 HTTP/1.0\r\nAuthorization: Bearer {user.Access}\r\n\r\n"));
        var created = await RawRequest.SendAsync(web, Encoding.ASCII.GetBytes(
            $"POST /api/v1/tasks/ HTTP/1.0\r\nAuthorization: Bearer {user.Access}\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{{\"title\":\"x\"}}"));

        Assert.Contains($"\"next\":\"{web}api/v1/tasks/?page_size=1", list, StringComparison.Ordinal);
        Assert.Contains($"Location: {web}api/v1/tasks/", created, StringComparison.Ordinal);
    }

    /// <summary>Latin-1, UTF-8 and what is neither: to a proxy they are bytes.</summary>
    [Theory]
    [InlineData("\u00e9")]
    [InlineData("\u00c3\u00a9")]
    [InlineData("\u00ff\u00fe\u0080")]
    public async Task Header_WithBytesOutsideAscii_IsPassedOnAsItIs(string bytes)
    {
        await using var replica = await Replica.StartAsync();
        await using var web = await WebServer.StartAsync(replica.Address);
        var request = $"POST /api/echo HTTP/1.1\r\n{Close}User-Agent: {bytes}\r\nCookie: name=Jos{bytes}\r\nX-Odd: {bytes}\r\nbaggage: a=%E4%BD%A0\r\nContent-Length: 0\r\n\r\n";

        var response = await RawRequest.SendAsync(web.Client.BaseAddress!, Encoding.Latin1.GetBytes(request));

        Assert.StartsWith("HTTP/1.1 200 ", response);
        var headers = JsonDocument.Parse(response[response.IndexOf('{', StringComparison.Ordinal)..(response.LastIndexOf('}') + 1)]).RootElement.GetProperty("headers");
        Assert.Equal(bytes, headers.GetProperty("User-Agent").GetString());
        Assert.Equal($"name=Jos{bytes}", headers.GetProperty("Cookie").GetString());
        Assert.Equal(bytes, headers.GetProperty("X-Odd").GetString());
        Assert.Equal(1, replica.Writes);
    }

    [Fact]
    public async Task Request_WithBytesOutsideAscii_IsAnsweredAsWithoutThem()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var request = $"GET /api/v1/auth/profile/ HTTP/1.1\r\n{Close}Authorization: Bearer {user.Access}\r\nUser-Agent: \u00e9\r\nCookie: name=Jos\u00c3\u00a9; primetask_refresh=\u00ff\r\nIf-None-Match: \"\u00e9\"\r\n\r\n";

        Assert.StartsWith("HTTP/1.1 200 ", await RawRequest.SendAsync(app.BaseAddress, Encoding.Latin1.GetBytes(request)));
    }

    [Fact]
    public async Task Sessions_OfABrowserWithAnyName_ShowIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = app.BaseAddress };
        using var elsewhere = new ApiUser(client);
        // Cut in the middle of a character at 512.
        var (name, longest) = ("Z\u00fcrich \ud83c\udfe1", "a" + string.Concat(Enumerable.Repeat("\ud83c\udfe1", 300)));

        foreach (var agent in new[] { name, longest })
            await elsewhere.SendAsync(HttpMethod.Post, "auth/login/", new { email = user.Email, password = ApiUser.Password }, ("User-Agent", agent));

        var agents = (await user.GetAsync("auth/sessions/")).Data["results"]!.AsArray().Select(session => (string?)session!["user_agent"]).ToArray();
        Assert.Contains(name, agents);
        Assert.Contains(longest[..511], agents);
    }
}
