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
                await AddFirstAsync(context, AuditEvent.PermissionDenied, CurrentUser.From(context.User));
            if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests && context.GetEndpoint()?.Metadata.GetMetadata<SignInMetadata>() is not null)
                await AddFirstAsync(context, AuditEvent.SignInLimited, caller: null);
        });

    /// <summary>Marks the route that people sign in by.</summary>
    internal static RouteHandlerBuilder SignsIn(this RouteHandlerBuilder route) => route.WithMetadata(new SignInMetadata());

    /// <summary>Once in the window of the limits, for each caller or address: anybody can make a flood of them. Also for who has hung up.</summary>
    private static async Task AddFirstAsync(HttpContext context, AuditEvent what, CurrentUser? caller)
    {
        var window = context.RequestServices.GetRequiredService<IOptions<RateLimitingOptions>>().Value.Window;
        if (!await context.RequestServices.GetRequiredService<SharedCounters>().TryMarkAsync($"audited:{caller?.Key ?? ClientNetwork.Of(context)}", window))
            return;
        // What the handler left unsaved is not saved here.
        await using var scope = context.RequestServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAloneAsync(what, subjectId: null, caller?.Id, CancellationToken.None);
    }

    private sealed class SignInMetadata;
}
