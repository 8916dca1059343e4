namespace PrimeTask.Tests.Data;

/// <param name="User">New, signed in.</param>
/// <param name="Admin">Signed in.</param>
internal sealed record Callers(ApiUser User, ApiUser Admin);

/// <summary>One write of each kind: what prepares it, what does it, and what must be true then.</summary>
internal static class EveryWrite
{
    private const string NewPassword = "another-Harbour-89";

    internal delegate Task<(Func<Task<ApiResponse>> Act, Func<ApiResponse, Task> Check)> Write(Callers callers);

    internal static IReadOnlyDictionary<string, Write> ByName { get; } = new Dictionary<string, Write>
    {
        ["create a task"] = callers => CreateAsync(callers, []),
        ["create a task with a key"] = callers => CreateAsync(callers, [("Idempotency-Key", Guid.NewGuid().ToString())]),
        ["bulk"] = BulkAsync,
        ["change a task"] = callers => ChangeAsync(callers, HttpMethod.Patch),
        ["replace a task"] = callers => ChangeAsync(callers, HttpMethod.Put),
        ["delete a task"] = callers => DeleteTaskAsync(callers.User, callers.User, "tasks/{0}/"),
        ["delete anybody's task"] = callers => DeleteTaskAsync(callers.User, callers.Admin, "tasks/admin/{0}/delete/"),
        ["restore a task"] = RestoreAsync,
        ["register"] = RegisterAsync,
        ["sign in"] = SignInAsync,
        ["sign in with a wrong password"] = RefusedSignInAsync,
        ["refresh"] = RefreshAsync,
        ["sign out"] = callers => EndSessionAsync(callers, "logged_out", user => user.PostAsync("auth/logout/", new { refresh = user.Refresh }), HttpStatusCode.OK),
        ["end a session"] = EndOtherSessionAsync,
        ["change the profile"] = ProfileAsync,
        ["change the password"] = PasswordAsync,
        ["change a user"] = ChangeUserAsync,
        ["delete a user"] = DeleteUserAsync,
    };

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> CreateAsync(Callers callers, (string, string)[] headers) => Of(
        () => callers.User.PostAsync("tasks/", new { title = "Once" }, headers),
        async response =>
        {
            Assert.Equal(HttpStatusCode.Created, response.Status);
            var only = Assert.Single((await callers.User.GetAsync("tasks/")).Data["results"]!.AsArray());
            Assert.Equal((long)response.Data["id"]!, (long)only!["id"]!);
            await MustBeCurrentAsync(callers.User, response);
        });

    private static async Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> BulkAsync(Callers callers)
    {
        var (kept, gone) = (await callers.User.AddTaskAsync("Kept"), await callers.User.AddTaskAsync("Gone"));
        return (
            () => callers.User.PostAsync("tasks/bulk/", new
            {
                operations = new object[]
                {
                    new { op = "create", data = new { title = "New" } },
                    new { op = "update", id = kept, data = new { title = "Changed" } },
                    new { op = "delete", id = gone },
                },
            }),
            async response =>
            {
                Assert.Equal(HttpStatusCode.OK, response.Status);
                Assert.Equal([201, 200, 204], response.Data["results"]!.AsArray().Select(result => (int)result!["status"]!));
                var titles = (await callers.User.GetAsync("tasks/?ordering=title")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!);
                Assert.Equal(["Changed", "New"], titles);
            }
        );
    }

    /// <summary>With If-Match: whoever does it twice finds that the task has changed.</summary>
    private static async Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> ChangeAsync(Callers callers, HttpMethod method)
    {
        var task = await callers.User.PostAsync("tasks/", new { title = "Before" });
        return (
            () => callers.User.SendAsync(method, $"tasks/{task.Data["id"]}/", new { title = "After" }, ("If-Match", task.ETag!)),
            response =>
            {
                Assert.Equal(HttpStatusCode.OK, response.Status);
                return MustBeCurrentAsync(callers.User, response);
            }
        );
    }

    private static async Task MustBeCurrentAsync(ApiUser user, ApiResponse written)
    {
        var read = await user.GetAsync($"tasks/{written.Data["id"]}/");
        Assert.Equal((read.ETag, read.Data.ToJsonString()), (written.ETag, written.Data.ToJsonString()));
    }

