using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>Says of a member of a request body what its type does not say.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireAttribute : Attribute
{
    /// <summary>An enum whose wire names are allowed.</summary>
    public Type? Choices { get; init; }

    public bool Nullable { get; init; }

    public string? Format { get; init; }

    /// <summary>In characters; 0 for none.</summary>
    public int MinLength { get; init; }

    /// <summary>In characters; 0 for none.</summary>
    public int MaxLength { get; init; }
}

/// <summary>Schemas of what our converters read and write.</summary>
internal static class SchemaDocumentation
{
    internal static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);

    internal static async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (IsMaybe(type))
            await UnwrapAsync(schema, context, cancellationToken);
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (type == typeof(DateTimeOffset?))
            (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        ShowComputed(schema, context);
        ShowLeftOut(schema, context);
    }

    /// <summary>What is left out instead of being null need not be there.</summary>
    private static void ShowLeftOut(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            var ignored = property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), true).OfType<JsonIgnoreAttribute>();
            if (ignored?.Any(attribute => attribute.Condition == JsonIgnoreCondition.WhenWritingNull) == true)
                schema.Required?.Remove(property.Name);
        }
    }

    /// <summary>On the wire an optional member is its value.</summary>
    private static async Task UnwrapAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var inner = await context.GetOrCreateSchemaAsync(context.JsonTypeInfo.Type.GenericTypeArguments[0], null, cancellationToken);
        (schema.Type, schema.Format, schema.Description) = (inner.Type, inner.Format, null);
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(WireAttribute), false).SingleOrDefault() is not WireAttribute wire)
            return;

        schema.Format = wire.Format ?? schema.Format;
        schema.MinLength = wire.MinLength > 0 ? wire.MinLength : null;
        schema.MaxLength = wire.MaxLength > 0 ? wire.MaxLength : null;
        schema.Enum = wire.Choices is null
            ? null
            : [.. Enum.GetNames(wire.Choices).Select(name => JsonValue.Create(JsonNamingPolicy.SnakeCaseLower.ConvertName(name)))];
        if (wire.Nullable)
            schema.Type |= JsonSchemaType.Null;
    }

    /// <summary>What is computed is always there and never null.</summary>
    private static void ShowComputed(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        foreach (var property in context.JsonTypeInfo.Properties.Where(property => property is { Set: null, AssociatedParameter: null, PropertyType: var type } && type == typeof(string)))
        {
            if (schema.Properties?.TryGetValue(property.Name, out var shown) != true || shown is not OpenApiSchema text)
                continue;
            text.Type = JsonSchemaType.String;
            (schema.Required ??= new HashSet<string>()).Add(property.Name);
        }
    }
}
