using System.Net.Http.Headers;

namespace PrimeTask.Tests.Contract;

public sealed class HeadTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Head_OfEveryGetRoute_AnswersAsGetWithoutABody()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        var task = await admin.AddTaskAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", admin.Access);
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);
        string[] paths =
        [
            "/openapi/v1.json", "/swagger/index.html", "/redoc/index.html", "/health", "/alive", "/", "/index.html", "/some/page",
            .. document.Operations.Where(operation => operation.Method == "GET")
                .Select(operation => operation.Path.Replace("{id}", operation.Path.Contains("users", StringComparison.Ordinal) ? $"{admin.Id}" : $"{task}", StringComparison.Ordinal)),
            "/api/v1/tasks/9223372036854775807/", "/api/v1/tasks/?nonsense=1", "/api/v1/nothing/",
        ];
        Assert.True(paths.Length > 15);

        foreach (var path in paths)
        {
            using var get = await client.GetAsync(path, TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(get.StatusCode == head.StatusCode, $"{path}: {get.StatusCode}, {head.StatusCode}");
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Head_WithTheETagOfGet_IsNotModified()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = await user.AddTaskAsync();

        foreach (var path in new[] { $"tasks/{task}/", "tasks/" })
        {
            var etag = (await user.GetAsync(path)).ETag!;
            Assert.Equal(HttpStatusCode.NotModified, (await user.SendAsync(HttpMethod.Head, path, null, ("If-None-Match", etag))).Status);
        }
    }

    [Theory]
    [InlineData("tasks/", "GET, HEAD, POST")]
    [InlineData("tasks/1/", "DELETE, GET, HEAD, PATCH, PUT")]
    [InlineData("auth/profile/", "GET, HEAD, PATCH, PUT")]
    [InlineData("auth/login/", "POST")]
    public async Task Allow_OfAGetRoute_NamesHead(string path, string allowed)
    {
        using var nobody = ApiUser.Anonymous(app);

        var response = (await nobody.SendAsync(new HttpMethod("PROPFIND"), path)).MustFail(HttpStatusCode.MethodNotAllowed, "Method not allowed");

        Assert.Equal(allowed, string.Join(", ", response.Allow.Order()));
    }
}
