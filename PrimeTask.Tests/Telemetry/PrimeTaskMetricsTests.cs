using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.Tests.Telemetry;

public sealed class PrimeTaskMetricsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<PrimeTaskMetrics>().BuildServiceProvider();
    private readonly ConcurrentQueue<(string Instrument, long Value, string? Tag)> _measured = new();
    private readonly MeterListener _listener = new();
    private readonly PrimeTaskMetrics _metrics;

    public PrimeTaskMetricsTests()
    {
        _metrics = _services.GetRequiredService<PrimeTaskMetrics>();
        var meters = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    [Fact]
    public async Task BatchSize_OfItemsThatArriveMeanwhile_IsTheirNumber()
    {
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var work = new GroupedWork<int, int>("double", _metrics, parallel: 1, largest: 4, async items =>
        {
            started.TrySetResult();
            await gate.Task;
            return [.. items.Select(item => item * 2)];
        });

        var first = work.DoAsync(0);
        await started.Task;
        var others = Enumerable.Range(1, 6).Select(work.DoAsync).ToArray();
        gate.SetResult();

        Assert.Equal(0, await first);
        var doubled = await Task.WhenAll(others);
        Assert.Equal([2, 4, 6, 8, 10, 12], doubled);
        Assert.Equal([1, 4, 2], _measured.Select(measured => measured.Value));
        Assert.All(_measured, measured => Assert.Equal(("primetask.database.batch_size", "operation=double"), (measured.Instrument, measured.Tag)));
    }

    [Fact]
    public async Task PasswordHashing_WithAFullQueue_IsCountedAndRefused()
    {
        var turns = new PasswordHashLimiter(Options.Create(new PasswordOptions { ConcurrentHashes = 1, QueueLength = 1 }), Options.Create(new RateLimitingOptions()), _metrics);
        using var gate = new ManualResetEventSlim();
        var running = turns.RunAsync(new("192.0.2.1", null), () => Wait(gate), TestContext.Current.CancellationToken);
        var waiting = turns.RunAsync(new("192.0.2.2", null), () => "second", TestContext.Current.CancellationToken);

        Assert.Equal(1, Sum("primetask.password_hashing.queue"));
        Assert.Null(await turns.RunAsync(new("192.0.2.3", null), () => "third", TestContext.Current.CancellationToken));
        gate.Set();

        var done = await Task.WhenAll(running, waiting);
        Assert.Equal(["first", "second"], done);
        Assert.Equal(0, Sum("primetask.password_hashing.queue"));
        Assert.Equal(("primetask.requests.refused", 1, "limit=password_hashing"), Assert.Single(_measured, measured => measured.Tag is not null));

        static string Wait(ManualResetEventSlim gate)
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return "first";
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    private long Sum(string instrument) => _measured.Where(measured => measured.Instrument == instrument).Sum(measured => measured.Value);

    private void Keep(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, tags.IsEmpty ? null : $"{tags[0].Key}={tags[0].Value}"));
}
