using System.Collections.Concurrent;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>Compares every response of the API that a test receives with the OpenAPI document.</summary>
internal sealed class DocumentedResponses(HttpMessageHandler inner, Uri address) : DelegatingHandler(inner)
{
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<ApiDocument>>> _documents = new();

    public static Task<ApiDocument> DocumentAsync(Uri address) =>
        _documents.GetOrAdd(address, served => new Lazy<Task<ApiDocument>>(() => ReadAsync(served))).Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        // Our web server speaks for an API that is away; it has no operations.
        if (!path.StartsWith("/api/v1/", StringComparison.Ordinal) || request.Method == HttpMethod.Options || request.Method == HttpMethod.Head)
            return response;

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var problems = (await DocumentAsync(address)).Check(request.Method, path, (int)response.StatusCode, body);
        Assert.Empty(problems);
        return response;
    }

    private static async Task<ApiDocument> ReadAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        return new ApiDocument(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!);
    }
}
