using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PrimeTask.Web;

/// <summary>Serves the browser app from <c>wwwroot</c>.</summary>
internal static class WebApp
{
    private const string StartPage = "index.html";

    public static void AddWebApp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddHealthChecks().AddCheck<StartPageHealthCheck>("app");
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            // Public text only: compressing answers that hold secrets beside what an attacker chose gives the secrets away (BREACH).
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        // The app's many small files come out a tenth smaller than by the default level.
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }

    public static void MapWebApp(this WebApplication app)
    {
        var files = new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" };
        app.UseStaticFiles(files);
        // Every address without a file extension is one of the app's own; the app tells what it does not know.
        app.MapFallbackToFile("{*path:nonfile}", StartPage, files);
    }

    private sealed class StartPageHealthCheck(IWebHostEnvironment environment) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(environment.WebRootFileProvider.GetFileInfo(StartPage).Exists
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{StartPage} is missing in {environment.WebRootPath}."));
    }
}
