using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PrimeTask.Tests.Web;

/// <summary>What stands in for a replica of the API where a test needs to take it away: it repeats what it was sent.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Replica(WebApplication app) => _app = app;

    internal Uri Address => new(_app.Urls.Single());

    /// <param name="address">Where to listen; null picks a free port.</param>
    internal static async Task<Replica> StartAsync(Uri? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address?.ToString() ?? "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/alive", () => "alive");
        app.Map("/api/echo", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            return Results.Json(new Echo(
                request.Host.Port ?? 0,
                await body.ReadToEndAsync(request.HttpContext.RequestAborted),
                request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        });
        await app.StartAsync();
        return new Replica(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

internal sealed record Echo(int Port, string Body, Dictionary<string, string> Headers);
