using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// Gives lists and figures their <c>ETag</c> and answers 304, and remembers them (<see cref="RepeatedAnswers"/>). It stands outside the output cache, which
/// must see and store the whole answer also when the caller already has it.
/// </summary>
internal sealed class ListAnswers(RequestDelegate next, RepeatedAnswers repeated, PrimeTaskMetrics metrics)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ListAnswersMetadata>() is null)
        {
            await next(context);
            return;
        }

        RedisGate.WaitInVainOnce();
        var wanted = context.Request.Headers.IfNoneMatch;
        // Taken off, lest the output cache answers from them by itself; times of change are never given out.
        context.Request.Headers.Remove(HeaderNames.IfNoneMatch);
        context.Request.Headers.Remove(HeaderNames.IfModifiedSince);
        using var buffer = new MemoryStream();
        if (!await TryRunAsync(context, buffer))
        {
            context.Response.Clear();
            buffer.SetLength(0);
            context.Features.Set(new CacheBypass());
            await RunAsync(context, buffer);
        }

        // A failure without a body is not begun here: the failure writer further out gives it one.
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            Count(context);
            await repeated.Keep(context, body).WriteAsync(context, wanted, age: null);
        }
        else if (!body.IsEmpty)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private void Count(HttpContext context)
    {
        if (RepeatedAnswers.IsRepeated(context.Response))
            metrics.CacheHit();
        else if (context.Features.Get<CacheBypass>() is null)
            metrics.CacheMiss();
        else
            metrics.CacheBypass();
    }

    /// <returns>False when the answer has to be made anew, without the cache.</returns>
    private async Task<bool> TryRunAsync(HttpContext context, MemoryStream buffer)
    {
        try
        {
            await RunAsync(context, buffer);
            // The cache counts an entry's life from its arrival there: time alone can have made the answer wrong.
            return !repeated.IsPast(context.Response);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // This request waited in the cache for what another one was computing, whose caller gave up.
            return false;
        }
    }

    private async Task RunAsync(HttpContext context, MemoryStream buffer)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
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
    }
}

internal sealed class ListAnswersMetadata;

/// <summary>On a request: the output cache is neither asked nor filled.</summary>
internal sealed class CacheBypass;

/// <summary>One answer with all its bytes.</summary>
internal sealed record ListAnswer(ReadOnlyMemory<byte> Body, string ETag, DateTimeOffset Made)
{
    public DateTimeOffset Expires { get; init; }

    public CallerVersions? Versions { get; init; }

    public async ValueTask WriteAsync(HttpContext context, StringValues wanted, TimeSpan? age)
    {
        var response = context.Response;
        response.Headers.ETag = ETag;
        response.Headers.CacheControl = "private, no-cache";
        if (age is { } old)
            response.Headers.Age = ((long)old.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (wanted.Count > 0 && EntityTags.Match(wanted, ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body, context.RequestAborted);
    }
}
