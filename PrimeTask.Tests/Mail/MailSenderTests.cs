using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Mail;
using PrimeTask.ApiService.Operations;
using PrimeTask.Tests.Jobs;
using SmtpServer.Protocol;

namespace PrimeTask.Tests.Mail;

/// <summary>What becomes of mail when the server is away, refuses it, hangs, or is not who it should be.</summary>
[Collection(nameof(MailSystem))]
public sealed class MailSenderTests(PrimeTaskApp app, MailSystem mail)
{
    private const string Reset = "Choose a new password";

    private static readonly Uri _publicAddress = new("https://tasks.primetask.test");

    [Fact]
    public async Task Mail_WhileTheServerIsAway_IsSentWhenItIsBack()
    {
        using var user = await mail.RegisterAsync();
        await mail.Server.WaitAsync(user.Email, "Confirm your email address");
        await mail.UntilIdleAsync();
        await mail.Server.StopAsync();
        try
        {
            await MailSystem.AskForResetAsync(user, user.Email);
            await mail.Database.UntilAsync("EXISTS (SELECT FROM jobs WHERE kind = 'mail_password_reset' AND attempts >= 1 AND error LIKE '%Mail could not be sent (connecting): SocketException: %')");
            Assert.DoesNotContain("token", await mail.Database.Data.ReadAsync<string>("SELECT arguments FROM jobs WHERE kind = 'mail_password_reset'"), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            mail.Server.Listen();
        }

        // The token of the attempt that succeeds is the one that is good.
        var token = (await mail.Server.WaitAsync(user.Email, Reset)).Token();
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/password-reset/confirm/", new { token, new_password = "another-Harbour-89", new_password_confirm = "another-Harbour-89" })).Status);
        await mail.UntilIdleAsync();
    }

    [Fact]
    public async Task Mail_ForAnAddressThatTheServerRefuses_IsTriedAgainOnlyIfThatMayHelp()
    {
        using var gone = await mail.RegisterAsync();
        using var later = await mail.RegisterAsync();
        await mail.UntilIdleAsync();
        mail.Server.Refuse(gone.Email, new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"<{gone.Email}>: no such user"));
        mail.Server.Refuse(later.Email, new SmtpResponse(SmtpReplyCode.InsufficientStorage, $"<{later.Email}>: mailbox full"));

        await MailSystem.AskForResetAsync(gone, gone.Email);
        await MailSystem.AskForResetAsync(later, later.Email);
        await mail.Database.UntilAsync("(SELECT count(*) FROM jobs WHERE kind = 'mail_password_reset') = 1 AND EXISTS (SELECT FROM jobs WHERE kind = 'mail_password_reset' AND attempts >= 2)");
        // Lists of jobs and logs have no addresses.
        Assert.Matches(@"\(sending\): SmtpCommandException: .*<\(the recipient\)>: mailbox full", await mail.Database.Data.ReadAsync<string>("SELECT error FROM jobs WHERE kind = 'mail_password_reset'"));
        mail.Server.Refuse(later.Email, null);

        await mail.Server.WaitAsync(later.Email, Reset);
        await mail.UntilIdleAsync();
        Assert.Empty(mail.Server.Of(gone.Email, Reset));
    }

