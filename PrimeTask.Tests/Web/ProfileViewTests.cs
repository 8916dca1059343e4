using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class ProfileViewTests(PrimeTaskApp app, Browser browser)
{
    private const string Refused = "status of 400"; // What the browser says of a refused form.

    [Fact]
    public async Task Profile_NewNames_AreSavedAndShown()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        var page = opened.Page;
        var name = $"n{opened.User.Username}"[..20];

        await Expect(page.GetByLabel("Username")).ToHaveValueAsync(opened.User.Username);
        await page.GetByLabel("Username").FillAsync(name);
        await page.GetByLabel("First name").FillAsync("Ann <i>");
        await page.GetByLabel("Last name").FillAsync("Larsen");
        await page.GetByLabel("Last name").PressAsync("Enter");

        await Expect(page.GetByText("Your profile is saved.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account menu" })).ToContainTextAsync(name);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Username")).ToHaveValueAsync(name);
        await Expect(page.GetByLabel("First name")).ToHaveValueAsync("Ann <i>");
        opened.AssertNoTroubles();
    }

    /// <summary>The form was filled in before.</summary>
    [Fact]
    public async Task Profile_SavedAfterTheZoneWasChangedElsewhere_KeepsTheZone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: "America/New_York"));
        var page = opened.Page;
        await opened.User.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = "Asia/Kolkata" });
        await page.GotoAsync("/profile");
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Kolkata");
        await page.GetByLabel("First name").FillAsync("Ann");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use New York" }).ClickAsync();
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("America/New_York");
        await Expect(page.GetByLabel("First name")).ToHaveValueAsync("Ann");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();
        await Expect(page.GetByText("Your profile is saved.")).ToBeVisibleAsync();
        var profile = (await opened.User.GetAsync("auth/profile/")).Data;
        Assert.Equal(("America/New_York", "Ann"), ((string?)profile["time_zone"], (string?)profile["first_name"]));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Profile_RefusedName_StaysWithTheReasonBesideIt()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        opened.Expect(Refused);
        using var other = await ApiUser.RegisterAsync(app);
        var username = opened.Page.GetByLabel("Username");

        await username.FillAsync(other.Username);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();

        await Expect(username).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(username).ToBeFocusedAsync();
        await Expect(username).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("already"));
        await Expect(username).ToHaveValueAsync(other.Username);
        await opened.CheckAccessibilityEverywhereAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Password_Changed_TakesThePlaceOfTheOldOne()
    {
        const string fresh = "another-Meadow-93";
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        opened.Expect(Refused);
        var page = opened.Page;
        var change = page.GetByRole(AriaRole.Button, new() { Name = "Change password" });

        await page.GetByLabel("Current password").FillAsync("not-my-Password-1");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(fresh);
        await page.GetByLabel("Confirm new password").FillAsync(fresh);
        await change.ClickAsync();
        await Expect(page.GetByLabel("Current password")).ToHaveAccessibleDescriptionAsync("Current password is incorrect.");

        await page.GetByLabel("Current password").FillAsync(ApiUser.Password);
        await change.ClickAsync();
        await Expect(page.GetByText("Your password is changed.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("New password", new() { Exact = true })).ToHaveValueAsync("");

        using var elsewhere = ApiUser.Anonymous(app);
        await elsewhere.LoginAsync(opened.User.Email, fresh);
        var old = await elsewhere.PostAsync("auth/login/", new { email = opened.User.Email, password = ApiUser.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, old.Status);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task PasswordForm_TellsPasswordManagersWhatIsWhat()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        var form = opened.Page.Locator("form").Filter(new() { Has = opened.Page.GetByLabel("Current password") });
        await Expect(form.GetByLabel("Current password")).ToHaveAttributeAsync("autocomplete", "current-password");
        await Expect(form.GetByLabel("New password", new() { Exact = true })).ToHaveAttributeAsync("autocomplete", "new-password");
        await Expect(form.GetByLabel("Confirm new password")).ToHaveAttributeAsync("autocomplete", "new-password");
        await Expect(form.Locator("[autocomplete=username]")).ToHaveValueAsync(opened.User.Email);
    }

    [Fact]
    public async Task Session_SignedOut_Ends()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        using var elsewhere = ApiUser.Anonymous(app);
        await elsewhere.LoginAsync(opened.User.Email, ApiUser.Password);
        await opened.Page.GotoAsync("/profile");

        var sessions = opened.Page.GetByRole(AriaRole.List, new() { Name = "Sessions" }).GetByRole(AriaRole.Listitem);
        await Expect(sessions).ToHaveCountAsync(2);
        var own = sessions.Filter(new() { HasText = "This session" });
        await Expect(own).ToHaveCountAsync(1);
        await Expect(own.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await sessions.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(opened.Page.GetByText("That session is signed out.")).ToBeVisibleAsync();
        await Expect(sessions).ToHaveCountAsync(1);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("auth/profile/")).Status);
        opened.AssertNoTroubles();
    }
}
