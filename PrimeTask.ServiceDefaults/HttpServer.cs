using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>What PrimeTask's servers have in common as servers of HTTP.</summary>
public static class HttpServer
{
    // In bytes.
    private const int MaxTarget = 8 * 1024;
    private const int MaxHeaders = 32 * 1024;
    private const int MaxHeaderCount = 100;

    /// <summary>
    /// Kestrel refuses what is beyond its limits with an empty body, before any code of ours runs. So its limits lie this much beyond ours, which are refused
    /// in the form of all failures.
    /// </summary>
    private const int Beyond = 4;

    /// <summary>A header's name and value take this much more on their line.</summary>
    private const int LineOverhead = 4;

    public static void AddHttpServer(this WebApplicationBuilder builder)
    {
        Shutdown.Add(builder);
        // The framework refuses hosts that AllowedHosts does not name before any middleware of the service, with a page of HTML unless it is told not to.
        builder.Services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, FailureBodies>());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Bytes outside ASCII are opaque (RFC 9110, section 5.5). Each becomes one character, and the same byte again where it is passed on.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestLineSize = Beyond * MaxTarget;
            kestrel.Limits.MaxRequestHeadersTotalSize = Beyond * MaxHeaders;
            kestrel.Limits.MaxRequestHeaderCount = Beyond * MaxHeaderCount;
        });
    }

    /// <summary>Refuses what is too large, and finds out who calls and under which address.</summary>
    public static void UseHttpServer(this WebApplication app)
    {
        ListenAddresses.RemoveAbandonedSockets(app.Configuration);
        Shutdown.CloseConnections(app);
        app.Use((context, next) =>
        {
            if (FindRefusal(context) is { } status)
                return Failures.WriteAsync(context, status);
            // HTTP/1.0 needs no Host. What the caller connected to is the best that is known then.
            if (!context.Request.Host.HasValue && context.Connection.LocalIpAddress is { } address)
                context.Request.Host = new HostString((address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(), context.Connection.LocalPort);
            return next(context);
        });
        app.UseForwardedHeaders();
    }

    private static int? FindRefusal(HttpContext context)
    {
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTarget)
            return StatusCodes.Status414UriTooLong;

        var (count, size) = (0, 0);
        foreach (var (name, values) in context.Request.Headers)
        {
            foreach (var value in values)
            {
                count++;
                size += name.Length + (value?.Length ?? 0) + LineOverhead;
            }
        }

        return count > MaxHeaderCount || size > MaxHeaders ? StatusCodes.Status431RequestHeaderFieldsTooLarge : null;
    }

    /// <summary>Around everything: gives each failure without a body the one of all failures.</summary>
    private sealed class FailureBodies : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseStatusCodePages(context => Failures.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
            next(app);
        };
    }
}
