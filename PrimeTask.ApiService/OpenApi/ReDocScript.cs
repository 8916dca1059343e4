using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.ReDoc;

namespace PrimeTask.ApiService.OpenApi;

/// <summary>
/// ReDoc's script as it is released, but for the address of its maker's logo: that is on another host, no option leaves it out,
/// and where the page's policy forbids it, the browser writes an error to the console.
/// </summary>
internal static class ReDocScript
{
    private const string Path = "/redoc/redoc.standalone.js";
    private const string Resource = "Swashbuckle.AspNetCore.ReDoc.node_modules.redoc.bundles.redoc.standalone.js";
    private const string Logo = "https://cdn.redoc.ly/redoc/logo-mini.svg";
    private const string NoPicture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

    private static readonly Lazy<(byte[] Content, EntityTagHeaderValue Tag)> _script = new(Read);

    /// <summary>Before ReDoc's own middleware, which would serve it as released.</summary>
    public static void UseReDocScript(this IApplicationBuilder pages) =>
        pages.Use((context, next) => context.Request.Path == Path && HttpMethods.IsGet(context.Request.Method) ? SendAsync(context) : next(context));

    private static Task SendAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(_script.Value.Content, "text/javascript", entityTag: _script.Value.Tag).ExecuteAsync(context);
    }

    private static (byte[] Content, EntityTagHeaderValue Tag) Read()
    {
        using var compressed = typeof(ReDocOptions).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress), Encoding.UTF8);
        var content = Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(Logo, NoPicture, StringComparison.Ordinal));
        return (content, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));
    }
}
