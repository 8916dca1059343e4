using PrimeTask.ApiService.Sessions;
using PrimeTask.Tests.Mail;

namespace PrimeTask.Tests.Accounts.Mails;

[Collection(nameof(MailSystem))]
public sealed class SignInMailTests(MailSystem mail)
{
    private const string Subject = "New sign-in to your account";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";
    private const string NewerFirefox = "Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0";

    [Fact]
    public async Task LogIn_FromANewNetworkOrWithANewProgram_IsToldOnce()
    {
        using var user = await mail.RegisterAsync();
        await mail.UntilIdleAsync();
        Assert.Empty(mail.Server.Of(user.Email, Subject));

        // From where it was registered.
        await LogInAsync(user, null, null);
        await LogInAsync(user, "198.51.100.7", Firefox);
        var first = await mail.Server.WaitAsync(user.Email, Subject);
        Assert.Contains("Network: 198.51.100.7\n", first.Text);
        Assert.Contains("Program: Mozilla/5.0 (X11; Linux x86_64; rv 141.0) Gecko/20100101 Firefox/141.0\n", first.Text);
        Assert.Matches($@"Time: {DateTimeOffset.UtcNow:d MMMM yyyy}, \d\d:\d\d UTC", first.Text);
        Assert.Equal(new Uri(mail.PublicAddress, "/forgot-password"), first.Link());

        await LogInAsync(user, "198.51.100.7", NewerFirefox);
        await LogInAsync(user, "198.51.100.7", Firefox);
        await LogInAsync(user, "198.51.100.7", "curl/8.14.1");
        await mail.Server.WaitAsync(user.Email, Subject, count: 2);
        await LogInAsync(user, "2001:db8:0:1::5", Firefox);
        await LogInAsync(user, "2001:db8:0:1::6", Firefox);
        var third = await mail.Server.WaitAsync(user.Email, Subject, count: 3);
        Assert.Contains("Network: 2001:db8:0:1::/64\n", third.Text);
        await mail.UntilIdleAsync();
        Assert.Equal(3, mail.Server.Of(user.Email, Subject).Length);
    }

    /// <summary>Whoever registered with somebody else's address cannot fill their mailbox by signing in with program after program.</summary>
    [Fact]
    public async Task LogIn_WithManyPrograms_IsToldALimitedNumberOfTimes()
    {
        using var user = await mail.RegisterAsync();
        string[] programs = [Firefox, "curl/8.14.1", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0", "Mozilla/5.0 (Macintosh) Version/18.0 Safari/605.1", "Mozilla/5.0 (Android 15) Firefox/141.0", "Mozilla/5.0 (X11; Linux) Chrome/140.0"];
        foreach (var program in programs)
            await LogInAsync(user, "198.51.100.9", program);
        await mail.UntilIdleAsync();
        Assert.Equal(MailSystem.AccountMails, mail.Server.Of(user.Email, Subject).Length);
    }

    /// <summary>Whoever has somebody's password chooses the user agent: it must bring no link into the mail.</summary>
    [Fact]
    public async Task Program_ThatIsALinkOrHtml_IsNeither()
    {
        using var user = await mail.RegisterAsync();

        await LogInAsync(user, "198.51.100.8", "Log in at https://evil.example/x or www.evil.example <a href='https://evil.example'>here</a> 1.2");

        var sent = await mail.Server.WaitAsync(user.Email, Subject);
        Assert.Contains("Program: Log in at https //evil example/x or www evil example a href https //evil example here /a 1.2\n", sent.Text);
        Assert.DoesNotContain("evil.example", sent.Raw, StringComparison.Ordinal);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(sent.Html, "<a "));
    }

    [Theory]
    [InlineData(Firefox, "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("curl/8.14.1", "curl on other")]
    [InlineData("anything else", "other on other")]
    [InlineData(null, "other on other")]
    public void Kind_OfAProgram_IsItsBrowserAndSystem(string? userAgent, string kind) => Assert.Equal(kind, ProgramKind.Of(userAgent));

    private static async Task LogInAsync(ApiUser user, string? network, string? program)
    {
        List<(string, string)> headers = [];
        if (network is not null)
            headers.Add(("X-Forwarded-For", network));
        if (program is not null)
            headers.Add(("User-Agent", program));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }, [.. headers])).Status);
    }
}
