using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>Adds to every operation what its handler's signature does not say: parameters, who may call it, the failures that all share.</summary>
internal sealed class OperationDocumentation : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryMetadata>().SelectMany(query => query.Parameters))
            operation.Parameters.Add(Describe(parameter));
        foreach (var header in metadata.OfType<HeaderMetadata>())
            operation.Parameters.Add(Describe(header));

        var failure = await context.GetOrCreateSchemaAsync(typeof(FailureBody), null, cancellationToken);
        context.Document?.AddComponent(nameof(FailureBody), failure);
        var isPublic = metadata.OfType<IAllowAnonymous>().Any();
        operation.Security = isPublic
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [] }];
        if (!isPublic)
            AddFailure(operation, context.Document, 401);

        if (metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null))
            AddFailure(operation, context.Document, 403);
        foreach (var status in operation.RequestBody is null ? SharedFailures : [.. SharedFailures, 400, 413, 415])
            AddFailure(operation, context.Document, status);
        if (metadata.OfType<HeaderMetadata>().Contains(HeaderMetadata.IfNoneMatch))
            operation.Responses!.TryAdd("304", new OpenApiResponse { Description = "Not modified: the ETag in If-None-Match is still the right one." });
        foreach (var status in new[] { "429", "503" })
            ((OpenApiResponse)operation.Responses![status]).Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = RetryAfter };
        Sort(operation);
    }

    private static OpenApiHeader RetryAfter { get; } = new()
    {
        Description = "In how many seconds it is worth to ask again.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
    };

    private static int[] SharedFailures { get; } = [429, 500, 503];

    private static OpenApiParameter Describe(QueryParameter parameter)
    {
        OpenApiSchema[] kinds = [.. new[] { Choice(parameter), Number(parameter) }.OfType<OpenApiSchema>()];
        var one = kinds switch
        {
            [] => new OpenApiSchema { Type = JsonSchemaType.String, Format = parameter.Format, MaxLength = parameter.Format is null ? parameter.MaxLength : null },
            [var kind] => kind,
            _ => new OpenApiSchema { AnyOf = [.. kinds] },
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Style = parameter.Several ? ParameterStyle.Form : null,
            Explode = false,
            Schema = parameter.Several ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
            Example = parameter.Several ? new JsonArray([.. parameter.Example.Split(',').Select(value => JsonValue.Create(value))])
                : long.TryParse(parameter.Example, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                : JsonValue.Create(parameter.Example),
        };
    }

    private static OpenApiSchema? Choice(QueryParameter parameter) => parameter.Allowed is null ? null : new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Enum = [.. parameter.Allowed.Select(value => JsonValue.Create(value))],
    };

    private static OpenApiSchema? Number(QueryParameter parameter) => parameter.Range is not var (min, max) ? null : new OpenApiSchema
    {
        Type = JsonSchemaType.Integer,
        Minimum = min.ToString(CultureInfo.InvariantCulture),
        // More digits than that a reader of JSON may round.
        Format = max == long.MaxValue ? "int64" : null,
        Maximum = max == long.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture),
    };

    private static OpenApiParameter Describe(HeaderMetadata header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Description = header.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = header.MaxLength },
        Example = JsonValue.Create(header.Example),
    };

    private static void AddFailure(OpenApiOperation operation, OpenApiDocument? document, int status) =>
        (operation.Responses ??= []).TryAdd($"{status}", new OpenApiResponse
        {
            Description = Failures.Usual(status).Message,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(nameof(FailureBody), document) },
            },
        });

    private static void Sort(OpenApiOperation operation)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.OrderBy(response => response.Key, StringComparer.Ordinal))
            sorted[status] = response;
        operation.Responses = sorted;
    }
}

/// <summary>A header that an operation understands.</summary>
internal sealed record HeaderMetadata(string Name, string Description, string Example)
{
    /// <summary>In characters; null for any.</summary>
    public int? MaxLength { get; init; }

    public static HeaderMetadata IfMatch { get; } = new("If-Match", "The ETag of the task as it was read: 412 when it has changed since.", "\"3c5b0f7d\"");

    public static HeaderMetadata IfNoneMatch { get; } = new("If-None-Match", "The ETag of the response that the caller has: 304 when it is still right.", "\"3c5b0f7d\"");
}
