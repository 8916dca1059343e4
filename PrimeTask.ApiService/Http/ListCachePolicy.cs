using Microsoft.AspNetCore.OutputCaching;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// Serves signed-in callers' lists and figures from the output cache. The key holds the user, the role, the whole address and a version that every write changes,
/// so nobody is served another's answer and nobody a stale one. Add it as an instance: the default policy would refuse signed-in requests.
/// </summary>
public sealed class ListCachePolicy : IOutputCachePolicy
{
    public const int MaxBodySize = 256 * 1024;

    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(60);

    /// <summary>Ends the life of this answer in the cache when the passing of time alone makes it wrong. Call it before the answer is written.</summary>
    public static void ExpireAt(HttpContext context, DateTimeOffset? time, DateTimeOffset now)
    {
        if (time - now < _lifetime && context.Features.Get<IOutputCacheFeature>() is { Context: var cache })
            cache.ResponseExpirationTimeSpan = time - now;
    }

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var user = CurrentUser.From(http.User);
        var versions = http.RequestServices.GetRequiredService<CacheVersions>();
        var version = await versions.ReadAsync(user.IsAdmin ? CacheVersions.AllTasks : CacheVersions.TasksOf(user.Id));
        if (version is null)
            return;

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["user"] = $"{user.Id}:{user.Role}";
        context.CacheVaryByRules.VaryByValues["version"] = version;
        context.ResponseExpirationTimeSpan = _lifetime;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
