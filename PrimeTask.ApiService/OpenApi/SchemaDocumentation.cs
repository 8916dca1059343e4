using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>Schemas of what our converters read and write.</summary>
internal static class SchemaDocumentation
{
    /// <summary>In the metadata of a schema: examples show null.</summary>
    internal const string IsNull = "null";

    /// <summary>What a member of a resource can be.</summary>
    private const JsonSchemaType AnyMember = JsonSchemaType.String | JsonSchemaType.Integer | JsonSchemaType.Boolean | JsonSchemaType.Array | JsonSchemaType.Null;

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
        else if (type == typeof(JsonElement))
            (schema.Type, schema.Items) = (AnyMember, new OpenApiSchema { Type = JsonSchemaType.String });
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property && ExampleOf(property) is { } example)
            schema.Examples = [example is string json && IsObject(schema) ? JsonNode.Parse(json)! : JsonSerializer.SerializeToNode(example)!];
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo shownAsNull && shownAsNull.GetCustomAttribute<ExampleAttribute>() is { Value: null })
            schema.Metadata = new Dictionary<string, object> { [IsNull] = true };
        ShowComputed(schema, context);
        ShowLeftOut(schema, context);
        if (type.IsDefined(typeof(PartialAttribute), inherit: false))
            schema.Required = null;
    }

    /// <summary>An attribute has no objects: their examples are written as JSON.</summary>
    private static bool IsObject(OpenApiSchema schema) => schema.Type?.HasFlag(JsonSchemaType.Object) == true;

    private static object? ExampleOf(PropertyInfo property) =>
        property.GetCustomAttribute<ExampleAttribute>()?.Value ?? property.GetCustomAttribute<TextRuleAttribute>()?.Example;

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
        (schema.Type, schema.Format, schema.Enum, schema.Description) = (inner.Type ?? JsonSchemaType.String, inner.Format, inner.Enum, null);
        (schema.Items, schema.AdditionalProperties) = (inner.Items, inner.AdditionalProperties);
        if (context.JsonPropertyInfo?.AttributeProvider is not PropertyInfo property)
            return;

        var member = BodyMember.Of(property);
        if (member.IsNullable)
            schema.Type |= JsonSchemaType.Null;
        if (member.TextList is { } list)
        {
            (schema.Type, schema.MaxItems) = (JsonSchemaType.Array, list.MaxItems);
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = list.MaxLength, Pattern = TextListAttribute.Pattern, Examples = [list.Example!] };
        }

        if (member.Text is { } text)
        {
            (schema.Format, schema.Pattern) = (text.Format, text.Pattern);
            schema.MinLength = text.MinLength > 0 ? text.MinLength : null;
            schema.MaxLength = text.MaxLength < int.MaxValue ? text.MaxLength : null;
        }
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
