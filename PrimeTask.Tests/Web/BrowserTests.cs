using Microsoft.Playwright;
using PrimeTask.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class BrowserTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task App_FromRegistrationToLogOut_KeepsAListOfTasks()
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser);
        var page = opened.Page;
        var name = $"web{Guid.NewGuid():N}"[..20];

        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await page.GetByLabel("Email").FillAsync($"{name}@example.com");
        await page.GetByLabel("Username").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("plum-Orchard-4711");
        await page.GetByLabel("Confirm password").FillAsync("plum-Orchard-4711");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();

        await AddAsync(page, "Water <b>the</b> plants", "High");
        await AddAsync(page, "Call the landlord", "Low");
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Call the landlord" }).CheckAsync();
        await Expect(Figure(page, "completed")).ToHaveTextAsync("1");

        await page.GetByLabel("Filter by priority").SelectOptionAsync("High");
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Water <b>the</b> plants");

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await page.GetByLabel("Filter by priority").SelectOptionAsync("Any priority");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Call the landlord" })).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Call the landlord" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(Figure(page, "total")).ToHaveTextAsync("1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task App_InEitherSchemeAndAnyWidth_ShutsNobodyOut(ColorScheme scheme, int width)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/", new Window(scheme, width));
        await Expect(opened.Page.GetByRole(AriaRole.Button, new() { Name = "New task" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        opened.AssertNoTroubles();
    }

    private static async Task AddAsync(IPage page, string title, string priority)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        var editor = page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel("Title").FillAsync(title);
        await editor.GetByLabel("Priority").SelectOptionAsync(priority);
        await editor.GetByLabel("Due date").FillAsync("2030-01-31T09:30");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title })).ToBeVisibleAsync();
    }

    private static ILocator Figure(IPage page, string name) => page.Locator($"[data-figure={name}] dd");
}
