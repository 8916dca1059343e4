using System.Net;

namespace PrimeTask.Web;

/// <summary>Headers that tell the browser what these pages may do. They stand on every response that can be a page, forwarded ones too.</summary>
internal static class SecurityHeaders
{
    private const string AppPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    // Swagger UI and ReDoc write style attributes and elements; ReDoc also searches in a worker that it builds as a blob.
    private const string DocumentationPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src blob:; "
        + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private const string NoDeviceAccess =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use((context, next) =>
        {
            // Late, so that they also replace what a forwarded response carries.
            context.Response.OnStarting(() =>
            {
                Set(context);
                return Task.CompletedTask;
            });
            return next(context);
        });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Remove("Server");
        headers.ContentSecurityPolicy = IsDocumentation(context.Request.Path) ? DocumentationPolicy : AppPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (IsPartOfAPage(context.Response.ContentType))
            return;

        headers["Permissions-Policy"] = NoDeviceAccess;
        if (IsTrustworthy(context.Request))
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    // Elsewhere browsers ignore it and write an error to the console: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
    private static bool IsTrustworthy(HttpRequest request) =>
        request.IsHttps
        || request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || request.Host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address));

    // These two speak of documents only, and on the app's many small files they would be an eighth of the first load.
    private static bool IsPartOfAPage(string? contentType) =>
        contentType is not null
        && (contentType.StartsWith("text/javascript", StringComparison.Ordinal) || contentType.StartsWith("text/css", StringComparison.Ordinal));

    private static bool IsDocumentation(PathString path) =>
        path.StartsWithSegments("/swagger", StringComparison.Ordinal) || path.StartsWithSegments("/redoc", StringComparison.Ordinal);
}
