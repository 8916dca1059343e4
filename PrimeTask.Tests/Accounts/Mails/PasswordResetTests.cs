using PrimeTask.Tests.Mail;

namespace PrimeTask.Tests.Accounts.Mails;

[Collection(nameof(MailSystem))]
public sealed class PasswordResetTests(MailSystem mail)
{
    private const string Subject = "Choose a new password";
    private const string NewPassword = "another-Harbour-89";
    private const string BadLink = "This link is invalid, has expired or was used already: ask for a new mail";

    [Fact]
    public async Task Reset_ByTheLinkOfTheMail_ChangesThePasswordAndEndsAllSessions()
    {
        using var user = await mail.RegisterAsync();
        using var elsewhere = mail.Anonymous();
        await elsewhere.LoginAsync(user.Email, ApiUser.Password);
        using var nobody = mail.Anonymous();

        var asked = await MailSystem.AskForResetAsync(nobody, $" {user.Email.ToUpperInvariant()} ");
        var sent = await mail.Server.WaitAsync(user.Email, Subject);
        Assert.Equal("If an account has this address, a mail with a link is on its way to it", (string)asked.Body!["message"]!);
        Assert.Equal("no-store", asked.Header("Cache-Control"));
        Assert.Equal(new Uri(mail.PublicAddress, "/reset-password"), new Uri(sent.Link().GetLeftPart(UriPartial.Path)));
        Assert.Contains(user.Username, sent.Text);
        Assert.Equal(43, sent.Token().Length);
        Assert.Equal(1, await mail.Database.Data.ReadAsync<long>("SELECT count(*) FROM account_tokens WHERE digest = sha256(convert_to($1, 'UTF8'))", sent.Token()));

        var weak = (await ResetAsync(nobody, sent.Token(), user.Username)).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.Contains("The password is too similar to the username.", weak.Errors("new_password"));
        var different = await nobody.PostAsync("auth/password-reset/confirm/", new { token = sent.Token(), new_password = NewPassword, new_password_confirm = "x" });
        Assert.Equal(["Passwords do not match."], different.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("new_password_confirm"));
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);

        Assert.Equal(HttpStatusCode.OK, (await ResetAsync(nobody, sent.Token(), NewPassword)).Status);

