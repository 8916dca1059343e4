using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Mail;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Tells the owner of an account of a sign-in from where there was none before.</summary>
internal sealed partial class SignInMail(PrimeTaskDbContext db, MailSender mail, IOptions<MailOptions> options) : IJob
{
    private const string Path = "/forgot-password";
    private const int MaxUserAgentLength = 200;

    public static string Kind => "mail_new_sign_in";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var (id, at, network, userAgent) = run.Arguments<Arguments>();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id && user.IsActive, cancellationToken);
        if (user is null)
            return;
        var letter = new Letter(
            "New sign-in to your account",
            [
                $"Hello {user.Username},",
                "somebody signed in to your account in PrimeTask from a network and with a program that it did not know:",
                string.Create(CultureInfo.InvariantCulture, $"Time: {at.UtcDateTime:d MMMM yyyy, HH:mm} UTC"),
                $"Network: {(network.Length == 0 ? "unknown" : network)}",
                $"Program: {Describe(userAgent)}",
                "If that was you, there is nothing to do. If not, choose a new password, which signs out everybody else.",
            ],
            ("Choose a new password", options.Value.LinkTo(Path)),
            []);
        await mail.SendAsync(user.Id, user.Email, letter, cancellationToken);
    }

    /// <summary>Whoever signs in chooses this text, so no link may come of it: mail programs make one of <c>evil.example</c>, too.</summary>
    private static string Describe(string? userAgent)
    {
        var text = WireText.Cut(Unwanted().Replace(userAgent ?? "", " "), MaxUserAgentLength).Trim();
        return text.Length == 0 ? "unknown" : text;
    }

    // A dot stays before a digit: in the number of a version.
    [GeneratedRegex(@"(\.(?![0-9])|[^A-Za-z0-9.,;()/_+-])+", RegexOptions.ExplicitCapture)]
    private static partial Regex Unwanted();

    internal sealed record Arguments(long UserId, DateTimeOffset At, string Network, string? UserAgent);
}
