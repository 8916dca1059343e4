using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// Gives lists and figures their <c>ETag</c> and answers 304. It stands outside the output cache, which must see and store the whole answer
/// also when the caller already has it.
/// </summary>
internal sealed class ConditionalLists(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ConditionalListMetadata>() is null)
        {
            await next(context);
            return;
        }

        var wanted = context.Request.Headers.IfNoneMatch;
        // Taken off, lest the output cache answers from them by itself; times of change are never given out.
        context.Request.Headers.Remove(HeaderNames.IfNoneMatch);
        context.Request.Headers.Remove(HeaderNames.IfModifiedSince);

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        var buffered = new StreamResponseBodyFeature(buffer);
        context.Features.Set<IHttpResponseBodyFeature>(buffered);
        try
        {
            await next(context);
            await buffered.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
        }

        await AnswerAsync(context, wanted, buffer);
    }

    private static async Task AnswerAsync(HttpContext context, StringValues wanted, MemoryStream body)
    {
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            var etag = EntityTags.Of(body.GetBuffer().AsSpan(0, (int)body.Length));
            context.Response.Headers.ETag = etag;
            context.Response.Headers.CacheControl = "private, no-cache";
            if (EntityTags.Match(wanted, etag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentLength = null;
                context.Response.Headers.ContentType = default;
                return;
            }

            context.Response.ContentLength = body.Length;
        }

        body.Position = 0;
        await body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

internal sealed class ConditionalListMetadata;
