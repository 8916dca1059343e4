using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PrimeTask.Web;

/// <summary>Serves the browser app from <c>wwwroot</c>.</summary>
internal static class WebApp
{
    private const string StartPage = "index.html";

    public static void AddWebApp(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<StartPageHealthCheck>("app");
        // Where the program was built, the compressed files lie outside of wwwroot.
        builder.WebHost.UseStaticWebAssets();
        // The files are compressed already; the start page in place of another address and the API's documentation are not.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            // Public text only: compressing responses that hold secrets beside what an attacker chose gives the secrets away (BREACH).
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "application/javascript"];
        });
    }

    /// <summary>An empty segment stands where somebody put an address together wrongly, such as //api/v1/tasks/. No page of the app's has one.</summary>
    public static void UseWholeAddresses(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (context.Request.Path.Value?.Contains("//", StringComparison.Ordinal) != true)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

    public static void MapWebApp(this WebApplication app)
    {
        app.MapStaticAssets();
        // Metrics are on a port of their own. This is no address of the app's, so that whoever looks for them here is told.
        app.Map("/metrics", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        // Every address without a file extension is one of the app's own; the app tells what it does not know.
        app.MapFallbackToFile("{*path:nonfile}", StartPage, new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    private sealed class StartPageHealthCheck(IWebHostEnvironment environment) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(environment.WebRootFileProvider.GetFileInfo(StartPage).Exists
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{StartPage} is missing in {environment.WebRootPath}."));
    }
}
