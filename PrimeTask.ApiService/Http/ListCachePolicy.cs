using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// Serves signed-in callers' lists and figures from the output cache. The key holds the user, the role, the very address as it was written and a version that every write changes,
/// so nobody is served another's answer and nobody a stale one. Add it as an instance: the default policy would refuse signed-in requests.
/// </summary>
public sealed class ListCachePolicy : IOutputCachePolicy
{
    public const int MaxBodySize = 256 * 1024;

    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(60);

    /// <summary>Ends the life of this answer in the cache when the passing of time alone makes it wrong. Call it before the answer is written.</summary>
    public static void ExpireAt(HttpContext context, DateTimeOffset? time, DateTimeOffset now)
    {
        if (time is { } end && end - now < _lifetime && context.Features.Get<IOutputCacheFeature>() is { Context: var cache })
            Expire(cache, end, now);
    }

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var user = CurrentUser.From(http.User);
        if (http.Features.Get<CacheBypass>() is not null)
            return;
        if (await VersionsAsync(http, user) is not { Tasks: { } version })
        {
            http.Features.Set(new CacheBypass());
            return;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        // The cache would take names in any case, and values in any order, for the same; the handler does not, and names the address in its answer.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["address"] = http.Request.GetEncodedUrl();
        context.CacheVaryByRules.VaryByValues["user"] = $"{user.Id}:{user.Role}";
        context.CacheVaryByRules.VaryByValues["version"] = version;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Expire(context, now + _lifetime, now);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Those that were read when the caller was checked, unless the caller's role is another by now.</summary>
    private static async ValueTask<CallerVersions> VersionsAsync(HttpContext http, CurrentUser user)
    {
        var keys = CallerKeys.Of(user);
        return http.Features.Get<CallerVersions>() is { } read && read.Keys == keys
            ? read
            : await http.RequestServices.GetRequiredService<CacheVersions>().ReadAsync(keys);
    }

    /// <summary>The header is kept with the entry, so that whoever reads it back knows how long it lives (<see cref="RepeatedAnswers"/>).</summary>
    private static void Expire(OutputCacheContext context, DateTimeOffset time, DateTimeOffset now)
    {
        context.ResponseExpirationTimeSpan = time - now;
        context.HttpContext.Response.Headers[RepeatedAnswers.ExpiresHeader] = time.UtcTicks.ToString(CultureInfo.InvariantCulture);
    }
}