        foreach (var session in new[] { user, elsewhere })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await session.GetAsync("auth/profile/")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await session.PostAsync("auth/refresh/", new { refresh = session.Refresh })).Status);
        }

        (await nobody.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        await user.LoginAsync(user.Email, NewPassword);
        // Who reads the mail has the address.
        Assert.True((bool)(await user.GetAsync("auth/profile/")).Data["email_confirmed"]!);
        (await ResetAsync(nobody, sent.Token(), "yet-another-Harbour-90")).MustFail(HttpStatusCode.BadRequest, BadLink);
        Assert.Equal("password_reset password_reset_requested", await mail.Database.Data.ReadAsync<string>(
            "SELECT string_agg(event, ' ' ORDER BY event) FROM audit WHERE subject_id = $1 AND actor_id IS NULL AND event LIKE 'password_reset%'", user.Id));
    }

    [Fact]
    public async Task Reset_SameLinkManyTimesAtOnce_IsDoneOnce()
    {
        using var user = await mail.RegisterAsync();
        await MailSystem.AskForResetAsync(user, user.Email);
        var token = (await mail.Server.WaitAsync(user.Email, Subject)).Token();

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => ResetAsync(user, token, $"{NewPassword}{number}")));

        Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
        Assert.All(responses.Where(response => response.Status != HttpStatusCode.OK), response => response.MustFail(HttpStatusCode.BadRequest, BadLink));
        await user.LoginAsync(user.Email, $"{NewPassword}{Array.FindIndex(responses, response => response.Status == HttpStatusCode.OK)}");
    }

    [Fact]
    public async Task Reset_SentAgainWithItsKey_IsAnsweredAsDone()
    {
        using var user = await mail.RegisterAsync();
        var asking = ("Idempotency-Key", $"{Guid.NewGuid()}");
        // More often than mails can be asked for: a repetition is none.
        for (var number = 0; number <= MailSystem.AccountMails; number++)
            await MailSystem.AskForResetAsync(user, user.Email, asking);
        var token = (await mail.Server.WaitAsync(user.Email, Subject)).Token();
        await mail.UntilIdleAsync();
        Assert.Single(mail.Server.Of(user.Email, Subject));

        var resetting = ("Idempotency-Key", $"{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.OK, (await ResetAsync(user, token, NewPassword, resetting)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ResetAsync(user, token, NewPassword, resetting)).Status);
        (await ResetAsync(user, token, "yet-another-Harbour-90", resetting)).MustFail(HttpStatusCode.UnprocessableEntity, "Idempotency key already used");
    }

    [Fact]
    public async Task Reset_ByALinkThatIsGoodNoMore_IsRefused()
    {
        using var user = await mail.RegisterAsync();
        await MailSystem.AskForResetAsync(user, user.Email);
        var replaced = (await mail.Server.WaitAsync(user.Email, Subject)).Token();
        await MailSystem.AskForResetAsync(user, user.Email);
        var newest = (await mail.Server.WaitAsync(user.Email, Subject, count: 2)).Token();

        (await ResetAsync(user, replaced, NewPassword)).MustFail(HttpStatusCode.BadRequest, BadLink);
        // What confirms an address changes no password.
        (await ResetAsync(user, (await mail.Server.WaitAsync(user.Email, "Confirm your email address")).Token(), NewPassword)).MustFail(HttpStatusCode.BadRequest, BadLink);
        Assert.InRange(
            await mail.Database.Data.ReadAsync<TimeSpan>("SELECT expires_at - now() FROM account_tokens WHERE user_id = $1 AND purpose = 'reset_password'", user.Id),
            TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
        await mail.Database.Data.ExecuteAsync("UPDATE account_tokens SET expires_at = now() WHERE user_id = $1", user.Id);
        (await ResetAsync(user, newest, NewPassword)).MustFail(HttpStatusCode.BadRequest, BadLink);

        await mail.Database.Data.ExecuteAsync("UPDATE account_tokens SET expires_at = now() + interval '1 hour' WHERE user_id = $1", user.Id);
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(
            HttpMethod.Put, "auth/change-password/", new { old_password = ApiUser.Password, new_password = NewPassword, new_password_confirm = NewPassword })).Status);
        (await ResetAsync(user, newest, "yet-another-Harbour-90")).MustFail(HttpStatusCode.BadRequest, BadLink);
    }

    [Fact]
    public async Task Ask_ForAnAddressOfSomebodyNobodyOrAnInactiveUser_IsAnsweredAlike()
    {
        using var known = await mail.RegisterAsync();
        using var inactive = await mail.RegisterAsync();
        await mail.Database.Data.ExecuteAsync("UPDATE users SET is_active = false WHERE id = $1", inactive.Id);
        using var caller = mail.Anonymous();
        var unknown = $"{Guid.NewGuid():N}@example.com";

        var (addresses, answers) = (new[] { unknown, inactive.Email, known.Email }, new List<string>());
        foreach (var (address, number) in addresses.Select((address, number) => (address, number)))
        {
            // Each from an address of its own: the header that counts requests has the same number for all.
            var response = await MailSystem.AskForResetAsync(caller, address, ("X-Forwarded-For", $"198.51.100.{number + 1}"));
            var headers = response.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value).Split(";t=")[0]}");
            answers.Add($"{(int)response.Status} {response.Body!.ToJsonString()} {string.Join('\n', headers.Order())}");
        }

        Assert.Single(answers.Distinct());
        await mail.Server.WaitAsync(known.Email, Subject);
        await mail.UntilIdleAsync();
        Assert.Empty(mail.Server.Of(unknown, Subject));
        Assert.Empty(mail.Server.Of(inactive.Email, Subject));
    }

    [Fact]
    public async Task Ask_TooOftenForOneAccount_HasToWait_ButNotWhereItIsKnown()
    {
        using var user = await mail.RegisterAsync();
        using var caller = mail.Anonymous();
        foreach (var address in new[] { user.Email, $"{Guid.NewGuid():N}@example.com" })
        {
            for (var number = 1; number <= MailSystem.AccountMails; number++)
                await MailSystem.AskForResetAsync(caller, address, ("X-Forwarded-For", $"203.0.113.{number}"));
            var refused = (await caller.PostAsync("auth/password-reset/", new { email = address }, ("X-Forwarded-For", "203.0.113.9"))).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
            Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 3600);
        }

        var asked = await MailSystem.AskForResetAsync(user, user.Email);
        Assert.StartsWith("\"password-reset\";q=", asked.Header("RateLimit-Policy"));
    }

    [Fact]
    public async Task Link_WhateverHostTheRequestNames_LeadsToThePublicAddress()
    {
        using var user = await mail.RegisterAsync();

        await MailSystem.AskForResetAsync(user, user.Email, ("Host", "primetask.test"), ("X-Forwarded-Host", "localhost"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(mail.PublicAddress.Authority, (await mail.Server.WaitAsync(user.Email, Subject)).Link().Authority);
    }

    private static Task<ApiResponse> ResetAsync(ApiUser caller, string token, string password, params (string, string)[] headers) =>
        caller.PostAsync("auth/password-reset/confirm/", new { token, new_password = password, new_password_confirm = password }, headers);
}
