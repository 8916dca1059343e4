namespace PrimeTask.Tests.Sessions;

/// <summary>What is taken away is gone at once, on every replica: each check is sent several times, and the proxy spreads them.</summary>
public sealed class RevocationTests(PrimeTaskApp app)
{
    private const int Spread = 6;

    [Fact]
    public async Task Logout_EndsTheSessionForBothTokens()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await MustAllBeAsync(user, HttpStatusCode.OK);
        (await user.PostAsync("auth/logout/", new { })).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        (await user.PostAsync("auth/logout/", new { refresh = "garbage" })).MustFail(HttpStatusCode.BadRequest, "Invalid token");

        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/logout/", new { refresh = user.Refresh })).Status);

        await MustAllBeAsync(user, HttpStatusCode.Unauthorized);
        (await user.PostAsync("auth/refresh/", new { refresh = user.Refresh })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }

    [Fact]
    public async Task Logout_WithSomebodyElsesToken_IsRefusedAndHarmsNobody()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);

        (await other.PostAsync("auth/logout/", new { refresh = user.Refresh })).MustFail(HttpStatusCode.BadRequest, "Invalid token");

        await MustAllBeAsync(user, HttpStatusCode.OK);
    }

    [Fact]
    public async Task ChangePassword_EndsTheOtherSessionsOnly()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var elsewhere = ApiUser.Anonymous(app);
        await elsewhere.LoginAsync(user.Email, ApiUser.Password);
        const string New = "another-Harbour-99";

        var wrong = (await user.SendAsync(HttpMethod.Put, "auth/change-password/", new { old_password = "wrong", new_password = "12", new_password_confirm = "13" }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.Equal(["Current password is incorrect."], wrong.Errors("old_password"));
        Assert.NotEmpty(wrong.Errors("new_password"));
        Assert.Equal(["Passwords do not match."], wrong.Errors("new_password_confirm"));
        await MustAllBeAsync(elsewhere, HttpStatusCode.OK);

        var changed = await user.SendAsync(
            HttpMethod.Put, "auth/change-password/", new { old_password = ApiUser.Password, new_password = New, new_password_confirm = New });

        Assert.Equal("Password changed successfully", (string)changed.Body!["message"]!);
        await MustAllBeAsync(user, HttpStatusCode.OK);
        await MustAllBeAsync(elsewhere, HttpStatusCode.Unauthorized);
        await elsewhere.LoginAsync(user.Email, New);
    }

    [Fact]
    public async Task EndSession_OfAnotherDevice_EndsThatOneOnly()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var elsewhere = ApiUser.Anonymous(app);
        await elsewhere.LoginAsync(user.Email, ApiUser.Password);
        var sessions = (await user.GetAsync("auth/sessions/")).Data["results"]!.AsArray();
        Assert.Equal(2, sessions.Count);

        var other = sessions.Single(session => !(bool)session!["current"]!)!;
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"auth/sessions/{other["id"]}/")).Status);

        await MustAllBeAsync(elsewhere, HttpStatusCode.Unauthorized);
        await MustAllBeAsync(user, HttpStatusCode.OK);
    }

    [Fact]
    public async Task RoleAndState_ChangedByAnAdmin_HoldAtOnceForTokensAlreadyGiven()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var path = $"auth/admin/users/{user.Id}/";

        await admin.SendAsync(HttpMethod.Patch, path, new { role = "admin" });
        await MustAllBeAsync(user, HttpStatusCode.OK, "tasks/admin/all/");
        await admin.SendAsync(HttpMethod.Patch, path, new { role = "user" });
        await MustAllBeAsync(user, HttpStatusCode.Forbidden, "tasks/admin/all/");
        await admin.SendAsync(HttpMethod.Patch, path, new { is_active = false });
        await MustAllBeAsync(user, HttpStatusCode.Unauthorized, "tasks/");
        (await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }))
            .MustFail(HttpStatusCode.Unauthorized, "Authentication failed");

        var audit = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&ordering=at")).Data["results"]!.AsArray();
        Assert.Equal(
            ["registered", "role_changed", "role_changed", "deactivated", "sign_in_refused"],
            audit.Select(entry => (string)entry!["event"]!));
        Assert.Equal(admin.Id, (long)audit[1]!["actor"]!);
    }

    [Fact]
    public async Task Delete_AUser_TakesTheTasksAndTokensAlong()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await user.AddTaskAsync();
        Assert.Equal(1, (int)(await admin.GetAsync($"tasks/?owner={user.Id}")).Data["count"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/")).Status);

        await MustAllBeAsync(user, HttpStatusCode.Unauthorized);
        Assert.Equal(0, (int)(await admin.GetAsync($"tasks/?owner={user.Id}")).Data["count"]!);
        (await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{admin.Id}/"))
            .MustFail(HttpStatusCode.BadRequest, "You cannot delete your own account");
    }

    private static async Task MustAllBeAsync(ApiUser user, HttpStatusCode expected, string path = "tasks/")
    {
        for (var request = 0; request < Spread; request++)
            Assert.Equal(expected, (await user.GetAsync(path)).Status);
    }
}
