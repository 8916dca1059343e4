using Aspire.StackExchange.Redis;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PrimeTask.ApiService.OpenApi;
using StackExchange.Redis;

namespace PrimeTask.ApiService.Caching;

public static class ListCaching
{
    private const string Name = "cache";
    private const string PolicyName = "lists";

    public static void AddListCaching(this IHostApplicationBuilder builder)
    {
        builder.AddRedisOutputCache(Name, settings => Configure(settings, builder), Configure);
        builder.AddVersions();
        builder.Services.AddHostedService(services => services.GetRequiredService<CacheTrust>());
        builder.Services.AddSingleton<ListCachePolicy>();
        builder.Services.AddOptions<OutputCacheOptions>().Configure<ListCachePolicy>((cache, policy) =>
        {
            cache.MaximumBodySize = ListCachePolicy.MaxBodySize;
            cache.AddPolicy(PolicyName, policy);
        });
        ListCacheStore.Decorate(builder.Services);
    }

    /// <summary>For a process that changes what the API's replicas have in the cache, and serves nothing itself.</summary>
    public static void AddCacheVersions(this IHostApplicationBuilder builder)
    {
        builder.AddRedisClient(Name, settings => Configure(settings, builder), Configure);
        builder.AddVersions();
    }

    /// <summary>Serves this route's responses from the cache, with ETag and 304.</summary>
    public static RouteHandlerBuilder CacheList(this RouteHandlerBuilder route) =>
        route.CacheOutput(PolicyName).AddEndpointFilter<TaggedResponses>().WithHeader(HeaderMetadata.IfNoneMatch);

    private static void Configure(StackExchangeRedisSettings settings, IHostApplicationBuilder builder)
    {
        // Left empty is left out, which is found below.
        settings.ConnectionString = string.IsNullOrWhiteSpace(settings.ConnectionString) ? null : settings.ConnectionString;
        settings.DisableTracing = !builder.SendsTelemetry();
    }

    private static void Configure(ConfigurationOptions redis)
    {
        // Without Redis everything works: starting never waits for it for long, and a command fails at once while it is away.
        redis.AbortOnConnectFail = false;
        redis.ConnectTimeout = 1000;
        redis.BacklogPolicy = BacklogPolicy.FailFast;
        // Its own threads would only take turns with the others.
        redis.SocketManager = SocketManager.ThreadPool;
    }

    private static void AddVersions(this IHostApplicationBuilder builder)
    {
        // Asked at the start of the service only: the operators' commands that need no cache run without it.
        builder.Services.AddOptions<ConfigurationOptions>()
            .Validate(redis => redis.EndPoints.Count > 0, $"The connection string '{Name}' is missing: set the environment variable ConnectionStrings__{Name}.")
            .ValidateOnStart();
        builder.Services.PostConfigure<HealthCheckServiceOptions>(health =>
            // The name is Aspire's. Without Redis everything works, from the database: the service stays in the load balancer.
            health.Registrations.Single(check => check.Name == "StackExchange.Redis").FailureStatus = HealthStatus.Degraded);
        builder.Services.AddSingleton<RedisGate>();
        builder.Services.AddSingleton<CacheTrust>();
        builder.Services.AddSingleton<CacheVersions>();
    }
}
