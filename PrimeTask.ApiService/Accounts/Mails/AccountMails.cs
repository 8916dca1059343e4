using System.Globalization;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Mail;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Telemetry;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Asks the worker for mail, in the caller's transaction.</summary>
public sealed class AccountMails(
    PrimeTaskDbContext db, IOptions<MailOptions> mail, SharedCounters counters, IOptions<RateLimitingOptions> limits, PrimeTaskMetrics metrics, TimeProvider clock)
{
    public bool AreOn => mail.Value.IsOn;

    public Task ConfirmAsync(User user, CancellationToken cancellationToken) =>
        AreOn ? db.EnqueueAsync<ConfirmationMail>(new ConfirmationMail.Arguments(user.Id), TimeSpan.Zero, cancellationToken) : Task.CompletedTask;

    /// <param name="email">Whether anybody has it or not.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ResetPasswordAsync(string email, CancellationToken cancellationToken) =>
        db.EnqueueAsync<PasswordResetMail>(new PasswordResetMail.Arguments(email), TimeSpan.Zero, cancellationToken);

    public Task TellOfSignInAsync(User user, Client client, DateTimeOffset at, CancellationToken cancellationToken) => AreOn
        ? db.EnqueueAsync<SignInMail>(new SignInMail.Arguments(user.Id, at, client.Network, client.UserAgent), TimeSpan.Zero, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Counts a mail that somebody asks for, so that nobody's mailbox is filled.</summary>
    /// <param name="email">Whose mailbox.</param>
    /// <param name="apart">What is counted apart: a kind of mail; or where the account was signed in to before, if this comes from there: what others ask for does not keep its owner from asking.</param>
    /// <returns>How long to wait; zero when it may be sent.</returns>
    public async Task<TimeSpan> CountAsync(string email, string? apart)
    {
        var options = limits.Value;
        if (!options.Enabled)
            return TimeSpan.Zero;
        var (number, left) = LimitWindow.At(clock.GetUtcNow(), options.AccountMailWindow);
        var account = PasswordCheck.AccountOf(email);
        var name = string.Create(CultureInfo.InvariantCulture, $"mail:{account}:{apart}:{number}");
        if (await counters.IncrementAsync(name, options.AccountMailWindow) <= options.AccountMails)
            return TimeSpan.Zero;
        metrics.RequestRefused("account_mails");
        return left;
    }
}
