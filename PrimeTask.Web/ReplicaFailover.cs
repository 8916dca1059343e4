using System.Diagnostics;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace PrimeTask.Web;

/// <summary>
/// Sends a request that one replica did not take to the next one, as long as repeating it is safe. When no replica
/// answers, the caller gets the contract's 503.
/// </summary>
internal sealed class ReplicaFailover(RequestDelegate next, ILogger<ReplicaFailover> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        // Those that look unhealthy come last: such a replica may be back before the next probe tells.
        var untried = proxy.AvailableDestinations.Union(proxy.AllDestinations).ToList();
        await TryAsync(context, proxy.AvailableDestinations);
        while (MayBeRepeated(context) && untried.Remove(proxy.ProxiedDestination!) && untried.Count > 0)
        {
            await TryAsync(context, untried[0]);
        }

        if (Unanswered(context))
        {
            logger.NoReplicaAnswered(context.Request.Method, context.Request.Path);
            await WriteServiceUnavailableAsync(context);
        }
    }

    private async Task TryAsync(HttpContext context, IReadOnlyList<DestinationState> replicas)
    {
        context.Response.Clear();
        context.Features.Set<IForwarderErrorFeature>(null);
        context.GetReverseProxyFeature().AvailableDestinations = replicas;
        await next(context);
        if (Unanswered(context) && context.GetForwarderErrorFeature() is { } failure)
            logger.ReplicaFailed(context.GetReverseProxyFeature().ProxiedDestination?.DestinationId, failure.Error, failure.Exception?.Message);
    }

    private static bool MayBeRepeated(HttpContext context) =>
        Unanswered(context)
        && context.GetForwarderErrorFeature() is { Error: ForwarderError.Request } failure
        && (IsSafe(context.Request) || NothingWasSent(failure.Exception));

    private static bool Unanswered(HttpContext context) =>
        context.GetForwarderErrorFeature() is not null
        && context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status500InternalServerError }
        && !context.RequestAborted.IsCancellationRequested;

    // RFC 9110 §9.2.1: such a request changes nothing, however often it arrives.
    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool NothingWasSent(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    private static Task WriteServiceUnavailableAsync(HttpContext context)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(
            Failure.ServiceUnavailable(Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier),
            FailureJsonContext.Default.Failure,
            "application/json",
            context.RequestAborted);
    }
}
