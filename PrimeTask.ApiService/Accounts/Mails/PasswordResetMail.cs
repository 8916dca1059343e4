using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Mail;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Lets the owner of an address choose a new password. It is asked for whether or not anybody has the address, and finds out here.</summary>
internal sealed class PasswordResetMail(PrimeTaskDbContext db, AccountTokens tokens, MailSender mail, IOptions<MailOptions> options) : IJob
{
    public const string Path = "/reset-password";

    public static string Kind => "mail_password_reset";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var email = run.Arguments<Arguments>().Email;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Email == email && user.IsActive, cancellationToken);
        // As for confirmations.
        if (user is null || await db.IsRepeatedAsync(run, cancellationToken))
            return;
        var token = await tokens.IssueAsync(user.Id, TokenPurpose.ResetPassword, cancellationToken);
        var letter = new Letter(
            "Choose a new password",
            [$"Hello {user.Username},", "somebody asked for a new password for your account in PrimeTask."],
            ("Choose a new password", options.Value.LinkTo(Path, token)),
            ["The link is good for one hour and for one use. Then you are signed out everywhere.", "If you did not ask for it, do nothing: your password stays as it is."]);
        await mail.SendAsync(user.Id, user.Email, letter, cancellationToken);
    }

    internal sealed record Arguments(string Email);
}
