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
/// Checks before the server listens: what the first check loads and compiles would else be waited for by the first requests, which a balancer sends as soon as they are
/// accepted. Again where a check did not end in time, and no longer than a server that does not respond is worth waiting for.
/// </summary>
internal sealed class FirstHealthCheck(HealthCheckService health) : IHostedLifecycleService
{
    private const int Attempts = 3;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await health.CheckHealthAsync(cancellationToken)).Status != HealthStatus.Unhealthy)
                return;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
