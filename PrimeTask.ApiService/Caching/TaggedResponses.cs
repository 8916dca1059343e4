using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Caching;

/// <summary>Gives a route's 200 the <c>ETag</c> of its body, or responses 304 (RFC 9110, section 13.1.2). From the cache, the framework does that.</summary>
internal sealed class TaggedResponses(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await NextAsync(context, next);
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        return inner is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            ? new Tagged(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions))
            : result;
    }

    /// <summary>An exception would fail the requests that wait for this one as well. After a response that is not stored, they do it themselves.</summary>
    private static async ValueTask<object?> NextAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private sealed class Tagged(byte[] body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var etag = EntityTags.Of(body);
            response.Headers.ETag = etag;
            response.Headers.CacheControl = "private, no-cache";
            if (EntityTags.Match(httpContext.Request.Headers.IfNoneMatch, etag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.BodyWriter.WriteAsync(body, CancellationToken.None);
        }
    }
}
