namespace PrimeTask.Tests.Sessions;

public sealed class WebClientTests(PrimeTaskApp app)
{
    private static readonly (string, string) _web = ("X-PrimeTask-Client", "web");

    [Fact]
    public async Task Login_OfTheWebApp_SetsACookieThatOnlyTheAuthPathGets()
    {
        var (user, _) = await ApiUser.RegisterInWebAsync(app);
        using (user)
        {
            var response = await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }, _web);

            var cookie = response.Header("Set-Cookie")!.Split("; ").Select(part => part.ToLowerInvariant()).ToArray();
            Assert.Contains("httponly", cookie);
            Assert.Contains("samesite=strict", cookie);
            Assert.Contains("path=/api/v1/auth", cookie);
            Assert.Null((string?)response.Body!["refresh"]);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Origin", "https://elsewhere.example", false)]
    [InlineData("Origin", "null", false)]
    public async Task Refresh_WithTheCookie_WorksForPagesOfTheSameOriginOnly(string header, string value, bool works)
    {
        var (user, cookie) = await ApiUser.RegisterInWebAsync(app);
        using (user)
        {
            var response = await user.PostAsync("auth/refresh/", new { }, _web, ("Cookie", $"primetask_refresh={cookie}"), (header, value));

            Assert.Equal(works ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.Status);
            Assert.Equal(works, response.Header("Set-Cookie") is not null);
        }
    }

    /// <summary>A tab of the person before, who has not been told: the cookie is the next one's by now.</summary>
    [Fact]
    public async Task Logout_WithSomebodyElsesCookie_EndsTheOwnSessionAlone()
    {
        var (before, _) = await ApiUser.RegisterInWebAsync(app);
        var (next, cookie) = await ApiUser.RegisterInWebAsync(app);
        using (before)
        using (next)
        {
            var response = await before.PostAsync("auth/logout/", new { }, _web, ("Cookie", $"primetask_refresh={cookie}"));

            Assert.Equal((HttpStatusCode.OK, null), (response.Status, response.Header("Set-Cookie")));
            Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("auth/profile/")).Status);
            Assert.Equal(HttpStatusCode.OK, (await next.PostAsync("auth/refresh/", new { }, _web, ("Cookie", $"primetask_refresh={cookie}"))).Status);
        }
    }

    [Fact]
    public async Task Refresh_FromTheAppsOwnOrigin_Works()
    {
        var (user, cookie) = await ApiUser.RegisterInWebAsync(app);
        using (user)
        {
            var origin = app.BaseAddress.GetLeftPart(UriPartial.Authority);
            var response = await user.PostAsync("auth/refresh/", new { }, _web, ("Cookie", $"primetask_refresh={cookie}"), ("Origin", origin));

            Assert.Equal(HttpStatusCode.OK, response.Status);
        }
    }
}
