using System.Net.Http.Headers;

namespace PrimeTask.Tests.Contract;

/// <summary>Failures that come from outside the handlers look like all others.</summary>
public sealed class FailureTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Request_WithoutToken_IsTold401WithAChallenge()
    {
        using var nobody = ApiUser.Anonymous(app);

        var response = (await nobody.GetAsync("tasks/")).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");

        Assert.StartsWith("Bearer", response.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Request_WithAForgedToken_IsTold401WithAChallenge()
    {
        using var nobody = ApiUser.Anonymous(app);
        nobody.Use("eyJhbGciOiJub25lIn0.eyJ1c2VyX2lkIjoxLCJ0b2tlbl90eXBlIjoiYWNjZXNzIn0.", "");

        var response = (await nobody.GetAsync("tasks/")).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");

        Assert.Contains("invalid_token", response.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Request_UnknownRoute_IsTold404()
    {
        using var nobody = ApiUser.Anonymous(app);

        (await nobody.GetAsync("nothing/here/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
    }

    [Fact]
    public async Task Request_WrongMethod_IsTold405WithTheAllowedOnes()
    {
        using var nobody = ApiUser.Anonymous(app);

        var response = (await nobody.SendAsync(HttpMethod.Delete, "auth/login/")).MustFail(HttpStatusCode.MethodNotAllowed, "Method not allowed");

        Assert.Equal(["POST"], response.Allow);
    }

    [Fact]
    public async Task Requests_OfAUser_FailByTheTable()
    {
        using var user = await ApiUser.RegisterAsync(app);

        (await user.GetAsync("tasks/admin/all/")).MustFail(HttpStatusCode.Forbidden, "Permission denied");
        (await user.GetAsync("tasks/9223372036854775807/")).MustFail(HttpStatusCode.NotFound, "Resource not found");
        (await user.SendAsync(HttpMethod.Post, "tasks/", Json("{\"title\": \"x\"}", "text/plain")))
            .MustFail(HttpStatusCode.UnsupportedMediaType, "Unsupported media type");
        (await user.SendAsync(HttpMethod.Post, "tasks/", Json(new string(' ', 1_100_000))))
            .MustFail(HttpStatusCode.RequestEntityTooLarge, "Request body too large");
        (await user.SendAsync(HttpMethod.Post, "tasks/", Json("{\"title\": "))).MustFail(HttpStatusCode.BadRequest, "Malformed request");

        var wrongType = (await user.SendAsync(HttpMethod.Post, "tasks/", Json("{\"title\": 5}")))
            .MustFail(HttpStatusCode.BadRequest, "Malformed request");
        Assert.NotEmpty(wrongType.Errors("title"));
    }

    private static StringContent Json(string text, string type = "application/json") =>
        new(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
}
