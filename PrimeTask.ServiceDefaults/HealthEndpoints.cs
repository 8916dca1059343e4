using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

public static class HealthEndpoints
{
    internal const string HealthPath = "/health";
    private const string AlivePath = "/alive";
    private const string LiveTag = "live";

    internal static bool Serve(PathString path) => path == HealthPath || path == AlivePath;

    /// <summary>Adds a check that the process responds, and a limit to the time of every check.</summary>
    public static TBuilder AddDefaultHealthChecks<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag]);
        // A worker has nobody who asks for its health.
        if (builder is WebApplicationBuilder)
            builder.Services.AddHostedService<FirstHealthCheck>();
        builder.Services.AddOptions<HealthCheckServiceOptions>().PostConfigure<IServiceScopeFactory>((options, scopes) =>
        {
            foreach (var check in options.Registrations)
                LimitedHealthCheck.Wrap(check, scopes);
        });
        return builder;
    }

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(HealthPath, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks(AlivePath, new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(LiveTag),
            ResponseWriter = WriteAsync,
        }).AllowAnonymous();
    }

    /// <summary>States only: exception texts and descriptions can name hosts and accounts.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Unhealthy)
            Failures.SetRetryAfter(context.Response);
        return context.Response.WriteAsJsonAsync(
            new
            {
                status = Name(report.Status),
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => Name(entry.Value.Status)),
            },
            context.RequestAborted);
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

/// <summary>
/// Checks once while the server starts: the first check loads the clients of database and cache, and would otherwise
/// delay the moment at which the service counts as healthy.
/// </summary>
internal sealed class FirstHealthCheck(HealthCheckService health) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => health.CheckHealthAsync(stoppingToken);
}
