using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PrimeTask.ApiService.Http;

/// <summary>The OpenAPI document, and Swagger UI and ReDoc on it.</summary>
public static class Documentation
{
    private const string Bearer = "Bearer";
    private const string DocumentPath = "/openapi/v1.json";

    public static void AddDocumentation(this IHostApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type =>
                MaybeSchemas.IsMaybe(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "PrimeTask API",
                    Version = "v1",
                    Description = "Accounts, sessions and tasks. Sign in with `login`, then send `Authorization: Bearer <access>`.",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description = "The access token from register, login or refresh.",
                };
                document.Paths = ShowTrailingSlashes(document.Paths);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationDocumentation>();
            options.AddSchemaTransformer(MaybeSchemas.UnwrapAsync);
        });

    /// <summary>Paths work with and without; the document shows them as the routes are declared.</summary>
    private static OpenApiPaths ShowTrailingSlashes(OpenApiPaths paths)
    {
        var shown = new OpenApiPaths();
        foreach (var (path, item) in paths)
            shown[path.TrimEnd('/') + "/"] = item;
        return shown;
    }

    public static void UseDocumentationPages(this WebApplication app)
    {
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "PrimeTask API";
            options.SwaggerEndpoint(DocumentPath, "PrimeTask API v1");
        });
        app.UseReDoc(options =>
        {
            options.RoutePrefix = "redoc";
            options.DocumentTitle = "PrimeTask API";
            options.SpecUrl = DocumentPath;
            // The page that comes with it loads fonts from another host.
            options.IndexStream = () => typeof(Documentation).Assembly.GetManifestResourceStream("PrimeTask.ApiService.Http.redoc.html")!;
        });
    }

    public static void MapDocumentation(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    /// <summary>Names the query's parameters, for routes that read the query themselves.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder route, IReadOnlyCollection<QueryParameter> parameters) =>
        route.WithMetadata(new QueryMetadata(parameters));
}

internal sealed record QueryMetadata(IReadOnlyCollection<QueryParameter> Parameters);
