using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PrimeTask.ApiService.Http;

/// <summary>Adds to every operation what its handler's signature does not say: parameters of the query, who may call it, the failures that all share.</summary>
internal sealed class OperationDocumentation : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in metadata.OfType<QueryMetadata>().SelectMany(query => query.Parameters))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create(parameter.Example),
            });
        }

        var failure = await context.GetOrCreateSchemaAsync(typeof(FailureBody), null, cancellationToken);
        context.Document?.AddComponent(nameof(FailureBody), failure);
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [] }];
            AddFailure(operation, context.Document, "401", "No valid access token");
        }

        if (metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null))
            AddFailure(operation, context.Document, "403", "The role does not allow it");
        AddFailure(operation, context.Document, "429", "Too many requests");
        AddFailure(operation, context.Document, "500", "An error occurred");
        AddFailure(operation, context.Document, "503", "The service cannot answer right now");
    }

    private static void AddFailure(OpenApiOperation operation, OpenApiDocument? document, string status, string description)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(nameof(FailureBody), document) },
            },
        });
    }
}

/// <summary>On the wire an optional member is its value.</summary>
internal static class MaybeSchemas
{
    internal static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);

    internal static async Task UnwrapAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (!IsMaybe(type))
            return;

        var inner = await context.GetOrCreateSchemaAsync(type.GenericTypeArguments[0], null, cancellationToken);
        (schema.Type, schema.Format, schema.Description) = (inner.Type, inner.Format, null);
    }
}
