using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Logs, metrics and traces over OTLP, and metrics for Prometheus.</summary>
public static class Telemetry
{
    /// <summary>In milliseconds.</summary>
    private const int ExportTimeout = 1000;

    private static readonly string[] _instrumentations = ["ASPNETCORE", "HTTPCLIENT"];

    /// <summary>Telemetry is collected only where it is sent to: without an endpoint nobody could read it, and it would only cost time.</summary>
    public static bool SendsTelemetry(this IHostApplicationBuilder builder) =>
        !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    /// <summary>Whether somebody reads metrics: a collector that they are sent to, or Prometheus.</summary>
    public static bool CollectsMetrics(this IHostApplicationBuilder builder) =>
        builder.SendsTelemetry() || builder.Configuration.WantMetrics();

    /// <summary>The service's own activity source and meter are those that have the application's name.</summary>
    public static TBuilder ConfigureOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        if (builder.CollectsMetrics())
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation());
        }

        if (builder.SendsTelemetry())
            builder.AddOtlp();
        builder.AddMetricsServer();
        return builder;
    }

    private static void AddOtlp(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        // A search is what somebody is looking for: queries are recorded with their values redacted, also where Aspire would show them (in Development).
        foreach (var instrumentation in _instrumentations)
            builder.Configuration[$"OTEL_DOTNET_EXPERIMENTAL_{instrumentation}_DISABLE_URL_QUERY_REDACTION"] = "false";
        // A collector that is gone must not hold up the end of the service, which sends what is left.
        builder.Services.Configure<OtlpExporterOptions>(exporter => exporter.TimeoutMilliseconds = ExportTimeout);

        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new RequestSampler(builder.Configuration["OTEL_TRACES_SAMPLER_ARG"])))
                .AddSource(builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation(options => options.Filter = context =>
                    !HealthEndpoints.Serve(context.Request.Path) && context.Request.Path != MetricsServer.Path)
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>
    /// Starts traces with requests only. What timers ask of the database, the cache and other services comes round several times a second and belongs to nobody.
    /// </summary>
    /// <param name="ratio">From 0 to 1: how many of the requests are traced. All, if it is left out.</param>
    private sealed class RequestSampler(string? ratio) : Sampler
    {
        private readonly Sampler _requests = string.IsNullOrEmpty(ratio)
            ? new AlwaysOnSampler()
            : double.TryParse(ratio, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) && part is >= 0 and <= 1 ? new TraceIdRatioBasedSampler(part)
            : throw new InvalidOperationException($"OTEL_TRACES_SAMPLER_ARG is \"{ratio}\", and must be a number from 0 to 1.");

        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            samplingParameters.Kind == ActivityKind.Server ? _requests.ShouldSample(samplingParameters) : new SamplingResult(SamplingDecision.Drop);
    }
}
