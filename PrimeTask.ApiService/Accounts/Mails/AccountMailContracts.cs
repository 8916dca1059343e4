using System.ComponentModel.DataAnnotations;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Accounts.Mails;

public sealed record PasswordResetRequest([property: Required, Email] Maybe<string> Email);

/// <param name="Token">Of the link in the mail.</param>
/// <param name="NewPassword">By the rules for every new password.</param>
/// <param name="NewPasswordConfirm">The same again.</param>
public sealed record PasswordResetConfirmation(
    [property: Required, Line(Example = AccountTokens.Example)] Maybe<string> Token,
    [property: Required, NewPassword(Example = "a-windy-Harbour-99")] Maybe<string> NewPassword,
    [property: Required, Secret(Example = "a-windy-Harbour-99")] Maybe<string> NewPasswordConfirm);

/// <param name="Token">Of the link in the mail.</param>
public sealed record EmailConfirmationRequest([property: Required, Line(Example = AccountTokens.Example)] Maybe<string> Token);

/// <summary>409: this installation sends no mail, which is no secret.</summary>
public sealed class MailIsOff : IResult, Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => Failures.WriteAsync(httpContext, StatusCodes.Status409Conflict);

    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status409Conflict);
}
