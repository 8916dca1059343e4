using Yarp.ReverseProxy.Forwarder;

namespace PrimeTask.Web;

/// <summary>What the caller gets when a request was not answered by a replica: the contract's 503, or 400 for a request that no replica can be asked.</summary>
internal sealed class ProxyFailures(RequestDelegate next, ILogger<ProxyFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is not { } error || context.Response.HasStarted
            || context.Response.StatusCode < StatusCodes.Status500InternalServerError || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Response.Clear();
        if (IsOfRequest(error))
        {
            await Failures.WriteAsync(context, StatusCodes.Status400BadRequest);
            return;
        }

        logger.NoReplicaAnswered(context.Request.Method, context.Request.Path);
        await Failures.WriteAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            errors: Failures.One(Failures.Detail, "PrimeTask's API does not answer at the moment. Try again in a few seconds."));
    }

    /// <summary>Whether it could not even be sent. Nothing is wrong with the replicas then.</summary>
    private static bool IsOfRequest(IForwarderErrorFeature error) =>
        error.Error == ForwarderError.RequestCreation || (error.Exception is HttpRequestException exception && !ReplicaRetry.IsOfReplica(exception));
}
