namespace PrimeTask.Tests.Access;

/// <summary>Who may call what. A new endpoint that is missing here fails <see cref="Routes_OfTheApi_AreAllInTheTable"/>.</summary>
public sealed class RouteTableTests(PrimeTaskApp app, RouteTableTests.Callers callers) : IClassFixture<RouteTableTests.Callers>
{
    private const string NoBody = "";

    /// <summary>Statuses for: anonymous, user (who owns the thing), other user, admin, inactive user, revoked session. 400 means: allowed, but nothing of use was sent.</summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        { "POST", "auth/register/", "{}", "400 400 400 400 400 400" },
        { "POST", "auth/login/", "{}", "400 400 400 400 400 400" },
        { "POST", "auth/refresh/", "{}", "400 400 400 400 400 400" },
        { "POST", "auth/logout/", "{\"refresh\": \"x\"}", "401 400 400 400 401 401" },
        // The shared application sends no mail.
        { "POST", "auth/password-reset/", "{\"email\": \"ann@example.com\"}", "409 409 409 409 409 409" },
        { "POST", "auth/password-reset/confirm/", "{}", "400 400 400 400 400 400" },
        { "POST", "auth/confirm-email/", "{}", "400 400 400 400 400 400" },
        { "POST", "auth/confirm-email/send/", NoBody, "401 409 409 409 401 401" },
        { "GET", "auth/profile/", NoBody, "401 200 200 200 401 401" },
        { "PUT", "auth/profile/", "{}", "401 400 400 400 401 401" },
        { "PATCH", "auth/profile/", "{}", "401 200 200 200 401 401" },
        { "PUT", "auth/change-password/", "{}", "401 400 400 400 401 401" },
        { "GET", "auth/sessions/", NoBody, "401 200 200 200 401 401" },
        { "DELETE", "auth/sessions/{session}/", NoBody, "401 204 404 404 401 401" },
        { "GET", "auth/admin/users/", NoBody, "401 403 403 200 401 401" },
        { "GET", "auth/admin/users/{user}/", NoBody, "401 403 403 200 401 401" },
        { "PUT", "auth/admin/users/{user}/", "{}", "401 403 403 200 401 401" },
        { "PATCH", "auth/admin/users/{user}/", "{\"last_name\": \"x\"}", "401 403 403 200 401 401" },
        { "DELETE", "auth/admin/users/{victim}/", NoBody, "401 403 403 204 401 401" },
        { "GET", "auth/admin/audit/", NoBody, "401 403 403 200 401 401" },
        { "GET", "tasks/", NoBody, "401 200 200 200 401 401" },
        { "POST", "tasks/", "{\"title\": \"x\"}", "401 201 201 201 401 401" },
        { "GET", "tasks/{task}/", NoBody, "401 200 404 200 401 401" },
        { "POST", "tasks/bulk/", "{}", "401 400 400 400 401 401" },
        { "PUT", "tasks/{task}/", "{\"title\": \"x\"}", "401 200 404 200 401 401" },
        { "PATCH", "tasks/{task}/", "{\"title\": \"x\"}", "401 200 404 200 401 401" },
        { "DELETE", "tasks/{task}/", NoBody, "401 204 404 204 401 401" },
        { "POST", "tasks/{task}/duplicate/", NoBody, "401 201 404 201 401 401" },
        { "POST", "tasks/{task}/complete/", NoBody, "401 200 404 200 401 401" },
        { "POST", "tasks/{task}/reopen/", NoBody, "401 200 404 200 401 401" },
        { "POST", "tasks/{task}/skip/", NoBody, "401 400 404 400 401 401" },
        { "GET", "tasks/{task}/history/", NoBody, "401 200 404 200 401 401" },
        { "GET", "tasks/trash/", NoBody, "401 200 200 200 401 401" },
        { "DELETE", "tasks/trash/", NoBody, "401 204 204 204 401 401" },
        { "POST", "tasks/{trashed}/restore/", NoBody, "401 200 404 200 401 401" },
        { "GET", "tasks/stats/", NoBody, "401 200 200 200 401 401" },
        { "GET", "tasks/stats/completed/", NoBody, "401 200 200 200 401 401" },
        { "GET", "tasks/admin/all/", NoBody, "401 403 403 200 401 401" },
        { "DELETE", "tasks/admin/{task}/delete/", NoBody, "401 403 403 204 401 401" },
        { "POST", "tasks/{task}/move/", "{\"first\": true}", "401 200 404 200 401 401" },
        { "GET", "projects/", NoBody, "401 200 200 200 401 401" },
        { "POST", "projects/", "{\"name\": \"x\"}", "401 201 201 201 401 401" },
        { "GET", "projects/{project}/", NoBody, "401 200 404 200 401 401" },
        { "PUT", "projects/{project}/", "{\"name\": \"x\"}", "401 200 404 200 401 401" },
        { "PATCH", "projects/{project}/", "{}", "401 200 404 200 401 401" },
        { "DELETE", "projects/{project}/", NoBody, "401 204 404 204 401 401" },
        { "POST", "projects/{deleted_project}/restore/", NoBody, "401 200 404 200 401 401" },
        { "POST", "projects/{project}/move/", "{\"last\": true}", "401 200 404 200 401 401" },
        { "GET", "projects/{project}/stats/", NoBody, "401 200 404 200 401 401" },
        { "GET", "views/", NoBody, "401 200 200 200 401 401" },
        { "POST", "views/", "{\"name\": \"x\"}", "401 201 201 201 401 401" },
        { "GET", "views/{view}/", NoBody, "401 200 404 404 401 401" },
        { "PUT", "views/{view}/", "{\"name\": \"x\"}", "401 200 404 404 401 401" },
        { "PATCH", "views/{view}/", "{}", "401 200 404 404 401 401" },
        { "DELETE", "views/{view}/", NoBody, "401 204 404 404 401 401" },
        { "POST", "views/{view}/move/", "{\"last\": true}", "401 200 404 404 401 401" },
        { "GET", "labels/", NoBody, "401 200 200 200 401 401" },
        { "PUT", "labels/{label}/", "{}", "401 200 200 200 401 401" },
        { "DELETE", "labels/{label}/", NoBody, "401 204 404 404 401 401" },
        { "POST", "labels/{deleted_label}/restore/", NoBody, "401 200 404 404 401 401" },
        { "POST", "export/", "{}", "401 400 400 400 401 401" },
        { "GET", "export/", NoBody, "401 200 200 200 401 401" },
        { "GET", "export/file/", NoBody, "401 404 404 404 401 401" },
        { "DELETE", "export/", NoBody, "401 404 404 404 401 401" },
        { "POST", "import/", NoBody, "401 400 400 400 401 401" },
        { "GET", "import/", NoBody, "401 200 200 200 401 401" },
        { "DELETE", "import/", NoBody, "401 404 404 404 401 401" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Route_ByCaller_AnswersAsTheTableSays(string method, string path, string body, string expected)
    {
        var statuses = new List<int>();
        foreach (var caller in callers.InOrder)
        {
            using var content = body == NoBody ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            var response = await caller.SendAsync(new HttpMethod(method), await callers.FillAsync(app, path), content);
            statuses.Add((int)response.Status);
            if ((int)response.Status >= 400)
                Assert.False((bool)response.Body!["success"]!);
        }

        Assert.Equal(expected, string.Join(' ', statuses));
    }

    [Fact]
    public async Task Routes_OfTheApi_AreAllInTheTable()
    {
        using var client = app.CreateClient();
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;

        var described = document["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {Plain(path.Key["/api/v1/".Length..])}"));
        var tested = Table.Select(row => $"{row.Data.Item1} {Plain(row.Data.Item2)}");

        Assert.Equal(tested.Order(), described.Order());

        static string Plain(string path) => System.Text.RegularExpressions.Regex.Replace(path, "{.*?}", "{}");
    }

