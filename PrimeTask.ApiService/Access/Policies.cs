using Microsoft.AspNetCore.Authorization;

namespace PrimeTask.ApiService.Access;

public static class Policies
{
    public const string Admin = "admin";

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Admin, policy => policy.RequireAuthenticatedUser().RequireClaim(TokenClaims.Role, "admin"));

        // Every route that does not say AllowAnonymous wants a signed-in caller.
        // What is no route of ours (404, 405, 415) answers for itself, signed in or not.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.User.Identity is { IsAuthenticated: true }
                || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint))
            .Build();
    }
}
