using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace PrimeTask.ApiService.Accounts;

public static class Authentication
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JwtOptions>().BindConfiguration(JwtOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PasswordHasher>();
        builder.Services.AddSingleton<HashingTurns>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<Registrar>();
        builder.Services.AddScoped<AdminCreator>();

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<JwtOptions>>((bearer, jwt) =>
            {
                bearer.MapInboundClaims = false;
                bearer.SaveToken = false;
                bearer.TokenValidationParameters = TokenIssuer.Validation(jwt.Value);
                bearer.Events = new JwtBearerEvents { OnTokenValidated = RefuseOtherTokens };
            });
        builder.Services.AddAuthorization(Policies.AddPolicies);
    }

    /// <summary>A refresh token is signed with the same key, but opens nothing.</summary>
    private static Task RefuseOtherTokens(TokenValidatedContext context)
    {
        if (context.Principal?.FindFirstValue(TokenClaims.TokenType) != TokenClaims.Access)
            context.Fail("The token is not an access token.");
        return Task.CompletedTask;
    }
}
