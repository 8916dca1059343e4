using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace PrimeTask.ApiService.Mail;

/// <summary>Hands mail to the SMTP server.</summary>
internal sealed class MailSender(IOptions<MailOptions> options, TimeProvider clock, ILogger<MailSender> logger)
{
    /// <summary>For the server to take the connection, the sign-in, and the farewell; each.</summary>
    internal TimeSpan StepLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// For the server to take the mail. It can look at a mail for long before it says that it has it (RFC 5321, section 4.5.3.2.6), and what is given up before
    /// that is delivered as often as it is tried.
    /// </summary>
    internal TimeSpan SendLimit { get; init; } = TimeSpan.FromMinutes(5);

    private const int FirstPermanentStatus = 500;

    /// <summary>Returns when the server has taken it, and also when the server will never take any for this address: to try that again would help nobody.</summary>
    /// <param name="userId">Whose address it is, for the log.</param>
    /// <param name="address">The recipient.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="MailNotSentException">It can be tried again.</exception>
    public async Task SendAsync(long userId, string address, Letter letter, CancellationToken cancellationToken)
    {
        using var message = Write(address, letter);
        // Certificates are checked. Whether they were revoked would be asked of their issuers, on port 80, and no answer would be a refusal.
        using var client = new SmtpClient { CheckCertificateRevocation = false, Timeout = (int)SendLimit.TotalMilliseconds };
        var (settings, step, stepLimit) = (options.Value, "connecting", StepLimit);
        try
        {
            await LimitAsync(limit => client.ConnectAsync(settings.Host!, settings.PortNumber, settings.Security, limit));
            if (!string.IsNullOrEmpty(settings.Username))
            {
                step = "signing in";
                await LimitAsync(limit => client.AuthenticateAsync(settings.Username, settings.Password!, limit));
            }

            (step, stepLimit) = ("sending", SendLimit);
            await LimitAsync(limit => client.SendAsync(message, limit));
            (step, stepLimit) = ("closing", StepLimit);
            await LimitAsync(limit => client.DisconnectAsync(quit: true, limit));
        }
        catch (SmtpCommandException exception) when (exception is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: var status } && (int)status >= FirstPermanentStatus)
        {
            logger.AddressRefused(userId, (int)status, WithoutAddress(exception.Message, address));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailNotSentException(step, WithoutAddress(Describe(exception, stepLimit), address), exception);
        }

        async Task LimitAsync(Func<CancellationToken, Task> takeAsync)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(stepLimit);
            await takeAsync(limit.Token);
        }
    }

    private MimeMessage Write(string address, Letter letter)
    {
        var sender = options.Value.Sender!;
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow(), MessageId = MimeUtils.GenerateMessageId(sender.Domain), Body = letter.ToBody() };
        message.From.Add(sender);
        // Without a name: whoever registers somebody else's address could write whatever they like into it.
        message.To.Add(new MailboxAddress("", address));
        // So that no out-of-office reply comes back (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static string Describe(Exception exception, TimeSpan limit) => exception is OperationCanceledException or TimeoutException
        ? $"The mail server did not answer within {limit.TotalSeconds} s."
        : $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>Servers like to repeat it, and neither logs nor the list of jobs have addresses.</summary>
    private static string WithoutAddress(string text, string address) => text.Replace(address, "(the recipient)", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A mail was not taken by the server, which may take it later.</summary>
internal sealed class MailNotSentException(string step, string reason, Exception inner) : Exception($"Mail could not be sent ({step}): {reason}", inner);

internal static partial class MailLog
{
    [LoggerMessage(70, LogLevel.Warning, "The mail server refuses the address of user {UserId} for good, with status {Status}: {Reason}")]
    public static partial void AddressRefused(this ILogger logger, long userId, int status, string reason);
}
