using Microsoft.Playwright;
using PrimeTask.Tests.Mail;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>Links in mail, from the click that asks for them to what they do.</summary>
[Collection(nameof(MailSystem))]
public sealed class MailLinkTests(MailSystem mail, Browser browser)
{
    private const string NewPassword = "another-Harbour-89";

    [Fact]
    public async Task ForgottenPassword_ByTheLinkOfTheMail_IsReplaced()
    {
        using var user = await mail.RegisterAsync();
        await using var opened = await AppPage.OpenSignedOutAsync(mail.PublicAddress, browser, mail.Anonymous(), "/login");
        var page = opened.Page;
        await page.GetByLabel("Email").FillAsync(user.Email);
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot password?" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Forgot your password?" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Email")).ToHaveValueAsync(user.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Look at your mail" })).ToBeFocusedAsync();
        await opened.CheckAccessibilityAsync();

        await page.GotoAsync((await mail.Server.WaitAsync(user.Email, "Choose a new password")).Link().AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Choose a new password" })).ToBeVisibleAsync();
        // Neither the address bar nor the history has the token.
        await Expect(page).ToHaveURLAsync(new Uri(mail.PublicAddress, "/reset-password").AbsoluteUri);
        await opened.CheckAccessibilityAsync();
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("12");
        await page.GetByLabel("Confirm new password").FillAsync("13");
        opened.Expect("status of 400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.GetByText("This password is too short.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Passwords do not match.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("New password", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByLabel("Confirm new password").FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your password is changed" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Log in" }).ClickAsync();
        await page.GetByLabel("Email").FillAsync(user.Email);
        await page.GetByLabel("Password").FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New task" })).ToBeEnabledAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await user.GetAsync("auth/profile/")).Status);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Address_ByTheLinkThatTheProfileSends_IsConfirmed()
    {
        using var user = await mail.RegisterAsync();
        await using var opened = await AppPage.OpenSignedOutAsync(mail.PublicAddress, browser, mail.Anonymous(), "/profile");
        var page = opened.Page;
        await opened.LogInAsync(user.Email);
        // Of two that are sent at the same time, either can be the last: only its link is good.
        await mail.Server.WaitAsync(user.Email, "Confirm your email address");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the mail again" }).ClickAsync();
        await Expect(page.GetByText("A mail with a link is on its way to your address.")).ToBeVisibleAsync();
        var sent = await mail.Server.WaitAsync(user.Email, "Confirm your email address", count: 2);

        await page.GotoAsync(sent.Link().AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your email address is confirmed" })).ToBeVisibleAsync();
        await page.GotoAsync("/profile");
        await Expect(page.GetByText("This address is confirmed.")).ToBeVisibleAsync();

        opened.Expect("status of 400");
        await page.GotoAsync(sent.Link().AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.GetByText("This link is invalid, has expired or was used already: ask for a new mail")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Open the link again" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }
}
