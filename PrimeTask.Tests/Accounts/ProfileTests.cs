namespace PrimeTask.Tests.Accounts;

public sealed class ProfileTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Profile_Changed_ShowsInItselfAndInTaskLists()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync();
        var renamed = $"r{Guid.NewGuid():N}"[..20];

        (await user.SendAsync(HttpMethod.Put, "auth/profile/", new { first_name = "Ann" })).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        var taken = (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { username = other.Username.ToUpperInvariant() }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.Equal(["A user with that username already exists."], taken.Errors("username"));

        var response = await user.SendAsync(HttpMethod.Put, "auth/profile/", new { username = renamed, first_name = " Ann ", role = "admin", email = "x@example.com" });

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal((renamed, "Ann", "user", user.Email),
            ((string)response.Data["username"]!, (string)response.Data["first_name"]!, (string)response.Data["role"]!, (string)response.Data["email"]!));
        Assert.Equal(renamed, (string)(await user.GetAsync("tasks/")).Data["results"]![0]!["owner_username"]!);
    }

    [Fact]
    public async Task Users_SearchedByAnAdmin_AreFoundWithTheirTasks()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await user.AddTaskAsync();

        var found = (await admin.GetAsync($"auth/admin/users/?search={user.Username.ToUpperInvariant()}&role=user&is_active=true")).Data;

        Assert.Equal(1, (int)found["count"]!);
        Assert.Equal(1, (int)found["results"]![0]!["tasks_count"]!);
        Assert.True((bool)found["results"]![0]!["is_active"]!);
        var wrong = (await admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { role = "root", is_active = (bool?)null }))
            .MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.NotEmpty(wrong.Errors("role"));
        Assert.Equal(["This field may not be null."], wrong.Errors("is_active"));
    }
}
