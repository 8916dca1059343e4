using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

internal static class HealthEndpoints
{
    private const string HealthPath = "/health";
    private const string AlivePath = "/alive";
    private const string LiveTag = "live";

    /// <summary>The name under which Aspire's Redis integration registers its check, and ours.</summary>
    internal const string RedisCheck = "StackExchange.Redis";

    /// <summary>Probes commonly give up after 5 seconds: answer well before that, also when a dependency hangs.</summary>
    private static readonly TimeSpan _checkTimeout = TimeSpan.FromSeconds(3);

    internal static bool Serve(PathString path) => path == HealthPath || path == AlivePath;

    internal static void AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag]);
        builder.Services.AddHostedService<FirstHealthCheck>();
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations)
            {
                if (check.Timeout == Timeout.InfiniteTimeSpan || check.Timeout > _checkTimeout)
                    check.Timeout = _checkTimeout;

                // Without Redis everything still works, from the database: the service stays in the load balancer.
                if (check.Name == RedisCheck)
                    check.FailureStatus = HealthStatus.Degraded;
            }
        });
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
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = Name(report.Status),
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => Name(entry.Value.Status)),
            },
            context.RequestAborted);

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
