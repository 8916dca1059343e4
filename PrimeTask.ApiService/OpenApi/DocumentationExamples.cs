using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>Gives every body an example: built from its schema, so that it can't contradict it.</summary>
internal static class DocumentationExamples
{
    private static readonly Dictionary<string, string> _values = new()
    {
        ["access"] = "eyJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIn0.c2lnbmF0dXJl",
        ["refresh"] = "eyJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCJ9.c2lnbmF0dXJl",
        ["email"] = "ann@example.com",
        ["owner_email"] = "ann@example.com",
        ["username"] = "ann",
        ["owner_username"] = "ann",
        ["actor_username"] = "ann",
        ["subject_username"] = "ann",
        ["first_name"] = "Ann",
        ["last_name"] = "Marsh",
        ["password"] = "a-quiet-Harbour-88",
        ["password_confirm"] = "a-quiet-Harbour-88",
        ["old_password"] = "a-quiet-Harbour-88",
        ["new_password"] = "a-windy-Harbour-99",
        ["new_password_confirm"] = "a-windy-Harbour-99",
        ["title"] = "Write the report",
        ["description"] = "Two pages, with figures.",
        ["time_zone"] = "Asia/Kolkata",
        ["status_display"] = "Pending",
        ["priority_display"] = "Low",
        ["op"] = "update",
        ["if_match"] = "\"3c5b0f7d\"",
        ["etag"] = "\"3c5b0f7d\"",
        ["next_cursor"] = "MGE5Zjh8NDJ8NjM5",
        ["next"] = "https://tasks.example.com/api/v1/tasks/?page=2",
        ["ip_address"] = "192.0.2.17",
        ["user_agent"] = "Mozilla/5.0",
        ["request_id"] = "0af7651916cd43dd8448eb211c80319c",
        ["span_id"] = "b7ad6b7169203331",
        ["trace_id"] = "0af7651916cd43dd8448eb211c80319c",
        ["message"] = "Task updated successfully",
    };

    private static readonly Dictionary<string, string> _messages = new()
    {
        ["register"] = "User registered successfully",
        ["login"] = "Login successful",
        ["refresh"] = "Token refreshed",
        ["logout"] = "Successfully logged out",
        ["listSessions"] = "Sessions retrieved successfully",
        ["getProfile"] = "Profile retrieved successfully",
        ["replaceProfile"] = "Profile updated successfully",
        ["updateProfile"] = "Profile updated successfully",
        ["changePassword"] = "Password changed successfully",
        ["listUsers"] = "Users retrieved successfully",
        ["getUser"] = "User retrieved successfully",
        ["replaceUser"] = "User updated successfully",
        ["updateUser"] = "User updated successfully",
        ["listAudit"] = "Security events retrieved successfully",
        ["listTasks"] = "Tasks retrieved successfully",
        ["listAllTasks"] = "Tasks retrieved successfully",
        ["createTask"] = "Task created successfully",
        ["getTask"] = "Task retrieved successfully",
        ["replaceTask"] = "Task updated successfully",
        ["updateTask"] = "Task updated successfully",
        ["changeTasks"] = "All operations succeeded",
        ["getTaskStats"] = "Statistics retrieved successfully",
        ["getCompletedPerDay"] = "Statistics retrieved successfully",
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var media in operation.RequestBody?.Content?.Values.AsEnumerable() ?? [])
                media.Example = Of(media.Schema, "");
            foreach (var (status, response) in operation.Responses ?? [])
            {
                var code = int.Parse(status, CultureInfo.InvariantCulture);
                foreach (var media in response.Content?.Values.AsEnumerable() ?? [])
                    media.Example = code >= 400 ? Failure(code) : Success(media.Schema, operation);
            }
        }
    }

    private static JsonNode? Success(IOpenApiSchema? schema, OpenApiOperation operation)
    {
        var example = Of(schema, "");
        if (example is JsonObject envelope && envelope.ContainsKey("message"))
            envelope["message"] = _messages[operation.OperationId!];
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
            ["trace_id"] = _values["trace_id"],
        };
    }

    private static JsonNode? Of(IOpenApiSchema? schema, string name)
    {
        if (schema is null)
            return null;
        if (schema.OneOf is { Count: > 0 } choices)
            return Of(choices.First(choice => choice.Type != JsonSchemaType.Null), name);
        if (schema.Enum is { Count: > 0 } values)
            return values[0].DeepClone();
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => OfObject(schema),
            JsonSchemaType.Array => new JsonArray(Of(schema.Items, name)),
            JsonSchemaType.Integer => name == "status" ? StatusCodes.Status200OK : 1,
            JsonSchemaType.Boolean => true,
            _ when name == "previous" => null,
            _ when schema.Format == "date" => "2026-12-01",
            _ when schema.Format == "date-time" => "2026-12-01T08:00:00Z",
            _ => _values.GetValueOrDefault(name, "text"),
        };
    }

    private static JsonObject OfObject(IOpenApiSchema schema)
    {
        var example = new JsonObject();
        foreach (var (name, member) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(member => member.Key != "errors"))
            example[name] = Of(member, name);
        if (schema.AdditionalProperties is not null)
            example["detail"] = Of(schema.AdditionalProperties, "detail");
        return example;
    }
}
