using Microsoft.Playwright;
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

        await Expect(Tasks(page)).ToHaveCountAsync(3);
        // They are known as such also after a reload elsewhere.
        await page.ReloadAsync();
        await Expect(Tasks(page)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Today" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Welcome to PrimeTask" }).GetByRole(AriaRole.Button, new() { Name = "Remove the examples" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Level = 1 })).ToBeFocusedAsync();
        await Expect(Tasks(page)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();

        await AddAsync(page, "Water <b>the</b> plants", "High");
        await AddAsync(page, "Call the landlord", "Low");
        await Expect(Tasks(page)).ToHaveCountAsync(2);
        // What is done stays on the screen.
        await Filter(page, "Open").UncheckAsync(new() { Force = true });

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Call the landlord" }).CheckAsync();
        await Expect(page.GetByLabel("Status of Call the landlord")).ToHaveValueAsync("completed");

        await Filter(page, "High").CheckAsync(new() { Force = true });
        await Expect(Tasks(page)).ToHaveCountAsync(1);
        await Expect(Tasks(page)).ToContainTextAsync("Water <b>the</b> plants");

        await page.ReloadAsync();
        await Expect(Tasks(page)).ToHaveCountAsync(1);
        await Filter(page, "High").UncheckAsync(new() { Force = true });
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Call the landlord" })).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Call the landlord" }).ClickAsync();
        await Expect(Tasks(page)).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Water")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Window.Kinds), MemberType = typeof(Window))]
    public async Task App_InEitherSchemeAndAnyWidth_ShutsNobodyOut(ColorScheme scheme, int width)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/list", new Window(scheme, width));
        await opened.Page.GetByLabel("Add a task").FillAsync("Water the plants");
        await opened.Page.Keyboard.PressAsync("Shift+Enter");
        await SaveAsync(opened.Page, "High");
        await Expect(Tasks(opened.Page)).ToHaveCountAsync(1);
        await opened.CheckAccessibilityAsync();
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Edit Water the plants" }).ClickAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByRole(AriaRole.Button, new() { Name = "Add a description" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        opened.AssertNoTroubles();
    }

    /// <summary>A new user's first minutes.</summary>
    [Fact]
    public async Task App_WithoutAMouse_RegistersAddsEditsFindsAndCompletes()
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, "/register");
        var page = opened.Page;
        var keyboard = page.Keyboard;
        var name = $"web{Guid.NewGuid():N}"[..20];

        await Expect(page.GetByLabel("Email")).ToBeFocusedAsync();
        foreach (var text in new[] { $"{name}@example.com", name, "plum-Orchard-4711", "plum-Orchard-4711" })
        {
            await keyboard.TypeAsync(text);
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Welcome to PrimeTask")).ToBeVisibleAsync();
        await Expect(Tasks(page)).ToHaveCountAsync(3);
        await keyboard.PressAsync("a");
        await keyboard.PressAsync("Delete");
        await Expect(page.GetByText("Nothing due today")).ToBeVisibleAsync();
        await Expect(page.GetByText("Welcome to PrimeTask")).ToHaveCountAsync(0);

        foreach (var title in new[] { "Water the plants", "Call the landlord" })
        {
            await keyboard.PressAsync("n");
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task for today" })).ToBeFocusedAsync();
            await keyboard.TypeAsync(title);
            await keyboard.PressAsync("Enter");
            await keyboard.PressAsync("Escape");
            await Expect(Tasks(page).Filter(new() { HasText = title })).ToBeVisibleAsync();
        }

        await keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await keyboard.TypeAsync("PLANT");
        await Expect(Tasks(page)).ToHaveCountAsync(1);
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("j");
        await keyboard.PressAsync("e");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByRole(AriaRole.Button, new() { Name = "Close the task" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Title", new() { Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("End");
        await keyboard.TypeAsync(" today");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Water the plants today", Exact = true })).ToBeVisibleAsync();

        await keyboard.PressAsync("j");
        await keyboard.PressAsync("x");
        await Expect(page.GetByText("Completed “Water the plants today”.")).ToBeVisibleAsync();
        await keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    private static async Task AddAsync(IPage page, string title, string priority)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Title").FillAsync(title);
        await SaveAsync(page, priority);
        await Expect(Tasks(page).Filter(new() { HasText = title })).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(IPage page, string priority)
    {
        var editor = page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel("Priority").SelectOptionAsync(priority);
        await editor.GetByLabel("Due date").FillAsync("2030-01-31");
        await editor.GetByLabel("Due time").FillAsync("09:30");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private static ILocator Tasks(IPage page) => page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    private static ILocator Filter(IPage page, string name) => page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Checkbox, new() { Name = name });
}
