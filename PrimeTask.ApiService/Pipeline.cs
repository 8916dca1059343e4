using System.Net;
using Microsoft.AspNetCore.Http.Timeouts;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService;

/// <summary>What every request passes through, whatever it asks for.</summary>
public static class Pipeline
{
    public const string Origins = "Cors:Origins";

    private const int MaxBodySize = 1024 * 1024;

    /// <summary>
    /// For all that a request does, whatever hangs. What may come on top is 2 seconds after which the web server repeats a read, 5 for a connection to the
    /// database that is being opened, and what a write takes to tell all replicas (<see cref="CacheTrust.Limit"/>): so nobody waits for longer than 30.
    /// </summary>
    private static readonly TimeSpan _requestTimeout = TimeSpan.FromSeconds(20);

    private static readonly string[] _defaultOrigins = ["http://localhost:3000", "http://127.0.0.1:5500"];

    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        builder.AddHttpServer();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodySize);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PrimeTaskMetrics>();
        builder.Services.AddExceptionHandler<ExceptionFailures>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        builder.Services.Configure<RouteOptions>(options => options.AppendTrailingSlash = true);
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = _requestTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        // The web server beside this process tells who calls and under which address; one on another machine is to be named.
        builder.AddTrustedProxies(IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(builder.Configuration.GetSection(Origins).Get<string[]>() ?? _defaultOrigins)
            .AllowAnyMethod()
            .WithHeaders("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key")
            .WithExposedHeaders("ETag", "Location", "Retry-After", "Age", "RateLimit", "RateLimit-Policy")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    public static void UsePipeline(this WebApplication app)
    {
        // First: in Development the framework puts a page about exceptions before everything, and nothing may reach it.
        app.UseExceptionHandler(_ => { });
        app.UseHttpServer();
    }
}
