using System.Text.Encodings.Web;
using System.Text.Json;

namespace PrimeTask.Tests.OpenApi;

public sealed class OpenApiTests(PrimeTaskApp app)
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every change of the contract shows in the history of openapi.json; the new document lies beside the tests' output.</summary>
    [Fact]
    public async Task Document_OfTheApi_IsTheOneThatIsKept()
    {
        var document = (await DocumentedResponses.DocumentAsync(app.BaseAddress)).Json.ToJsonString(_readable) + "\n";
        var current = Path.Combine(AppContext.BaseDirectory, "openapi.current.json");
        await File.WriteAllTextAsync(current, document, TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "OpenApi", "openapi.json"), TestContext.Current.CancellationToken);

        Assert.True(kept == document, $"The API's document has changed. If that is meant: cp {current} PrimeTask.Tests/OpenApi/openapi.json");
    }

    [Fact]
    public async Task Operations_All_AreNamedAndExplainedWithExamplesThatFit()
    {
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);
        Assert.StartsWith("3.1", (string)document.Json["openapi"]!);
        Assert.Equal(
            document.Operations.SelectMany(operation => operation.Operation["tags"]!.AsArray()).Select(tag => (string)tag!).Distinct().Order(),
            document.Json["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).Order());

        foreach (var (method, path, operation) in document.Operations)
        {
            Assert.True(operation["operationId"] is not null && operation["summary"] is not null, $"{method} {path}");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Assert.True((parameter!["schema"]!["type"] ?? parameter["schema"]!["anyOf"]) is not null, $"{method} {path}: {parameter["name"]}");
            var bodies = operation["responses"]!.AsObject().Select(response => response.Value!["content"]).Append(operation["requestBody"]?["content"]);
            foreach (var body in bodies.Select(content => content?["application/json"]).OfType<JsonNode>())
                Assert.Empty(document.Check(body["schema"]!, body["example"], $"{method} {path}"));
        }
    }

    [Fact]
    public async Task Operations_ThatNeedASignIn_SayHow()
    {
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);

        Assert.Equal("bearer", (string)document.Json["components"]!["securitySchemes"]!["Bearer"]!["scheme"]!);
        Assert.Equal(
            ["confirmEmail", "login", "refresh", "register", "requestPasswordReset", "resetPassword"],
            document.Operations.Where(operation => operation.Operation["security"]!.AsArray().Count == 0).Select(operation => (string)operation.Operation["operationId"]!).Order());
    }
}
