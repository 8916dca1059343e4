using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.RateLimiting;

/// <summary>How often one client address may call what attackers like to call. Generous: a whole office can share an address.</summary>
public sealed class RateLimitingOptions
{
    public const string Section = "RateLimiting";

    /// <summary>False switches every limit off.</summary>
    public bool Enabled { get; set; } = true;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    [Range(1, int.MaxValue)]
    public int Login { get; set; } = 120;

    [Range(1, int.MaxValue)]
    public int Register { get; set; } = 60;

    [Range(1, int.MaxValue)]
    public int Refresh { get; set; } = 600;

    [Range(1, int.MaxValue)]
    public int ChangePassword { get; set; } = 60;

    [Range(1, int.MaxValue)]
    public int PasswordReset { get; set; } = 60;

    [Range(1, int.MaxValue)]
    public int ConfirmEmail { get; set; } = 60;

    /// <summary>Mails that one account gets because somebody asks for them, in <see cref="AccountMailWindow"/>.</summary>
    [Range(1, int.MaxValue)]
    public int AccountMails { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AccountMailWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Wrong passwords for one account from one address before it has to wait.</summary>
    [Range(1, int.MaxValue)]
    public int FreeWrongPasswords { get; set; } = 5;

    /// <summary>Attempts to guess one account's password from all addresses together that it does not know, in <see cref="AccountWindow"/>.</summary>
    [Range(1, int.MaxValue)]
    public int AccountAttempts { get; set; } = 30;

    /// <summary>A minute at most: an owner on a new address waits no longer for the next one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan AccountWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first wrong password too many; it doubles with every further one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>Limits requests by client address, with the headers RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers).</summary>
public static class RequestLimits
{
    public static void AddRequestLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitingOptions>().BindConfiguration(RateLimitingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SharedCounters>();
    }

    /// <summary>Allows so many calls of this route in a window to one address.</summary>
    public static RouteHandlerBuilder LimitByAddress(this RouteHandlerBuilder route, string name, Func<RateLimitingOptions, int> quota) =>
        route.WithMetadata(new AddressLimit(name, quota));

    /// <summary>Before anything reads the body: what is refused costs nothing, and what can't be read counts too.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        var options = context.RequestServices.GetRequiredService<IOptions<RateLimitingOptions>>().Value;
        if (context.GetEndpoint()?.Metadata.GetMetadata<AddressLimit>() is not var (name, quota)
            || !options.Enabled
            || await CountAsync(context, name, quota(options), options.Window) is not { } retryAfter)
        {
            await next(context);
            return;
        }

        context.RequestServices.GetRequiredService<PrimeTaskMetrics>().RequestRefused(name);
        await new TooMany(retryAfter).ExecuteAsync(context);
    });

    /// <returns>How long to wait, or null when the call is within the quota.</returns>
    private static async Task<TimeSpan?> CountAsync(HttpContext context, string name, int quota, TimeSpan window)
    {
        var (number, left) = LimitWindow.At(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), window);
        var counters = context.RequestServices.GetRequiredService<SharedCounters>();
        var count = await counters.IncrementAsync(string.Create(CultureInfo.InvariantCulture, $"{name}:{ClientNetwork.Of(context)}:{number}"), window);
        context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={quota};w={(long)window.TotalSeconds}");
        context.Response.Headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{name}\";r={Math.Max(0, quota - count)};t={(long)Math.Ceiling(left.TotalSeconds)}");
        return count > quota ? left : null;
    }

    private sealed record AddressLimit(string Name, Func<RateLimitingOptions, int> Quota);
}

/// <param name="Number">The same for all requests of the window, on every replica.</param>
/// <param name="Left">Until the next window.</param>
public readonly record struct LimitWindow(long Number, TimeSpan Left)
{
    public static LimitWindow At(DateTimeOffset now, TimeSpan length)
    {
        var number = now.Ticks / length.Ticks;
        return new(number, TimeSpan.FromTicks(((number + 1) * length.Ticks) - now.Ticks));
    }
}
