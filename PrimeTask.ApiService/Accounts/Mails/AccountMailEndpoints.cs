using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Sessions;

namespace PrimeTask.ApiService.Accounts.Mails;

public static class AccountMailEndpoints
{
    private const string ResetAsked = "If an account has this address, a mail with a link is on its way to it";
    private const string PasswordChanged = "Password changed successfully and all sessions ended";
    private const string ConfirmationSent = "A mail with a link is on its way to your address";
    private const string Confirmed = "Email address confirmed";
    private const string BadLink = "This link is invalid, has expired or was used already: ask for a new mail";
    private const string ConfirmedBefore = "Your email address is confirmed already";

    public static void AddAccountMails(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AccountMails>();
        builder.Services.AddScoped<AccountTokens>();
        builder.Services.AddScoped<PasswordReset>();
        builder.Services.AddScoped<EmailConfirmation>();
    }

    public static void MapAccountMails(this IEndpointRouteBuilder accounts)
    {
        accounts.MapPost("/password-reset/", AskForResetAsync).AllowAnonymous().LimitByAddress("password-reset", limits => limits.PasswordReset)
            .WithName("requestPasswordReset").WithSummary("Have a mail sent with a link to choose a new password").WithMessage(ResetAsked).WithHeader(IdempotencyKeys.Header);
        accounts.MapPost("/password-reset/confirm/", ResetAsync).AllowAnonymous().LimitByAddress("password-reset-confirm", limits => limits.PasswordReset)
            .WithName("resetPassword").WithSummary("Choose a new password by the link of a mail, and end all sessions").WithMessage(PasswordChanged).WithHeader(IdempotencyKeys.Header);
        accounts.MapPost("/confirm-email/", ConfirmAsync).AllowAnonymous().LimitByAddress("confirm-email", limits => limits.ConfirmEmail)
            .WithName("confirmEmail").WithSummary("Confirm an address by the link of a mail").WithMessage(Confirmed).WithHeader(IdempotencyKeys.Header);
        accounts.MapPost("/confirm-email/send/", SendConfirmationAsync).LimitByAddress("confirm-email-send", limits => limits.ConfirmEmail)
            .WithName("sendEmailConfirmation").WithSummary("Have a mail sent with a link to confirm the own address").WithMessage(ConfirmationSent);
    }

    private static async Task<Results<Accepted<Message>, Invalid, MailIsOff, KeyReused, TooMany>> AskForResetAsync(
        PasswordResetRequest body, HttpContext context, AccountMails mails, PasswordReset reset, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body);
        var email = EmailAttribute.Fold(body.Email.Value ?? "");
        var client = Client.Of(context);
        var request = idempotency.Read(context.Request, "request password reset", $"address {client.IpAddress}", email, errors);
        if (errors.Any)
            return new Invalid(errors);
        if (!mails.AreOn)
            return new MailIsOff();

        var (retryAfter, keyReused) = await reset.AskAsync(email, client.Network, request, cancellationToken);
        if (retryAfter > TimeSpan.Zero)
            return new TooMany(retryAfter);
        return keyReused ? new KeyReused() : Accepted(ResetAsked);
    }

    private static async Task<Results<Ok<Message>, Invalid, Refused, MailIsOff, KeyReused, TooMany>> ResetAsync(
        PasswordResetConfirmation body, HttpContext context, AccountMails mails, AccountTokens tokens, PasswordReset reset, PasswordAttempts attempts,
        PasswordHashLimiter turns, PasswordHasher hasher, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body);
        PasswordRules.Check(errors, "new_password", body.NewPassword);
        PasswordRules.CheckConfirmation(errors, "new_password_confirm", body.NewPasswordConfirm, body.NewPassword);
        var (token, password) = (WireText.Line(body.Token.Value ?? ""), body.NewPassword.Value ?? "");
        var client = Client.Of(context);
        var request = idempotency.Read(context.Request, "reset password", $"address {client.IpAddress}", new { token, password }, errors);
        if (errors.Any)
            return new Invalid(errors);
        if (!mails.AreOn)
            return new MailIsOff();
        if (await reset.FindEarlierAsync(request, cancellationToken) is { } earlier)
            return earlier.KeyReused ? new KeyReused() : TypedResults.Ok(new Message(true, PasswordChanged));

        if (await tokens.FindUserAsync(token, TokenPurpose.ResetPassword, cancellationToken) is not { } user)
            return new Refused(BadLink);
        PasswordRules.Check(errors, "new_password", body.NewPassword, PasswordRules.Personal(user));
        if (errors.Any)
            return new Invalid(errors);
        if (await turns.RunAsync(new(client.Network, null), () => hasher.Hash(password), cancellationToken) is not { } hash)
            return new TooMany(PasswordHashLimiter.RetryAfter);

        var changed = await reset.ChangeAsync(user, token, hash, request, cancellationToken);
        if (changed.KeyReused)
            return new KeyReused();
        if (changed.Response is null)
            return new Refused(BadLink);
        // What was guessed before, its owner most likely, does not make the new password wait.
        await attempts.ForgetAsync(PasswordCheck.AccountOf(user.Email), client.Network);
        return TypedResults.Ok(new Message(true, PasswordChanged));
    }

    private static async Task<Results<Ok<Message>, Invalid, Refused, MailIsOff, KeyReused>> ConfirmAsync(
        EmailConfirmationRequest body, HttpContext context, AccountMails mails, EmailConfirmation confirmation, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body);
        var token = WireText.Line(body.Token.Value ?? "");
        var request = idempotency.Read(context.Request, "confirm email", $"address {Client.Of(context).IpAddress}", token, errors);
        if (errors.Any)
            return new Invalid(errors);
        if (!mails.AreOn)
            return new MailIsOff();

        var confirmed = await confirmation.ConfirmAsync(token, request, cancellationToken);
        if (confirmed.KeyReused)
            return new KeyReused();
        return confirmed.Response is null ? new Refused(BadLink) : TypedResults.Ok(new Message(true, Confirmed));
    }

    private static async Task<Results<Accepted<Message>, Refused, MailIsOff, AccountGone, TooMany>> SendConfirmationAsync(
        HttpContext context, CurrentUser caller, PrimeTaskDbContext db, AccountMails mails, CancellationToken cancellationToken)
    {
        if (!mails.AreOn)
            return new MailIsOff();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == caller.Id, cancellationToken);
        if (user is null)
            return new AccountGone();
        if (user.EmailConfirmed)
            return new Refused(ConfirmedBefore);
        if (await mails.CountAsync(user.Email, "confirm") is var wait && wait > TimeSpan.Zero)
            return new TooMany(wait);

        await db.InTransactionAsync(
            async cancellation =>
            {
                await mails.ConfirmAsync(user, cancellation);
                return true;
            },
            cancellationToken);
        return Accepted(ConfirmationSent);
    }

    private static Accepted<Message> Accepted(string message) => TypedResults.Accepted((string?)null, new Message(true, message));
}
