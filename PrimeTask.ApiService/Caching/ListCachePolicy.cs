using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Caching;

/// <summary>
/// Serves signed-in callers' lists and stats from the output cache. The key holds the user, the role, the very address as it was written, and a version that
/// every write changes: nobody is served another's response, and nobody a stale one. Add it as an instance: the default policy would refuse signed-in requests.
/// </summary>
public sealed class ListCachePolicy(PrimeTaskMetrics metrics, TimeProvider clock) : IOutputCachePolicy
{
    public const int MaxBodySize = 256 * 1024;

    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(60);

    /// <summary>Ends the life of this response in the cache when the passing of time alone makes it wrong. Call it before the response is written.</summary>
    public static void ExpireAt(HttpContext context, DateTimeOffset? time, DateTimeOffset now)
    {
        if (time is { } end && end - now < _lifetime && context.Features.Get<IOutputCacheFeature>() is { Context: var cache })
            Expire(cache, end, now);
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        // HEAD is rare, and the cache would keep it apart from GET.
        if (!HttpMethods.IsGet(request.Method))
            return ValueTask.CompletedTask;
        if (context.HttpContext.Features.Get<CallerVersions>() is not { Tasks: { } version, Caller: var user })
        {
            metrics.CacheBypass();
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        // Requests for the same wait for the first, and cost one.
        context.AllowLocking = true;
        // The cache would take names in any case, and values in any order, for the same; the handler does not, and names the address in its response.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["address"] = request.GetEncodedUrl();
        context.CacheVaryByRules.VaryByValues["user"] = $"{user.Id}:{user.Role}";
        context.CacheVaryByRules.VaryByValues["version"] = version;
        // The cache would compare it with the time of the response, in whole seconds. Times of change are never given out.
        request.Headers.IfModifiedSince = default;
        var now = clock.GetUtcNow();
        Expire(context, now + _lifetime, now);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // The framework says how old a 200 is, and leaves it out of a 304.
        if (context.HttpContext.Request.Headers.IfNoneMatch.Count > 0)
            context.HttpContext.Response.OnStarting(AddAgeAsync, context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private Task AddAgeAsync(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode == StatusCodes.Status304NotModified && response.GetTypedHeaders().Date is { } made)
            response.Headers.Age = Math.Max(0, (long)(clock.GetUtcNow() - made).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static void Expire(OutputCacheContext context, DateTimeOffset end, DateTimeOffset now)
    {
        context.ResponseExpirationTimeSpan = end - now;
        context.Tags.Clear();
        context.Tags.Add(ListCacheStore.EndTag(end));
    }
}
