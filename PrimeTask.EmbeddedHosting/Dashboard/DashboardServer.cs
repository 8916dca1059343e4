using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.EmbeddedHosting.Dashboard;

/// <summary>The dashboard: resources, logs and commands, for this machine only.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    // A page of another site can neither read nor set a header here: commands without it are refused.
    private const string CommandHeader = "X-PrimeTask-Dashboard";

    private readonly WebApplication _app;

    private DashboardServer(WebApplication app, Uri url) => (_app, Url) = (app, url);

    internal Uri Url { get; }

    /// <exception cref="DistributedApplicationException">The port is taken.</exception>
    internal static async Task<DashboardServer> StartAsync(Orchestrator orchestrator, SecretMask mask, int requestedPort, CancellationToken cancellationToken)
    {
        var port = requestedPort == 0 ? Ports.TakeFree() : requestedPort;
        if (Ports.WhyTaken(port) is { } why)
        {
            throw new DistributedApplicationException(
                $"dashboard: port {port.ToString(CultureInfo.InvariantCulture)} {why}. Free it, or choose another with --Ports:Dashboard=….");
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
        builder.WebHost.UseKestrelCore().UseUrls(url.GetLeftPart(UriPartial.Authority));
        // Names other than this machine's are refused, so that no foreign page reaches it through DNS rebinding.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddRouting();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        var app = builder.Build();
        Map(app, orchestrator, mask);
        await app.StartAsync(cancellationToken);
        return new DashboardServer(app, url);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync(); // Followers of a log would keep a graceful stop waiting.
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app, Orchestrator orchestrator, SecretMask mask)
    {
        app.UseHostFiltering();
        app.Use(AddSecurityHeaders);
        app.UseRouting();
        var files = new ManifestEmbeddedFileProvider(typeof(DashboardServer).Assembly, "Dashboard/wwwroot");
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        var resources = ((IEndpointRouteBuilder)app).MapGroup("/api/resources");
        resources.MapGet("", () => ResourceView.All(orchestrator));
        resources.MapGet("{name}/environment", (string name) => EnvironmentAsync(orchestrator, mask, name));
        resources.MapGet("{name}/logs", (string name, int? tail) => Logs(orchestrator, name, tail ?? 200));
        resources.MapGet("{name}/logs/live", (string name, HttpContext context) => FollowAsync(orchestrator, name, context));
        resources.MapPost("{name}/{command:regex(^(start|stop|restart)$)}", (string name, string command, HttpContext context) =>
            ExecuteAsync(orchestrator, name, command, context));
        app.UseEndpoints(_ => { });
    }

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    private static async Task<IResult> EnvironmentAsync(Orchestrator orchestrator, SecretMask mask, string name)
    {
        if (Find(orchestrator, name) is not { } runner)
            return Unknown(name);
        var variables = await runner.Replicas[0].EnvironmentAsync();
        return Results.Json(variables.Where(variable => variable.Value is not null)
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .ToDictionary(variable => variable.Key, variable => mask.Apply(variable.Value!)));
    }

    private static IResult Logs(Orchestrator orchestrator, string name, int tail) =>
        Find(orchestrator, name) is { } runner ? Results.Text(string.Join('\n', runner.Log.Tail(tail)) + '\n') : Unknown(name);

    private static IResult FollowAsync(Orchestrator orchestrator, string name, HttpContext context) =>
        Find(orchestrator, name) is { } runner
            ? TypedResults.ServerSentEvents(runner.Log.FollowAsync(context.RequestAborted))
            : Unknown(name);

    private static async Task<IResult> ExecuteAsync(Orchestrator orchestrator, string name, string command, HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(CommandHeader))
            return Results.Text($"Send the header {CommandHeader} with a command.", statusCode: StatusCodes.Status403Forbidden);
        var result = await new ResourceCommandService(orchestrator).ExecuteCommandAsync(name, $"resource-{command}");
        return result.Success ? Results.NoContent() : Unknown(name);
    }

    private static ResourceRunner? Find(Orchestrator orchestrator, string name) =>
        orchestrator.Runners.FirstOrDefault(runner => string.Equals(runner.Resource.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IResult Unknown(string name) =>
        Results.Text($"There is no resource '{name}' with a process.", statusCode: StatusCodes.Status404NotFound);
}
