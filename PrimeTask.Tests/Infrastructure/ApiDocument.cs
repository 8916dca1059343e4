using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>
/// The OpenAPI document, and whether a response keeps to it. Stricter than a JSON Schema library would be: a member that is not described is an error too.
/// </summary>
internal sealed class ApiDocument(JsonNode document)
{
    // Fixed paths win over those with an id, as in routing.
    private readonly List<(Regex Path, JsonObject Operations)> _paths =
    [
        .. document["paths"]!.AsObject().OrderBy(path => path.Key.Contains('{', StringComparison.Ordinal))
            .Select(path => (new Regex($"^{Regex.Replace(path.Key.TrimEnd('/'), "{.*?}", "[^/]+")}/?$"), path.Value!.AsObject())),
    ];

    public JsonNode Json => document;

    public IEnumerable<(string Method, string Path, JsonObject Operation)> Operations => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject())));

    /// <returns>What the document does not say about this response.</returns>
    public IEnumerable<string> Check(HttpMethod method, string path, int status, string body)
    {
        var operation = _paths.FirstOrDefault(known => known.Path.IsMatch(path)).Operations?[method.Method.ToLowerInvariant()];
        if (operation is null)
            return status is 404 or 405 ? CheckFailure(body) : [$"{method} {path} answered {status}, but is not described."];
        if (operation["responses"]![status.ToString(CultureInfo.InvariantCulture)] is not { } response)
            return [$"{method} {path} answered {status}, which is not described.", body];
        if (response["content"]?["application/json"]?["schema"] is { } schema)
            return Parse(body) is var (json, problem) && problem is null ? Check(schema, json, "body") : [problem!];
        // A file is whatever it is.
        return body.Length == 0 || response["content"] is not null ? [] : [$"{method} {path} answered {status} with a body that is not described."];
    }

    public IEnumerable<string> Check(JsonNode schema, JsonNode? value, string where)
    {
        if (schema["$ref"] is { } reference)
            return Check(document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!, value, where);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(choice => !Check(choice!, value, where).Any()) ? [] : [$"{where} is none of its choices: {value?.ToJsonString()}"];
        if (schema["enum"] is JsonArray allowed && !allowed.Any(choice => JsonNode.DeepEquals(choice, value)))
            return [$"{where} is none of {allowed.ToJsonString()}: {value?.ToJsonString()}"];
        if (!Types(schema).Contains(TypeOf(value)))
            return [$"{where} is {TypeOf(value)} and not {string.Join(" or ", Types(schema))}."];
        return value switch
        {
            JsonObject members => CheckMembers(schema, members, where),
            JsonArray items => items.SelectMany((item, index) => Check(schema["items"]!, item, $"{where}[{index}]")),
            JsonValue text when (string?)schema["format"] == "date-time" && !Regex.IsMatch((string)text!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$") =>
                [$"{where} is no time in UTC: {text}"],
            _ => [],
        };
    }

    private IEnumerable<string> CheckFailure(string body) =>
        Parse(body) is var (json, problem) && problem is null ? Check(document["components"]!["schemas"]!["FailureBody"]!, json, "body") : [problem!];

    private IEnumerable<string> CheckMembers(JsonNode schema, JsonObject members, string where)
    {
        var missing = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name))
            .Select(name => $"{where}.{name} is missing.");
        return missing.Concat(members.SelectMany(member =>
            (schema["properties"]?[member.Key] ?? schema["additionalProperties"]) is { } described
                ? Check(described, member.Value, $"{where}.{member.Key}")
                : [$"{where}.{member.Key} is not described."]));
    }

    private static (JsonNode? Json, string? Problem) Parse(string body)
    {
        try
        {
            return (JsonNode.Parse(body), null);
        }
        catch (JsonException)
        {
            return (null, $"The body is no JSON: {body}");
        }
    }

    private static IEnumerable<string> Types(JsonNode schema) =>
        schema["type"] is JsonArray several ? several.Select(type => (string)type!)
        : schema["type"] is { } type ? [(string)type!]
        : schema["enum"] is null ? throw new InvalidOperationException($"A schema without a type: {schema.ToJsonString()}")
        : ["string"];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "integer",
    };
}
