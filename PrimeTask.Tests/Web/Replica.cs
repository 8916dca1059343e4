using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PrimeTask.Tests.Web;

/// <summary>What stands in for a replica of the API where a test needs to take it away: it repeats what it was sent.</summary>
internal sealed class Replica : IAsyncDisposable
{
    // Longer than the first attempt of a read lasts.
    private static readonly TimeSpan _slow = TimeSpan.FromSeconds(3);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _aborted = new();
    private volatile bool _frozen;
    private int _writes;
    private int _slowReads;

    private Replica(Uri? address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // As PrimeTask's own servers: a byte of a header is a character.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1);
        builder.WebHost.UseUrls(address?.ToString() ?? "http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
                Interlocked.Increment(ref _writes);
            if (_frozen)
            {
                await Task.Delay(Timeout.Infinite, _aborted.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
            }

            await next(context);
        });
        _app.MapMethods("/alive", ["GET", "HEAD"], () => "alive");
        _app.MapGet("/api/slow", async () =>
        {
            Interlocked.Increment(ref _slowReads);
            await Task.Delay(_slow);
            return "slow";
        });
        _app.Map("/api/echo", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            return Results.Json(new Echo(
                request.HttpContext.Connection.LocalPort,
                await body.ReadToEndAsync(request.HttpContext.RequestAborted),
                request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        });
    }

    internal Uri Address => new(_app.Urls.Single());

    internal int Writes => _writes;

    internal int SlowReads => _slowReads;

    /// <param name="address">Where to listen; null picks a free port.</param>
    internal static async Task<Replica> StartAsync(Uri? address = null)
    {
        var replica = new Replica(address);
        await replica._app.StartAsync();
        return replica;
    }

    /// <summary>It accepts connections and requests from now on, and responses nothing, as a stopped process does.</summary>
    internal void Freeze() => _frozen = true;

    /// <summary>Breaks off what it has not answered.</summary>
    internal void Abort() => _aborted.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _aborted.CancelAsync();
        await _app.DisposeAsync();
        _aborted.Dispose();
    }
}

internal sealed record Echo(int Port, string Body, Dictionary<string, string> Headers);
