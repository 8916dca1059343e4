namespace PrimeTask.Tests.Sessions;

public sealed class RefreshTests(PrimeTaskApp app)
{
    private const string WebHeader = "X-PrimeTask-Client";

    [Fact]
    public async Task Refresh_SixteenAtOnce_ExactlyOneWinsAndItsTokensWork()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => user.PostAsync("auth/refresh/", new { refresh = user.Refresh })));

        var winner = Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
        Assert.Equal(15, responses.Count(response => response.Status == HttpStatusCode.Unauthorized));
        user.Use((string)winner.Body!["access"]!, (string)winner.Body["refresh"]!);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/refresh/", new { refresh = user.Refresh })).Status);
    }

    [Fact]
    public async Task Refresh_AgainWithTheSameIdempotencyKey_GivesTheVerySameTokens()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (body, key) = (new { refresh = user.Refresh }, ("Idempotency-Key", Guid.NewGuid().ToString()));

        var first = await user.PostAsync("auth/refresh/", body, key);
        var again = await user.PostAsync("auth/refresh/", body, key);
        var other = await user.PostAsync("auth/refresh/", body, ("Idempotency-Key", Guid.NewGuid().ToString()));
        var without = await user.PostAsync("auth/refresh/", body);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.False(first.Body.AsObject().ContainsKey("user"));
        other.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        without.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }

    [Fact]
    public async Task Refresh_WebClient_KeepsTheTokenInACookieThatScriptsCannotRead()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var login = await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }, (WebHeader, "web"));
        var cookie = login.Header("Set-Cookie")!;
        Assert.Null(login.Body!["refresh"]);
        foreach (var attribute in new[] { "httponly", "samesite=strict", "path=/api/v1/auth", "max-age=604800" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);

        var pair = cookie.Split(';')[0];
        (await user.PostAsync("auth/refresh/", new { }, ("Cookie", pair))).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        var refreshed = await user.SendAsync(HttpMethod.Post, "auth/refresh/", null, ("Cookie", pair), (WebHeader, "web"));
        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.Null(refreshed.Body!["refresh"]);
        Assert.Equal(user.Id, (long)refreshed.Body["user"]!["id"]!);
        Assert.StartsWith("primetask_refresh=", refreshed.Header("Set-Cookie"));
    }

    [Fact]
    public async Task Tokens_UsedForTheOtherPurpose_AreRefused()
    {
        using var user = await ApiUser.RegisterAsync(app);
        (await user.PostAsync("auth/refresh/", new { refresh = user.Access })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");

        user.Use(user.Refresh, user.Access);
        (await user.GetAsync("auth/profile/")).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }
}
