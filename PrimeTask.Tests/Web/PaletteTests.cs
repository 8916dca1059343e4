using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>The command palette and saved views, by keyboard.</summary>
public sealed class PaletteTests(PrimeTaskApp app, Browser browser)
{
    private static readonly string[] _labels = ["office"];

    [Fact]
    public async Task Palette_EnteredBeforeItHasLoaded_OpensWhatIsFound()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Order the tap");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/modules/dialogs.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/list");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List", Level = 1 })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("tap");
        await page.Keyboard.PressAsync("Enter");
        held.SetResult();

        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Order the tap");
        await Expect(page.Locator(".palette__input")).ToHaveCountAsync(0);

        // The server has not answered yet.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("oredr tap");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Order the tap");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Palette_ByKeyboard_FindsTasksPlacesAndCommands()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.PostAsync("projects/", new { name = "Kitchen", color = "amber" });
        await opened.User.PostAsync("tasks/", new { title = "Write the report", labels = _labels });
        await opened.User.AddTaskAsync("Order the tap");
        await page.GotoAsync("/list");
        await opened.SettleAsync();
        var field = page.Locator(".palette__input");
        var options = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option);

        // From a field that somebody types in; the focus comes back to it.
        var line = page.Locator("[data-quick-add]");
        await line.FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await Expect(options.First).ToHaveTextAsync(new Regex("New task"));
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await opened.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await options.Last.GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('dialog') !== null || document.activeElement === document.body"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(line).ToBeFocusedAsync();

        // A mistyped task opens; then it is the first of what was chosen last.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("reprot");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Tasks with similar words" }).GetByRole(AriaRole.Option)).ToHaveTextAsync([new Regex("Write the report")]);
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Write the report");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Recent" }).GetByRole(AriaRole.Option)).ToHaveTextAsync([new Regex("Write the report")]);

        await field.FillAsync("kithcen");
        await Expect(options.First).ToHaveTextAsync(new Regex("Kitchen"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("dark");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("xyzzy");
        await Expect(page.GetByText("No matches for “xyzzy”.")).ToBeVisibleAsync();
        await Expect(options).ToHaveCountAsync(0);
        await opened.CheckAccessibilityAsync();
        opened.AssertNoTroubles();

        // A response that comes late is none to what is typed now; one that fails says so.
        opened.Expect("500");
        var held = new TaskCompletionSource();
        await page.RouteAsync(new Regex(@"/tasks/\?.*search=order"), async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.RunAndWaitForRequestAsync(() => field.FillAsync("order"), new Regex("search=order"));
        await field.FillAsync("write");
        await Expect(options.First).ToHaveTextAsync(new Regex("Write the report"));
        held.SetResult();
        await Expect(options.Filter(new() { HasText = "Order the tap" })).ToHaveCountAsync(0);
        await page.RouteAsync(new Regex(@"/tasks/\?.*search=tap"), route => route.FulfillAsync(new() { Status = 500, ContentType = "application/json", Body = "{}" }));
        await field.FillAsync("tap");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("Tasks could not be searched.");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(options.First).ToHaveTextAsync(new Regex("Order the tap"));
        await page.Keyboard.PressAsync("Escape");

        await SaveViewsAsync(opened);
    }

    private static async Task SaveViewsAsync(AppPage opened)
    {
        var page = opened.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync("/list?priority=high");
        await opened.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("A name is needed.")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("Urgent");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Views(page)).ToHaveTextAsync(["Urgent"]);
        await Expect(Views(page)).ToHaveAttributeAsync("aria-current", "page");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save view" })).ToHaveCountAsync(0);

        await page.GotoAsync("/board?project=none");
        await opened.SettleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("save view");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option).First).ToHaveTextAsync(new Regex("Save view"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Save view" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("Cards");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Views(page)).ToHaveTextAsync(["Urgent", "Cards"]);
        await page.Locator(".place__link", new() { HasText = "Urgent" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/list\?priority=high$"));
        await opened.SettleAsync();
        await opened.CheckAccessibilityAsync();

        // Moved by keyboard, and back.
        await Views(page).First.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Views(page)).ToHaveTextAsync(["Cards", "Urgent"]);
        await Expect(page.Locator(".notice", new() { HasText = "Moved the view “Urgent”." })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(Views(page)).ToHaveTextAsync(["Urgent", "Cards"]);

        await ChooseAsync(page, "Cards", "Change to what is shown");
        await Expect(page.Locator(".notice", new() { HasText = "Changed the view “Cards” to what is shown." })).ToBeVisibleAsync();
        Assert.Equal("high", (string)(await opened.User.GetAsync("views/")).Data["results"]![1]!["query"]!["priority"]!);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".notice", new() { HasText = "Undone:" })).ToBeVisibleAsync();
        Assert.Equal("board", (string)(await opened.User.GetAsync("views/")).Data["results"]![1]!["layout"]!);
        await ChooseAsync(page, "Urgent", "Rename…");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Soon");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Views(page)).ToHaveTextAsync(["Soon", "Cards"]);

        await ChooseAsync(page, "Soon", "Delete");
        await Expect(Views(page)).ToHaveTextAsync(["Cards"]);
        await Expect(page.Locator(".notice", new() { HasText = "Deleted the view “Soon”." })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(Views(page)).ToHaveTextAsync(["Soon", "Cards"]);
        await page.ReloadAsync();
        await Expect(Views(page)).ToHaveTextAsync(["Soon", "Cards"]);
        opened.AssertNoTroubles();
    }

    private static ILocator Views(IPage page) => page.Locator("[data-place^=view] .place__link");

    private static async Task ChooseAsync(IPage page, string view, string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Menu of {view}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }
}
