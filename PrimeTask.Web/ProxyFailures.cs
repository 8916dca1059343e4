using System.Diagnostics;

namespace PrimeTask.Web;

/// <summary>What the caller gets when no replica answers: the contract's 503.</summary>
internal sealed class ProxyFailures(RequestDelegate next, ILogger<ProxyFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is null || context.Response.HasStarted
            || context.Response.StatusCode < StatusCodes.Status500InternalServerError || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        logger.NoReplicaAnswered(context.Request.Method, context.Request.Path);
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        await context.Response.WriteAsJsonAsync(
            Failure.ServiceUnavailable(Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier),
            FailureJsonContext.Default.Failure,
            "application/json",
            context.RequestAborted);
    }
}
