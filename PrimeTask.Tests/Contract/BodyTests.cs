namespace PrimeTask.Tests.Contract;

/// <summary>Bodies of all sorts, sent to every operation that takes one.</summary>
public sealed class BodyTests(PrimeTaskApp app)
{
    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON ; Charset=\"UTF-8\"; version=1")]
    public async Task Body_InUtf8HoweverThatIsSaid_IsRead(string type) =>
        await SendToAllAsync(type, "{}", response =>
        {
            Assert.InRange((int)response.Status, 200, 499);
            Assert.NotEqual(HttpStatusCode.UnsupportedMediaType, response.Status);
        });

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=\"iso-8859-1\"")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("application/json; charset")]
    [InlineData("application/json; charset=utf-8; charset=utf-16")]
    [InlineData("text/plain")]
    [InlineData(";;;")]
    public async Task Body_InAnotherCharsetOrType_IsRefused(string type) =>
        await SendToAllAsync(type, "{}", response => response.MustFail(HttpStatusCode.UnsupportedMediaType, "Unsupported media type"));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    [InlineData("nonsense")]
    public async Task Body_Compressed_IsRefusedWithWhatIsUnderstood(string coding) =>
        await SendToAllAsync("application/json", "{}", coding, response =>
        {
            response.MustFail(HttpStatusCode.UnsupportedMediaType, "Unsupported media type");
            Assert.Equal("identity", response.Header("Accept-Encoding"));
        });

    public static TheoryData<string> Unreadable =>
    [
        "", "\ufeff", "{", "{\"title\":\"\u00ff\u00fe\"}", "{\"\u00ff\":1}", "\u00ff", "\u0000", "{\"title\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"title\":1e999}",
        "nul", "[1,", new string('[', 200), "{\"email\":\"\u00c3\"}",
    ];

    /// <summary>Each character is sent as one byte, so that those above 127 are no UTF-8.</summary>
    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Body_Unreadable_IsAFailureOfTheCaller(string body) =>
        await SendToAllAsync("application/json", body, response =>
        {
            Assert.InRange((int)response.Status, 200, 499);
            if ((int)response.Status >= 400)
                response.MustFail(response.Status, (string)response.Body!["message"]!);
        });

    private Task SendToAllAsync(string type, string body, Action<ApiResponse> check) => SendToAllAsync(type, body, coding: null, check);

    private async Task SendToAllAsync(string type, string body, string? coding, Action<ApiResponse> check)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var operations = (await DocumentedResponses.DocumentAsync(app.BaseAddress)).Operations.Where(operation => operation.Operation["requestBody"] is JsonObject).ToArray();
        Assert.True(operations.Length > 10);

        foreach (var (method, path, _) in operations)
        {
            using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            if (coding is not null)
                content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            // What only admins may do is refused before its body is looked at, but not before its type is.
            var response = await user.SendAsync(new HttpMethod(method), path["/api/v1/".Length..].Replace("{id}", "1", StringComparison.Ordinal), content);
            check(response);
        }
    }
}
