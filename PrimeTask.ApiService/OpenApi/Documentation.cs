using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>The OpenAPI document, and Swagger UI and ReDoc on it.</summary>
public static class Documentation
{
    private const string Bearer = "Bearer";
    private const string DocumentPath = "/openapi/v1.json";

    private static readonly (string Name, string Description)[] _tags =
    [
        ("Accounts", "Registration, sign-in, the own account and its sessions."),
        ("Administration", "Users and security events, for admins."),
        ("Tasks", "The own tasks; everybody's for admins."),
        ("Projects", "What tasks belong to; the own ones, everybody's for admins."),
        ("Labels", "The own labels, with their colours."),
        ("Views", "Saved filters, order and grouping of the list of tasks; the own ones."),
        ("Export and import", "The own data as a file, and tasks from a file."),
    ];

    public static void AddDocumentation(this IHostApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type =>
                SchemaDocumentation.IsMaybe(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddDocumentTransformer((document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "PrimeTask API",
                    Version = "v1",
                    License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                    Description =
                        """
                        Accounts, sessions and tasks. Sign in with `login`, then send `Authorization: Bearer <access>`. Bodies are JSON in UTF-8. Every GET answers HEAD too.

                        Text is kept in Unicode's NFC, and a character is one code point. Of control characters only tab and line breaks are allowed. A title or a name has a visible character.
                        """,
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
                // Of whoever serves the document: our proxy's public side as well as a replica.
                document.Servers = [new OpenApiServer { Url = "/" }];
                document.Tags = _tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
                document.Paths = Show(document.Paths);
                DocumentationExamples.AddTo(document, MessagesOf(context.DescriptionGroups));
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationDocumentation>();
            options.AddSchemaTransformer(SchemaDocumentation.TransformAsync);
        });

    private static Dictionary<string, string> MessagesOf(IReadOnlyList<ApiDescriptionGroup> groups) =>
        groups.SelectMany(group => group.Items).Select(operation => operation.ActionDescriptor.EndpointMetadata)
            .Select(metadata => (Name: metadata.OfType<IEndpointNameMetadata>().Last().EndpointName, metadata.OfType<MessageMetadata>().LastOrDefault()?.Message))
            .Where(operation => operation.Message is not null).DistinctBy(operation => operation.Name)
            .ToDictionary(operation => operation.Name, operation => operation.Message!);

    /// <summary>Paths work with and without the last slash; the document shows them as the routes are declared. HEAD is GET without a body.</summary>
    private static OpenApiPaths Show(OpenApiPaths paths)
    {
        var shown = new OpenApiPaths();
        foreach (var (path, item) in paths)
        {
            item.Operations?.Remove(HttpMethod.Head);
            shown[path.TrimEnd('/') + "/"] = item;
        }

        return shown;
    }

    public static void UseDocumentationPages(this WebApplication app) =>
        app.UseWhen(context => IsPage(context.Request.Path), pages =>
        {
            pages.UseSwaggerUI(options =>
            {
                options.RoutePrefix = "swagger";
                options.DocumentTitle = "PrimeTask API";
                options.SwaggerEndpoint(DocumentPath, "PrimeTask API v1");
            });
            pages.UseReDocScript();
            pages.UseReDoc(options =>
            {
                options.RoutePrefix = "redoc";
                options.DocumentTitle = "PrimeTask API";
                options.SpecUrl = DocumentPath;
                // The page that comes with it loads fonts from another host.
                options.IndexStream = () => typeof(Documentation).Assembly.GetManifestResourceStream("PrimeTask.ApiService.OpenApi.redoc.html")!;
            });
        });

    /// <summary>Asked first: the pages' own middleware matches every request with regular expressions.</summary>
    private static bool IsPage(PathString path) => path.StartsWithSegments("/swagger") || path.StartsWithSegments("/redoc");

    public static IEndpointConventionBuilder MapDocumentation(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    /// <summary>Names the query's parameters, for routes that read the query themselves.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder route, IReadOnlyCollection<QueryParameter> parameters) =>
        route.WithMetadata(new QueryMetadata(parameters));

    /// <summary>Names the sentence of a success, for routes that answer with a body.</summary>
    internal static RouteHandlerBuilder WithMessage(this RouteHandlerBuilder route, string message) => route.WithMetadata(new MessageMetadata(message));

    /// <summary>Names a header that the route understands.</summary>
    internal static RouteHandlerBuilder WithHeader(this RouteHandlerBuilder route, HeaderMetadata header) => route.WithMetadata(header);
}

internal sealed record MessageMetadata(string Message);

internal sealed record QueryMetadata(IReadOnlyCollection<QueryParameter> Parameters);