    /// <summary>Certificates are looked at: of a server that nobody vouches for, and of one that the system trusts.</summary>
    [Fact]
    public async Task Mail_OverTls_GoesOnlyToAServerThatIsTrusted()
    {
        using var certificate = SelfSigned();
        await using var secure = MailServer.Start(certificate);
        await using var database = await JobDatabase.CreateAsync(app);
        await database.Data.ExecuteAsync(
            "INSERT INTO users (email, username, first_name, last_name, role, is_active, password_hash, created_at, updated_at) VALUES ('ann@example.com', 'ann', '', '', 'user', true, '', now(), now())");
        (string, string)[] settings = [.. MailSystem.Settings(secure.Port, _publicAddress), ("Mail__Username", MailServer.Username), ("Mail__Password", MailServer.Password), ("Jobs__FirstDelay", "00:00:00.3")];
        await database.InTransactionAsync((db, cancellation) => PrimeTask.ApiService.Jobs.JobTable.EnqueueAsync<PasswordResetMail>(db, new PasswordResetMail.Arguments("ann@example.com"), TimeSpan.Zero, cancellation));

        using (var distrustful = await database.StartAsync(settings))
        {
            await database.UntilAsync("EXISTS (SELECT FROM jobs WHERE error LIKE '%(connecting): SslHandshakeException: %')");
            await distrustful.StopAsync(TestContext.Current.CancellationToken);
        }

        // No server that speaks without TLS gets anything either.
        using (var disappointed = await database.StartAsync([.. settings, .. MailSystem.Settings(mail.Server.Port, _publicAddress)]))
        {
            await database.UntilAsync("EXISTS (SELECT FROM jobs WHERE error LIKE '%(connecting): NotSupportedException: %STARTTLS%')");
            await disappointed.StopAsync(TestContext.Current.CancellationToken);
        }

        var authorities = Path.GetTempFileName();
        await File.WriteAllTextAsync(authorities, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        database.Launch([.. settings, ("SSL_CERT_FILE", authorities)]);
        var sent = await secure.WaitAsync("ann@example.com", Reset);

        Assert.True(sent.Encrypted);
        Assert.Equal(MailServer.Username, sent.Sender);
        Assert.StartsWith("https://tasks.primetask.test/reset-password#token=", sent.Link().AbsoluteUri);
        File.Delete(authorities);
    }

    [Fact]
    public async Task Mail_ToAServerThatHangs_IsGivenUpInTime()
    {
        using var server = new SilentServer();

        Assert.Equal(
            "Mail could not be sent (connecting): The mail server did not answer within 0.2 s.",
            await FailAsync(new(Configure(server.Port), TimeProvider.System, NullLogger<MailSender>.Instance) { StepLimit = TimeSpan.FromSeconds(0.2) }));
    }

    /// <summary>Mail that is given up while the server looks at it is delivered once an attempt.</summary>
    [Fact]
    public async Task Mail_ThatTheServerLooksAtForLong_HasALimitOfItsOwn()
    {
        await using var server = MailServer.Start(hesitates: true);
        Assert.True(new MailSender(Configure(server.Port), TimeProvider.System, NullLogger<MailSender>.Instance).SendLimit >= TimeSpan.FromMinutes(5));

        Assert.Equal(
            "Mail could not be sent (sending): The mail server did not answer within 0.2 s.",
            await FailAsync(new(Configure(server.Port), TimeProvider.System, NullLogger<MailSender>.Instance) { SendLimit = TimeSpan.FromSeconds(0.2) }));
    }

    [Theory]
    [InlineData("Port", "0", "Mail:Port must be a number from 1 to 65535.")]
    [InlineData("Port", "smtp", "Mail:Port must be a number from 1 to 65535.")]
    [InlineData("Tls", "yes", "Mail:Tls must be one of StartTls, Implicit, None.")]
    [InlineData("Username", "primetask", "Mail:Username and Mail:Password go together: set both or neither.")]
    [InlineData("From", "", "Mail:From must be the address that mail comes from, such as 'PrimeTask <tasks@example.com>'.")]
    [InlineData("From", "PrimeTask", "Mail:From must be the address that mail comes from, such as 'PrimeTask <tasks@example.com>'.")]
    [InlineData("PublicAddress", "", BadPublicAddress)]
    [InlineData("PublicAddress", "tasks.primetask.test", BadPublicAddress)]
    [InlineData("PublicAddress", "http://tasks.primetask.test", BadPublicAddress)]
    [InlineData("PublicAddress", "https://tasks.primetask.test/app", BadPublicAddress)]
    public async Task Start_OfAWorkerWithABadSetting_IsRefusedWithASentence(string name, string value, string sentence)
    {
        var settings = MailSystem.Settings(mail.Server.Port, _publicAddress).Append(($"Mail__{name}", value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => mail.Database.StartAsync([.. settings]));

        Assert.Contains(sentence, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WithoutAMailServer_SaysThatMailIsOff()
    {
        var item = ProductionChecklist.All.Single(item => item.Name == "Mail");

        Assert.Equal((Microsoft.Extensions.Hosting.ChecklistState.Ok, "Mail is off, because Mail:Host is not set."), item.Check(new ConfigurationManager()));
    }

    private const string BadPublicAddress = "Mail:PublicAddress must be where people reach the web app, such as 'https://tasks.example.com', without a path; only localhost may go without https.";

    private static IOptions<MailOptions> Configure(int port) =>
        Options.Create(new MailOptions { Host = "127.0.0.1", Port = $"{port}", From = "tasks@primetask.test", PublicAddress = _publicAddress.ToString(), Tls = "None" });

    private static async Task<string> FailAsync(MailSender sender)
    {
        var letter = new Letter("Subject", ["Text"], ("Link", _publicAddress), []);
        var failure = await Assert.ThrowsAsync<MailNotSentException>(() => sender.SendAsync(1, "ann@example.com", letter, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        return failure.Message;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
