using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// How a server ends on SIGTERM: <c>/health</c> fails at once, and it goes on serving for the time of the setting <c>Shutdown:Delay</c>, in which balancers take it
/// out; then it accepts nothing any more, and requests under way have 20 seconds to finish. At Unix sockets it accepts nothing from the first moment on: a balancer that
/// finds none goes elsewhere with any request, while one that was sent to a server that ended before it was read can only be sent again if it is idempotent.
/// </summary>
internal sealed class Shutdown(IHostApplicationLifetime lifetime, IConfiguration configuration, TimeSpan delay) : IHostedLifecycleService, IHealthCheck
{
    private const string Setting = "Shutdown:Delay";

    /// <summary>As long as a request to the API may take.</summary>
    private static readonly TimeSpan _requests = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _longestDelay = TimeSpan.FromMinutes(1);

    /// <summary>A person who stops what they develop waits for nobody.</summary>
    private static TimeSpan Default(IHostEnvironment environment) => environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromSeconds(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());

    /// <summary>Comes before anything is stopped.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        ListenAddresses.RemoveSockets(configuration);
        return Task.Delay(delay, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="Options.OptionsValidationException">The setting has no meaning.</exception>
    internal static void Add(IHostApplicationBuilder builder)
    {
        var delay = Read(builder.Configuration[Setting]) ?? Default(builder.Environment);
        builder.Services.AddSingleton(services => new Shutdown(services.GetRequiredService<IHostApplicationLifetime>(), builder.Configuration, delay));
        builder.Services.AddHostedService(services => services.GetRequiredService<Shutdown>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = delay + _requests);
        builder.Services.AddHealthChecks().AddCheck<Shutdown>("accepting");
    }

    /// <summary>Whoever keeps connections open lets go of those that lead to a server which is about to end.</summary>
    internal static void CloseConnections(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use((context, next) =>
        {
            if (stopping.IsCancellationRequested && HttpProtocol.IsHttp11(context.Request.Protocol))
                context.Response.Headers.Connection = "close";
            return next(context);
        });
    }

    private static TimeSpan? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var delay) && delay >= TimeSpan.Zero && delay <= _longestDelay
            ? delay
            : throw BadSetting.Refuse(Setting, $"The setting {Setting} is '{text}': give hours, minutes and seconds up to a minute, such as 00:00:05.");
    }
}
