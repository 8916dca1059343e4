using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Mail;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Asks the owner of an address to confirm it.</summary>
internal sealed class ConfirmationMail(PrimeTaskDbContext db, AccountTokens tokens, MailSender mail, IOptions<MailOptions> options) : IJob
{
    public const string Path = "/confirm-email";

    public static string Kind => "mail_confirmation";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments<Arguments>().UserId;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id && user.IsActive && !user.EmailConfirmed, cancellationToken);
        // The link of the last mail is the good one, so only that is sent.
        if (user is null || await db.IsRepeatedAsync(run, cancellationToken))
            return;
        var token = await tokens.IssueAsync(user.Id, TokenPurpose.ConfirmEmail, cancellationToken);
        var letter = new Letter(
            "Confirm your email address",
            [$"Hello {user.Username},", "this address was given for your account in PrimeTask. Please confirm that it is yours."],
            ("Confirm this address", options.Value.LinkTo(Path, token)),
            ["The link is good for one hour and for one use.", "If you have no such account, do nothing: then the address stays unconfirmed."]);
        await mail.SendAsync(user.Id, user.Email, letter, cancellationToken);
    }

    internal sealed record Arguments(long UserId);
}
