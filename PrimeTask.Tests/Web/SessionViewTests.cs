using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class SessionViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task LogOut_InOneTab_EndsAllAndLeavesNothingBehind()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("Secret plans");
        await opened.Page.GotoAsync("/list");
        var other = await opened.OpenTabAsync("/list?search=plans");
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Secret plans", Exact = true })).ToBeVisibleAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Edit Secret plans" }).ClickAsync();
        await other.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Labels").FillAsync("more of them");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();

        foreach (var tab in new[] { opened.Page, other })
        {
            await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
            await Expect(tab.GetByText("Secret plans")).ToHaveCountAsync(0);
            var kept = await tab.EvaluateAsync<string>("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
            Assert.Equal("[{},{}]", kept);
        }

        Assert.Empty(await opened.Context.CookiesAsync([new Uri(app.BaseAddress, "/api/v1/auth/").ToString()]));
        opened.AssertNoTroubles();
    }

    /// <summary>What is read or saved around a log out is never refused for it.</summary>
    [Fact]
    public async Task LogOut_RightAfterChanges_SavesThemAndReadsNothingMore()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var kept = await opened.User.AddTaskAsync("Feed the cat");
        var removed = await opened.User.AddTaskAsync("Paint the fence");
        var page = opened.Page;
        await page.GotoAsync("/list");
        await page.RouteAsync("**/tasks/*/", async route =>
        {
            await Task.Delay(400);
            await route.ContinueAsync();
        });
        await page.RouteAsync("**/auth/logout/", async route =>
        {
            // The session is over, and the page does not know it yet.
            var response = await route.FetchAsync();
            await Task.Delay(1_000);
            await route.FulfillAsync(new() { Response = response });
        });

        await page.GetByLabel("Status of Feed the cat").SelectOptionAsync("Cancelled");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Paint the fence" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();

        opened.AssertNoTroubles();
        await opened.User.LoginAsync();
        Assert.Equal("cancelled", (string)(await opened.User.GetAsync($"tasks/{kept}/")).Data["status"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await opened.User.GetAsync($"tasks/{removed}/")).Status);
    }

    [Fact]
    public async Task LogOut_ThatFails_SaysSoAndShowsTheViewAgain()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("Feed the cat");
        var page = opened.Page;
        await page.GotoAsync("/list?search=cat");
        opened.Expect("503");
        await page.RouteAsync("**/auth/logout/", route => route.FulfillAsync(new() { Status = 503 }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();

        await Expect(page.GetByText("You are still signed in")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Feed the cat", Exact = true })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("search=cat"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Tabs_ReloadedTogether_ShareTheSession()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        var tabs = new[] { opened.Page, await opened.OpenTabAsync(), await opened.OpenTabAsync("/list?page=1") };

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(tabs.Select(tab => tab.ReloadAsync()));
            foreach (var tab in tabs)
                await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "New task" })).ToBeEnabledAsync();
        }

        var stored = await opened.Page.EvaluateAsync<string>("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + document.cookie");
        Assert.DoesNotContain("eyJ", stored, StringComparison.Ordinal);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Reload_WhileTheSessionIsRenewed_KeepsThePersonSignedIn()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        var page = opened.Page;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New task" })).ToBeEnabledAsync();
        var before = await opened.Context.CookiesAsync();
        opened.Expect("ERR_FAILED");
        var lost = new TaskCompletionSource();
        await page.RouteAsync("**/auth/refresh/", async route =>
        {
            // The server renews, and its response gets lost with the page: the browser still has the used token.
            await route.FetchAsync();
            await opened.Context.AddCookiesAsync(before.Select(cookie => new Microsoft.Playwright.Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                Expires = cookie.Expires,
                HttpOnly = cookie.HttpOnly,
                Secure = cookie.Secure,
                SameSite = cookie.SameSite,
            }));
            await route.AbortAsync();
            lost.TrySetResult();
        });
        await page.ReloadAsync();
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await page.UnrouteAsync("**/auth/refresh/");
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New task" })).ToBeEnabledAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task View_ThatDidNotArrive_ComesWhenTheConnectionIsBack()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        var page = opened.Page;
        await opened.SettleAsync();

        opened.Expect("ERR_INTERNET_DISCONNECTED");
        await opened.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This view could not be loaded" })).ToBeVisibleAsync();
        await Expect(page.GetByText("You are offline.")).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();

        await opened.Context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" })).ToBeVisibleAsync();
        await Expect(page.GetByText("You are offline.")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }
}
