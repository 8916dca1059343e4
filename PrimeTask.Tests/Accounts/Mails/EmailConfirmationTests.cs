using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Jobs;
using PrimeTask.Tests.Mail;

namespace PrimeTask.Tests.Accounts.Mails;

[Collection(nameof(MailSystem))]
public sealed class EmailConfirmationTests(MailSystem mail)
{
    private const string Subject = "Confirm your email address";

    [Fact]
    public async Task Register_WithMail_SendsALinkThatConfirmsTheAddressOnce()
    {
        using var user = await mail.RegisterAsync();
        using var nobody = mail.Anonymous();
        var sent = await mail.Server.WaitAsync(user.Email, Subject);
        Assert.Equal(new Uri(mail.PublicAddress, "/confirm-email"), new Uri(sent.Link().GetLeftPart(UriPartial.Path)));
        // An address that nobody has confirmed keeps nobody out.
        await user.LoginAsync();
        Assert.False((bool)(await user.GetAsync("auth/profile/")).Data["email_confirmed"]!);

        Assert.Equal(HttpStatusCode.OK, (await nobody.PostAsync("auth/confirm-email/", new { token = sent.Token() })).Status);

        Assert.True((bool)(await user.GetAsync("auth/profile/")).Data["email_confirmed"]!);
        (await nobody.PostAsync("auth/confirm-email/", new { token = sent.Token() }))
            .MustFail(HttpStatusCode.BadRequest, "This link is invalid, has expired or was used already: ask for a new mail");
        (await user.PostAsync("auth/confirm-email/send/", new { })).MustFail(HttpStatusCode.BadRequest, "Your email address is confirmed already");
        Assert.Equal(1, await mail.Database.Data.ReadAsync<long>("SELECT count(*) FROM audit WHERE subject_id = $1 AND event = 'email_confirmed'", user.Id));
    }

    [Fact]
    public async Task Send_Again_ReplacesTheLinkOfBefore_AndHasItsLimit()
    {
        using var user = await mail.RegisterAsync();
        var first = (await mail.Server.WaitAsync(user.Email, Subject)).Token();

        Assert.Equal(HttpStatusCode.Accepted, (await user.PostAsync("auth/confirm-email/send/", new { })).Status);

        var second = (await mail.Server.WaitAsync(user.Email, Subject, count: 2)).Token();
        Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync("auth/confirm-email/", new { token = first })).Status);
        for (var number = 2; number <= MailSystem.AccountMails; number++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await user.PostAsync("auth/confirm-email/send/", new { })).Status);
            // Of two that are sent at once, either may come last.
            await mail.Server.WaitAsync(user.Email, Subject, count: 1 + number);
        }

        (await user.PostAsync("auth/confirm-email/send/", new { })).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
        Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync("auth/confirm-email/", new { token = second })).Status);
        var last = (await mail.Server.WaitAsync(user.Email, Subject, count: 1 + MailSystem.AccountMails)).Token();
        var key = ("Idempotency-Key", "confirm");
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/confirm-email/", new { token = last }, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/confirm-email/", new { token = last }, key)).Status);
    }

    /// <summary>A worker does several at once, and the token that is made last is the good one.</summary>
    [Fact]
    public async Task Mails_AskedForAtOnce_AreOneWithAGoodLink()
    {
        using var user = await mail.RegisterAsync();
        await mail.Server.WaitAsync(user.Email, Subject);
        await mail.UntilIdleAsync();

        await mail.Database.InTransactionAsync(async (db, cancellation) =>
        {
            for (var request = 0; request < 4; request++)
                await db.EnqueueAsync<ConfirmationMail>(new ConfirmationMail.Arguments(user.Id), TimeSpan.Zero, cancellation);
        });
        await mail.UntilIdleAsync();

        Assert.Equal(2, mail.Server.Of(user.Email, Subject).Length);
        var token = (await mail.Server.WaitAsync(user.Email, Subject, count: 2)).Token();
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/confirm-email/", new { token })).Status);
    }

    /// <summary>Whoever registers somebody else's address must not write the mail that comes of it.</summary>
    [Fact]
    public async Task Mail_ToSomebodyWithANameThatIsAHeader_HasNothingOfTheName()
    {
        using var user = mail.Anonymous();
        var name = "Eve\r\nBcc: victim@example.com\r\n\r\n<a href=\"https://evil.example\">";
        var registered = await user.PostAsync("auth/register/", new
        {
            email = $"o'{user.Username}+{{%}}@example.com",
            username = user.Username,
            password = ApiUser.Password,
            password_confirm = ApiUser.Password,
            first_name = name,
            last_name = name,
        });
        Assert.Equal(HttpStatusCode.Created, registered.Status);

        var sent = await mail.Server.WaitAsync((string)registered.Data["user"]!["email"]!, Subject);

        Assert.Equal(
            ["Auto-Submitted", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            sent.Message.Headers.Select(header => header.Field).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Eve", sent.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", sent.Raw, StringComparison.Ordinal);
        Assert.Equal(sent.Recipient, sent.Message.To.Mailboxes.Single().Address);
        Assert.Equal("tasks@primetask.test", sent.Message.From.Mailboxes.Single().Address);
        Assert.EndsWith("@primetask.test", sent.Message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_ThatHaveExpired_AreDeleted()
    {
        using var user = await mail.RegisterAsync();
        await mail.Server.WaitAsync(user.Email, Subject);

        await mail.Database.Data.ExecuteAsync("UPDATE account_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1", user.Id);
        await mail.Database.Data.ExecuteAsync("UPDATE jobs SET due_at = now() WHERE kind = 'clean_up_account_tokens' AND lease IS NULL");

        await mail.Database.UntilAsync($"NOT EXISTS (SELECT FROM account_tokens WHERE user_id = {user.Id})");
    }
}
