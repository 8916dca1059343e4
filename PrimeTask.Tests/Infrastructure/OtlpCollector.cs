using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PrimeTask.Tests.Infrastructure;

internal sealed record Span(
    string TraceId, string Id, string ParentId, string Name, int Kind, string Source, Dictionary<string, string> Attributes, IReadOnlyList<string> LinkedTraces)
{
    public const int Server = 2;
    public const int Client = 3;

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}

/// <summary>One series of a counter or of a histogram, whose value is the number of measurements.</summary>
internal sealed record Series(string Metric, Dictionary<string, string> Attributes, long Value);

/// <summary>Keeps what services send it over OTLP/HTTP.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(40);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _traces = new();
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private readonly ConcurrentQueue<byte[]> _logs = new();

    private OtlpCollector(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/traces", context => KeepAsync(context, _traces));
        app.MapPost("/v1/metrics", context => KeepAsync(context, _metrics));
        app.MapPost("/v1/logs", context => KeepAsync(context, _logs));
    }

    /// <summary>What a service has to be told to send everything here, and soon.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
    ];

    public IReadOnlyList<Span> Spans =>
    [
        .. from request in _traces
           from resource in new OtlpMessage(request).Messages(1)
           from scope in resource.Messages(2)
           let source = scope.Messages(1).Single().Text(1)
           from span in scope.Messages(2)
           select new Span(
               span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), (int)span.Number(6), source, span.Attributes(9),
               [.. span.Messages(13).Select(link => link.Hex(1))]),
    ];

    /// <summary>By the last that was said of them.</summary>
    public IReadOnlyList<Series> Metrics =>
    [
        .. from request in _metrics.TakeLast(1)
           from resource in new OtlpMessage(request).Messages(1)
           from scope in resource.Messages(2)
           from metric in scope.Messages(2)
           from series in ReadSeries(metric)
           select series,
    ];

    /// <summary>All bodies, as far as they are text.</summary>
    public string Everything => string.Concat(_traces.Concat(_metrics).Concat(_logs).Select(Encoding.UTF8.GetString));

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new OtlpCollector(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until what was received is enough.</summary>
    public async Task<T> WaitAsync<T>(Func<OtlpCollector, T> read, Func<T, bool> isEnough, Func<T, string> describe)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var received = read(this);
            if (isEnough(received))
                return received;
            Assert.True(watch.Elapsed < _timeout, describe(received));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Sums and gauges have their points in fields 7 and 5, histograms in 9.</summary>
    private static IEnumerable<Series> ReadSeries(OtlpMessage metric)
    {
        var name = metric.Text(1);
        foreach (var point in metric.Messages(7).Concat(metric.Messages(5)).SelectMany(data => data.Messages(1)))
            yield return new Series(name, point.Attributes(7), (long)point.Number(6));
        foreach (var point in metric.Messages(9).SelectMany(data => data.Messages(1)))
            yield return new Series(name, point.Attributes(9), (long)point.Number(4));
    }

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<byte[]> requests)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        requests.Enqueue(body.ToArray());
    }
}
