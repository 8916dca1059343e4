namespace PrimeTask.Tests.Contract;

public sealed class NoStoreTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Responses_WithTokens_AreKeptNowhere()
    {
        using var user = ApiUser.Anonymous(app);

        var registered = await user.PostAsync("auth/register/", user.Registration());
        var signedIn = await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password });
        var refreshed = await user.PostAsync("auth/refresh/", new { refresh = (string)signedIn.Body!["refresh"]! });

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK], new[] { registered, signedIn, refreshed }.Select(response => response.Status));
        Assert.All([registered, signedIn, refreshed], response => Assert.Equal("no-store", response.Header("Cache-Control")));
    }

    [Fact]
    public async Task Responses_AboutAccounts_AreKeptNowhereWhoeverAsks()
    {
        using var nobody = ApiUser.Anonymous(app);
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var operations = (await DocumentedResponses.DocumentAsync(app.BaseAddress)).Operations
            .Where(operation => operation.Path.StartsWith("/api/v1/auth/", StringComparison.Ordinal)).ToArray();
        Assert.True(operations.Length > 10);

        foreach (var (method, path, operation) in operations)
        {
            foreach (var caller in new[] { nobody, user, admin })
            {
                var response = await caller.SendAsync(
                    new HttpMethod(method),
                    path["/api/v1/".Length..].Replace("{id}", $"{long.MaxValue}", StringComparison.Ordinal),
                    operation["requestBody"] is null ? null : new { });
                Assert.True(response.Header("Cache-Control") == "no-store", $"{method} {path}: {response.Status} {response.Header("Cache-Control")}");
            }
        }
    }
}
