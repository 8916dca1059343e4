using System.Text.Json.Serialization;

namespace PrimeTask.Web;

/// <summary>The API's failure body, for the one failure that the proxy itself reports.</summary>
internal sealed record Failure(bool Success, string Message, IReadOnlyDictionary<string, string[]> Errors, string TraceId)
{
    public static Failure ServiceUnavailable(string traceId) => new(
        Success: false,
        "Service unavailable",
        new Dictionary<string, string[]>
        {
            ["detail"] = ["PrimeTask's API does not answer at the moment. Try again in a few seconds."],
        },
        traceId);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Failure))]
internal sealed partial class FailureJsonContext : JsonSerializerContext;
