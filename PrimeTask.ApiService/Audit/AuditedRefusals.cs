using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.RateLimiting;

namespace PrimeTask.ApiService.Audit;

/// <summary>Refusals that never reach a handler, or leave it early, and belong into the audit all the same.</summary>
public static class AuditedRefusals
{
    /// <summary>After routing, and around everything that can refuse.</summary>
    public static void UseAuditedRefusals(this WebApplication app) =>
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
                await AddAsync(context, AuditEvent.PermissionDenied, CurrentUser.From(context.User).Id);
            if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests
                && context.GetEndpoint()?.Metadata.GetMetadata<SignInMetadata>() is not null && await IsFirstAsync(context))
            {
                await AddAsync(context, AuditEvent.SignInLimited, actorId: null);
            }
        });

    /// <summary>Marks the route that people sign in by.</summary>
    internal static RouteHandlerBuilder SignsIn(this RouteHandlerBuilder route) => route.WithMetadata(new SignInMetadata());

    /// <summary>Once in each window of the limits, for each address: what limits are for is a flood.</summary>
    private static async Task<bool> IsFirstAsync(HttpContext context)
    {
        var window = context.RequestServices.GetRequiredService<IOptions<RateLimitingOptions>>().Value.Window;
        return (await RequestLimits.CountInWindowAsync(context, "audited", window)).Count == 1;
    }

    private static async Task AddAsync(HttpContext context, AuditEvent what, long? actorId)
    {
        // What the handler left unsaved is not saved here.
        await using var scope = context.RequestServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAloneAsync(what, subjectId: null, actorId, context.RequestAborted);
    }

    private sealed class SignInMetadata;
}
