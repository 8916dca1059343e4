using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>Somebody who uses the API through the public address.</summary>
public sealed class ApiUser(HttpClient client) : IDisposable
{
    /// <summary>Not the one of the documents, which Production refuses for an admin.</summary>
    public const string Password = "a-rusty-Harbour-77";

    public static ApiUser Anonymous(PrimeTaskApp app) => new(app.CreateClient());

    public string Username { get; } = $"u{Guid.NewGuid():N}"[..20];

    public string Email => $"{Username}@example.com";

    public long Id { get; private set; }

    public string Access { get; private set; } = "";

    public string Refresh { get; private set; } = "";

    /// <summary>A new account, signed in.</summary>
    public static Task<ApiUser> RegisterAsync(PrimeTaskApp app) => RegisterAsync(Anonymous(app));

    public static async Task<ApiUser> RegisterAsync(ApiUser user)
    {
        var response = await user.SendAsync(HttpMethod.Post, "auth/register/", user.Registration());
        Assert.True(response.Status == HttpStatusCode.Created, $"{response.Status}: {response.Body}");
        user.Id = (long)response.Data["user"]!["id"]!;
        user.Use((string)response.Data["tokens"]!["access"]!, (string)response.Data["tokens"]!["refresh"]!);
        return user;
    }

    /// <summary>A new account, signed in the way the web app does it.</summary>
    /// <returns>Also the value of the cookie with the refresh token.</returns>
    public static async Task<(ApiUser User, string Cookie)> RegisterInWebAsync(PrimeTaskApp app)
    {
        var user = Anonymous(app);
        var response = await user.PostAsync("auth/register/", user.Registration(), ("X-PrimeTask-Client", "web"));
        Assert.True(response.Status == HttpStatusCode.Created, $"{response.Status}: {response.Body}");
        user.Id = (long)response.Data["user"]!["id"]!;
        user.Use((string)response.Data["tokens"]!["access"]!, "");
        return (user, CookieOf(response));
    }

    public static async Task<ApiUser> SignInAdminAsync(PrimeTaskApp app)
    {
        var admin = Anonymous(app);
        await admin.LoginAsync(PrimeTaskApp.Admin.Email, PrimeTaskApp.Admin.Password);
        return admin;
    }

    public object Registration(string? email = null, string? username = null) => new
    {
        email = email ?? Email,
        username = username ?? Username,
        password = Password,
        password_confirm = Password,
    };

    public Task LoginAsync() => LoginAsync(Email, Password);

    public async Task LoginAsync(string email, string password)
    {
        var response = await SendAsync(HttpMethod.Post, "auth/login/", new { email, password });
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Id = (long)response.Body!["user"]!["id"]!;
        Use((string)response.Body["access"]!, (string)response.Body["refresh"]!);
    }

    /// <returns>The value of the cookie with the refresh token.</returns>
    public async Task<string> LoginInWebAsync()
    {
        var response = await PostAsync("auth/login/", new { email = Email, password = Password }, ("X-PrimeTask-Client", "web"));
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Use((string)response.Body!["access"]!, "");
        return CookieOf(response);
    }

    public void Use(string access, string refresh) => (Access, Refresh) = (access, refresh);

    public Task<ApiResponse> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiResponse> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<ApiResponse> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body), headers);

    public async Task<ApiResponse> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        if (Access.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Access);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    public async Task<long> AddTaskAsync(string title = "A task")
    {
        var response = await PostAsync("tasks/", new { title });
        Assert.True(response.Status == HttpStatusCode.Created, $"{response.Status}: {response.Body}");
        return (long)response.Data["id"]!;
    }

    /// <summary>Imports a file, and waits for the end.</summary>
    /// <returns>The import.</returns>
    public async Task<JsonNode> ImportAsync(string file, string type)
    {
        var started = await SendAsync(HttpMethod.Post, "import/", new StringContent(file, System.Text.Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.Created, started.Status);
        return await TransferAsync("import/");
    }

    /// <summary>Waits for the end of an export or import.</summary>
    public async Task<JsonNode> TransferAsync(string path)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            var transfer = (await GetAsync(path)).Data;
            if ((string?)transfer["state"] is "done" or "failed" or "none")
                return transfer;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It did not end: {transfer.ToJsonString()}");
        }
    }

    /// <summary>A response that is no JSON.</summary>
    public async Task<(HttpStatusCode Status, byte[] Content, HttpContentHeaders Headers)> DownloadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Access);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response.Content.Headers);
    }

    public void Dispose() => client.Dispose();

    private static string CookieOf(ApiResponse response) => response.Header("Set-Cookie")!.Split(';')[0].Split('=', 2)[1];
}

/// <summary>What the API said.</summary>
public sealed record ApiResponse(HttpStatusCode Status, JsonNode? Body, HttpHeaders Headers, IReadOnlyCollection<string> Allow, Uri? Location)
{
    public JsonNode Data => Body?["data"] ?? throw new InvalidOperationException($"The response has no data: {(int)Status} {Body?.ToJsonString()}");

    public string? ETag => Header("ETag");

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiResponse(
            response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers, [.. response.Content.Headers.Allow], response.Headers.Location);
    }

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public string[] Errors(string field) => [.. Body?["errors"]?[field]?.AsArray().Select(sentence => (string)sentence!) ?? []];

    /// <summary>The failure body of the contract, and nothing else in it.</summary>
    public ApiResponse MustFail(HttpStatusCode status, string message)
    {
        Assert.True(status == Status, $"{Status} and not {status}: {Body}");
        Assert.Equal(["success", "message", "errors", "trace_id"], Body!.AsObject().Select(member => member.Key));
        Assert.False((bool)Body["success"]!);
        Assert.Equal(message, (string)Body["message"]!);
        Assert.NotEmpty(Body["errors"]!.AsObject());
        Assert.All(Body["errors"]!.AsObject(), field => Assert.NotEmpty(field.Value!.AsArray()));
        Assert.Matches("^[0-9a-f]{32}$", (string)Body["trace_id"]!);
        return this;
    }
}
