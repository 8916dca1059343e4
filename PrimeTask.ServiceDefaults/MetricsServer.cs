using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Gives the metrics to Prometheus, at <c>/metrics</c> of a port that is not for the public. It is a server of its own, so that no request to this port
/// reaches the service, and a service without a public port has it too.
/// </summary>
internal sealed class MetricsServer : IHostedService, IAsyncDisposable
{
    internal const string Path = "/metrics";

    private readonly WebApplication _app;

    /// <param name="metrics">Of the service.</param>
    /// <param name="port">Where Prometheus asks.</param>
    /// <param name="address">Of the machine; null for all that it has.</param>
    public MetricsServer(MeterProvider metrics, int port, IPAddress? address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (address is null)
                kestrel.ListenAnyIP(port);
            else
                kestrel.Listen(address, port);
        });
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            // Requests of Prometheus are not requests to the service.
            context.Features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true;
            return next(context);
        });
        _app.UseOpenTelemetryPrometheusScrapingEndpoint(
            metrics, context => HttpMethods.IsGet(context.Request.Method) && context.Request.Path == Path, path: null, configureBranchedPipeline: null, optionsName: null);
    }

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>The settings <c>Metrics:Port</c>, without which nothing is served, and <c>Metrics:Address</c>.</summary>
internal static class MetricsSettings
{
    private const string Port = "Metrics:Port";
    private const string Address = "Metrics:Address";

    internal static bool WantMetrics(this IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Port]);

    /// <exception cref="OptionsValidationException">A setting has no meaning.</exception>
    internal static void AddMetricsServer(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.WantMetrics())
            return;

        var (port, address) = (ReadPort(builder.Configuration[Port]), ReadAddress(builder.Configuration[Address]));
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false));
        builder.Services.AddHostedService(services => new MetricsServer(services.GetRequiredService<MeterProvider>(), port, address));
    }

    private static ushort ReadPort(string? text) => ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) && port > 0
        ? port
        : throw BadSetting.Refuse(Port, $"The setting {Port} is '{text}': give a number from 1 to 65535.");

    private static IPAddress? ReadAddress(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return IPAddress.TryParse(text, out var address) ? address : throw BadSetting.Refuse(Address, $"The setting {Address} is '{text}': give an address of the machine such as 127.0.0.1.");
    }
}
