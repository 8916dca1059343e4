using System.Text;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace PrimeTask.Web;

/// <summary>Forwards the API's paths to its replicas, which service discovery finds.</summary>
internal static class ApiProxy
{
    internal const string Address = $"http://{Api}";
    private const string Api = "api";
    private const int LargeBody = 64 * 1024;

    private static readonly string[] _forwarded = ["api", "swagger", "redoc", "openapi"];

    public static void AddApiProxy(this WebApplicationBuilder builder)
    {
        // The API alone decides what is too large and says so in the contract's words.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);

        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. _forwarded.Select(Route)], [Cluster()])
            .AddTransforms(transforms => transforms.AddRequestTransform(AskBeforeLargeBodies));
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ReplicaClientFactory>();
    }

    public static void MapApiProxy(this WebApplication app) =>
        app.MapReverseProxy(pipeline => pipeline.UseMiddleware<ProxyFailures>());

    // The API refuses a body that is too large without reading it; its response would be lost to one who is still sending.
    private static ValueTask AskBeforeLargeBodies(RequestTransformContext context)
    {
        if (context.HttpContext.Request.ContentLength > LargeBody)
            context.ProxyRequest.Headers.ExpectContinue = true;
        return ValueTask.CompletedTask;
    }

    private static RouteConfig Route(string prefix) =>
        new RouteConfig
        {
            RouteId = prefix,
            ClusterId = Api,
            Match = new RouteMatch { Path = $"/{prefix}/{{**rest}}" },
        }
        // What strangers claim about the client is overwritten, not passed on.
        .WithTransformXForwarded(xDefault: ForwardedTransformActions.Set)
        .WithTransformRequestHeaderRemove("Forwarded");

    private static ClusterConfig Cluster() => new()
    {
        ClusterId = Api,
        Destinations = new Dictionary<string, DestinationConfig>
        {
            [Api] = new() { Address = Address },
        },
        // Headers are passed on byte by byte.
        HttpClient = new HttpClientConfig { RequestHeaderEncoding = Encoding.Latin1.WebName, ResponseHeaderEncoding = Encoding.Latin1.WebName },
        // Longer than the API takes for any response.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(28) },
    };
}