    private static async Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> DeleteTaskAsync(ApiUser owner, ApiUser deleter, string path)
    {
        var id = await owner.AddTaskAsync();
        return (
            () => deleter.SendAsync(HttpMethod.Delete, string.Format(null, path, id)),
            async response =>
            {
                Assert.Equal(HttpStatusCode.NoContent, response.Status);
                Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"tasks/{id}/")).Status);
            }
        );
    }

    private static async Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> RestoreAsync(Callers callers)
    {
        var id = await callers.User.AddTaskAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await callers.User.SendAsync(HttpMethod.Delete, $"tasks/{id}/")).Status);
        return (
            () => callers.User.PostAsync($"tasks/{id}/restore/", new { }),
            response =>
            {
                Assert.Equal(HttpStatusCode.OK, response.Status);
                return MustBeCurrentAsync(callers.User, response);
            }
        );
    }

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> RegisterAsync(Callers callers)
    {
        var username = $"n{callers.User.Username}"[..20];
        return Of(
            () => callers.User.PostAsync("auth/register/", callers.User.Registration($"{username}@example.com", username)),
            async response =>
            {
                Assert.Equal(HttpStatusCode.Created, response.Status);
                await MustBeInAuditAsync(callers.Admin, (long)response.Data["user"]!["id"]!, "registered", 1);
                callers.User.Use((string)response.Data["tokens"]!["access"]!, (string)response.Data["tokens"]!["refresh"]!);
                Assert.Single((await callers.User.GetAsync("auth/sessions/")).Data["results"]!.AsArray());
            });
    }

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> SignInAsync(Callers callers) => Of(
        () => callers.User.PostAsync("auth/login/", new { email = callers.User.Email, password = ApiUser.Password }),
        async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.Status);
            callers.User.Use((string)response.Body!["access"]!, (string)response.Body["refresh"]!);
            Assert.Equal(2, (int)(await callers.User.GetAsync("auth/sessions/")).Data["count"]!);
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, "signed_in", 1);
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> RefusedSignInAsync(Callers callers) => Of(
        () => callers.User.PostAsync("auth/login/", new { email = callers.User.Email, password = "a-wrong-Harbour-89" }),
        async response =>
        {
            response.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, "sign_in_refused", 1);
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> RefreshAsync(Callers callers) => Of(
        () => callers.User.PostAsync("auth/refresh/", new { refresh = callers.User.Refresh }),
        async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.Status);
            var again = await callers.User.PostAsync("auth/refresh/", new { refresh = (string)response.Body!["refresh"]! });
            Assert.Equal(HttpStatusCode.OK, again.Status);
        });

    private static async Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> EndOtherSessionAsync(Callers callers)
    {
        var here = (callers.User.Access, callers.User.Refresh);
        await callers.User.LoginAsync();
        var sessions = (await callers.User.GetAsync("auth/sessions/")).Data["results"]!.AsArray();
        var other = sessions.Single(session => !(bool)session!["current"]!)!["id"]!;
        Assert.NotEqual(here.Access, callers.User.Access);
        return await EndSessionAsync(callers, "session_ended", user => user.SendAsync(HttpMethod.Delete, $"auth/sessions/{other}/"), HttpStatusCode.NoContent);
    }

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> EndSessionAsync(
        Callers callers, string audited, Func<ApiUser, Task<ApiResponse>> end, HttpStatusCode ended) => Of(
        () => end(callers.User),
        async response =>
        {
            Assert.Equal(ended, response.Status);
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, audited, 1);
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> ProfileAsync(Callers callers) => Of(
        () => callers.User.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Ada" }),
        async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.Status);
            Assert.Equal(response.Data.ToJsonString(), (await callers.User.GetAsync("auth/profile/")).Data.ToJsonString());
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> PasswordAsync(Callers callers) => Of(
        () => callers.User.SendAsync(
            HttpMethod.Put, "auth/change-password/", new { old_password = ApiUser.Password, new_password = NewPassword, new_password_confirm = NewPassword }),
        async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.Status);
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, "password_changed", 1);
            await callers.User.LoginAsync(callers.User.Email, NewPassword);
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> ChangeUserAsync(Callers callers) => Of(
        () => callers.Admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{callers.User.Id}/", new { is_active = false }),
        async response =>
        {
            Assert.Equal(HttpStatusCode.OK, response.Status);
            Assert.False((bool)response.Data["is_active"]!);
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, "deactivated", 1);
        });

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> DeleteUserAsync(Callers callers) => Of(
        () => callers.Admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{callers.User.Id}/"),
        async response =>
        {
            Assert.Equal(HttpStatusCode.NoContent, response.Status);
            await MustBeInAuditAsync(callers.Admin, callers.User.Id, "deleted", 1);
        });

    private static async Task MustBeInAuditAsync(ApiUser admin, long subject, string what, int times)
    {
        var entries = (await admin.GetAsync($"auth/admin/audit/?subject={subject}")).Data["results"]!.AsArray();
        Assert.Equal(times, entries.Count(entry => (string)entry!["event"]! == what));
    }

    private static Task<(Func<Task<ApiResponse>>, Func<ApiResponse, Task>)> Of(Func<Task<ApiResponse>> act, Func<ApiResponse, Task> check) => Task.FromResult((act, check));
}
