using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>Gives every body an example: built from its schema, so that it can't contradict it.</summary>
internal static class DocumentationExamples
{
    private const string Json = "application/json";

    /// <param name="document">Whose operations get examples.</param>
    /// <param name="messages">What each operation says when it has done its work, by its id.</param>
    public static void AddTo(OpenApiDocument document, IReadOnlyDictionary<string, string> messages)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var (type, media) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                media.Example = type == Json ? Of(media.Schema) : OfText(media);
            foreach (var (status, response) in operation.Responses ?? [])
            {
                var code = int.Parse(status, CultureInfo.InvariantCulture);
                foreach (var (_, media) in response.Content?.Where(content => content.Key == Json) ?? [])
                    media.Example = code >= 400 ? Failure(code) : Success(media.Schema, messages[operation.OperationId!]);
            }
        }
    }

    /// <summary>What is no JSON is a table of tasks.</summary>
    private static JsonValue OfText(OpenApiMediaType media)
    {
        media.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        return JsonValue.Create("title,due_on\nWrite the report,2026-12-01\n");
    }

    private static JsonNode? Success(IOpenApiSchema? schema, string message)
    {
        var example = Of(schema);
        example!["message"] = message;
        return example;
    }

    private static JsonObject Failure(int status)
    {
        var (message, detail) = Failures.Usual(status);
        return new JsonObject
        {
            ["success"] = false,
            ["message"] = status == StatusCodes.Status400BadRequest ? Failures.ValidationFailed : message,
            ["errors"] = status == StatusCodes.Status400BadRequest
                ? new JsonObject { ["title"] = new JsonArray(FieldErrors.Required) }
                : new JsonObject { [Failures.Detail] = new JsonArray(detail) },
            ["trace_id"] = "0af7651916cd43dd8448eb211c80319c",
        };
    }

    private static JsonNode? Of(IOpenApiSchema? schema)
    {
        if (schema is null)
            return null;
        if (schema is OpenApiSchema { Metadata: { } metadata } && metadata.ContainsKey(SchemaDocumentation.IsNull))
            return null;
        if (schema.OneOf is { Count: > 0 } choices)
            return Of(choices.First(choice => choice.Type != JsonSchemaType.Null));
        if ((schema.Examples ?? schema.Enum) is [var first, ..])
            return first.DeepClone();
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => OfObject(schema),
            JsonSchemaType.Array => new JsonArray(Of(schema.Items)),
            JsonSchemaType.Integer => 1,
            JsonSchemaType.Boolean => true,
            _ when schema.Format == "date" => "2026-12-01",
            _ when schema.Format == "date-time" => "2026-12-01T08:00:00Z",
            _ => "text",
        };
    }

    private static JsonObject OfObject(IOpenApiSchema schema)
    {
        var example = new JsonObject();
        foreach (var (name, member) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(member => member.Key != "errors"))
            example[name] = Of(member);
        // Of what is named by members of a task, one.
        if (schema.AdditionalProperties is { } any)
            example["title"] = Of(any);
        return example;
    }
}