    /// <summary>One of each kind, made once.</summary>
    public sealed class Callers(PrimeTaskApp app) : IAsyncLifetime
    {
        private readonly List<ApiUser> _all = [];

        public IReadOnlyList<ApiUser> InOrder => _all;

        private ApiUser User => _all[1];

        public async ValueTask InitializeAsync()
        {
            using var first = await ApiUser.SignInAdminAsync(app);
            // Another one than that of all tests, who may have exported or imported something.
            var admin = await ApiUser.RegisterAsync(app);
            await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{admin.Id}/", new { role = "admin" });
            await admin.LoginAsync();
            var inactive = await ApiUser.RegisterAsync(app);
            await admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{inactive.Id}/", new { is_active = false });
            var revoked = await ApiUser.RegisterAsync(app);
            await revoked.PostAsync("auth/logout/", new { refresh = revoked.Refresh });
            _all.AddRange([ApiUser.Anonymous(app), await ApiUser.RegisterAsync(app), await ApiUser.RegisterAsync(app), admin, inactive, revoked]);
        }

        public async Task<string> FillAsync(PrimeTaskApp app, string path)
        {
            if (path.Contains("{task}", StringComparison.Ordinal))
                return path.Replace("{task}", $"{await User.AddTaskAsync()}", StringComparison.Ordinal);
            if (path.Contains("{trashed}", StringComparison.Ordinal))
            {
                var trashed = await User.AddTaskAsync();
                await User.SendAsync(HttpMethod.Delete, $"tasks/{trashed}/");
                return path.Replace("{trashed}", $"{trashed}", StringComparison.Ordinal);
            }

            if (path.Contains("project}", StringComparison.Ordinal))
            {
                var id = $"{(long)(await User.PostAsync("projects/", new { name = "A project" })).Data["id"]!}";
                if (path.Contains("{deleted_project}", StringComparison.Ordinal))
                    await User.SendAsync(HttpMethod.Delete, $"projects/{id}/");
                return path.Replace("{deleted_project}", id, StringComparison.Ordinal).Replace("{project}", id, StringComparison.Ordinal);
            }

            if (path.Contains("{view}", StringComparison.Ordinal))
                return path.Replace("{view}", $"{(long)(await User.PostAsync("views/", new { name = "A view" })).Data["id"]!}", StringComparison.Ordinal);
            if (path.Contains("label}", StringComparison.Ordinal))
            {
                var name = $"l{Guid.NewGuid():N}";
                await User.SendAsync(HttpMethod.Put, $"labels/{name}/", new { });
                if (path.Contains("{deleted_label}", StringComparison.Ordinal))
                    await User.SendAsync(HttpMethod.Delete, $"labels/{name}/");
                return path.Replace("{deleted_label}", name, StringComparison.Ordinal).Replace("{label}", name, StringComparison.Ordinal);
            }

            if (path.Contains("{session}", StringComparison.Ordinal))
                return path.Replace("{session}", $"{await OtherSessionAsync(app)}", StringComparison.Ordinal);
            if (path.Contains("{victim}", StringComparison.Ordinal))
            {
                using var victim = await ApiUser.RegisterAsync(app);
                return path.Replace("{victim}", $"{victim.Id}", StringComparison.Ordinal);
            }

            return path.Replace("{user}", $"{User.Id}", StringComparison.Ordinal);
        }

        public ValueTask DisposeAsync()
        {
            _all.ForEach(caller => caller.Dispose());
            return ValueTask.CompletedTask;
        }

        /// <summary>A session of the user beside the one that the tests use.</summary>
        private async Task<long> OtherSessionAsync(PrimeTaskApp app)
        {
            using var elsewhere = ApiUser.Anonymous(app);
            await elsewhere.LoginAsync(User.Email, ApiUser.Password);
            var sessions = await elsewhere.GetAsync("auth/sessions/");
            return (long)sessions.Data["results"]!.AsArray().Single(session => (bool)session!["current"]!)!["id"]!;
        }
    }
}
