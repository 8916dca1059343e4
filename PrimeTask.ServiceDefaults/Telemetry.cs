using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Logs, metrics and traces over OTLP.</summary>
public static class Telemetry
{
    /// <summary>Telemetry is collected only where it is sent to: without an endpoint nobody could read it, and it would only cost time.</summary>
    public static bool SendsTelemetry(this IHostApplicationBuilder builder) =>
        !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    /// <summary>The service's own activity source and meter are those that have the application's name.</summary>
    public static TBuilder ConfigureOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        if (!builder.SendsTelemetry())
            return builder;

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        // The instrumentations record URL queries with their values redacted, and bodies not at all: that is their default.
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter(builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new RequestSampler(builder.Configuration["OTEL_TRACES_SAMPLER_ARG"])))
                .AddSource(builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !HealthEndpoints.Serve(context.Request.Path))
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
        return builder;
    }

    /// <summary>
    /// Starts traces with requests only. What timers ask of the database, the cache and other services comes round several times a second and belongs to nobody.
    /// </summary>
    /// <param name="ratio">From 0 to 1: how many of the requests are traced. All, if it is left out.</param>
    private sealed class RequestSampler(string? ratio) : Sampler
    {
        private readonly Sampler _requests = string.IsNullOrEmpty(ratio)
            ? new AlwaysOnSampler()
            : new TraceIdRatioBasedSampler(double.Parse(ratio, CultureInfo.InvariantCulture));

        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            samplingParameters.Kind == ActivityKind.Server ? _requests.ShouldSample(samplingParameters) : new SamplingResult(SamplingDecision.Drop);
    }
}
