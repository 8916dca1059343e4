using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Sessions;

public static class Authentication
{
    public static void AddSessions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JwtOptions>().BindConfiguration(JwtOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<TokenValidator>();
        builder.Services.AddSingleton<SessionStates>();
        builder.Services.AddSingleton<SessionGuard>();
        builder.Services.AddScoped<SessionEnd>();

        builder.Services.AddAuthenticationAlone(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<JwtOptions>, TokenValidator>((bearer, jwt, validator) =>
            {
                bearer.MapInboundClaims = false;
                bearer.SaveToken = false;
                bearer.TokenHandlers.Clear();
                bearer.TokenHandlers.Add(validator);
                bearer.TokenValidationParameters = TokenIssuer.Validation(jwt.Value);
                bearer.Events = new JwtBearerEvents { OnTokenValidated = CheckAsync };
            });
        builder.Services.AddAuthorization(Policies.AddPolicies);
    }

    /// <summary>As AddAuthentication, without Data Protection: its keys, of which it writes one at the first start, are for cookies that are not here.</summary>
    private static AuthenticationBuilder AddAuthenticationAlone(this IServiceCollection services, string defaultScheme)
    {
        services.AddAuthenticationCore(options => options.DefaultScheme = defaultScheme);
        services.AddWebEncoders();
        services.TryAddSingleton<IAuthenticationConfigurationProvider, AuthenticationConfiguration>();
        return new AuthenticationBuilder(services);
    }

    /// <summary>A refresh token opens nothing, nor does a token whose session has ended; the role is today's and not the token's.</summary>
    private static async Task CheckAsync(TokenValidatedContext context)
    {
        if (context.Principal?.Identity is not ClaimsIdentity identity || TokenClaims.Text(identity, TokenClaims.TokenType) != TokenClaims.Access
            || TokenClaims.Number(identity, TokenClaims.Expires) is null || CurrentUser.Find(identity) is not { } caller)
        {
            context.Fail("The token is not an access token.");
            return;
        }

        var guard = context.HttpContext.RequestServices.GetRequiredService<SessionGuard>();
        var (today, versions) = await guard.CheckAsync(caller, context.HttpContext.RequestAborted);
        if (today is not { } role)
        {
            context.Fail("The session has ended.");
            return;
        }

        if (role == caller.Role)
        {
            // For the cache, which a caller with an older token does without.
            context.HttpContext.Features.Set(versions);
        }
        else
        {
            identity.RemoveClaim(identity.FindFirst(TokenClaims.Role));
            identity.AddClaim(new Claim(TokenClaims.Role, Choices.Name(role)));
        }
    }

    private sealed class AuthenticationConfiguration(IConfiguration configuration) : IAuthenticationConfigurationProvider
    {
        IConfiguration IAuthenticationConfigurationProvider.AuthenticationConfiguration { get; } = configuration.GetSection("Authentication");
    }
}
