using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class SidebarTests(PrimeTaskApp app, Browser browser)
{
    private static readonly string[] _labels = ["home"];

    [Fact]
    public async Task Projects_FromTheFirstToTheLast_HoldTheirTasksAndTheirOrder()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        var page = opened.Page;
        await AddProjectAsync(page, "Kitchen", "Amber");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/list\?project=\d+&status=open&ordering=position$"));
        await AddProjectAsync(page, "Garden", "Green");
        await page.ReloadAsync();
        await Expect(Places(page)).ToHaveTextAsync([new Regex("Kitchen"), new Regex("Garden")]);

        // A new task belongs to the project that is shown.
        await Place(page, "Kitchen").ClickAsync();
        await AddTaskAsync(page, "Order the tap", "home, errand");
        await AddTaskAsync(page, "Choose the tiles");
        await AddTaskAsync(page, "Measure the window");
        await Expect(Place(page, "Kitchen")).ToContainTextAsync("3 open");
        await Expect(Titles(page)).ToHaveTextAsync(["Order the tap", "Choose the tiles", "Measure the window"]);

        // The order by hand stays.
        await page.Keyboard.PressAsync("j");
        await MoveAsync(page, "Alt+ArrowDown");
        await Expect(Titles(page)).ToHaveTextAsync(["Choose the tiles", "Order the tap", "Measure the window"]);
        await page.ReloadAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Choose the tiles", "Order the tap", "Measure the window"]);

        // By keyboard to another project, and back.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("v");
        var choice = page.GetByLabel("Move selected to a project");
        await Expect(choice).ToBeFocusedAsync();
        await choice.SelectOptionAsync("Garden");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Moved “Choose the tiles” to Garden.");
        await Expect(Titles(page)).ToHaveTextAsync(["Order the tap", "Measure the window"]);
        await Expect(Place(page, "Garden")).ToContainTextAsync("1 open");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Choose the tiles", "Order the tap", "Measure the window"]);

        // The labels of a row lead to their lists, where rows name their projects.
        await page.Locator("main .mark", new() { HasText = "errand" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("@errand · PrimeTask");
        await Expect(Titles(page)).ToHaveTextAsync(["Order the tap"]);
        await page.Locator("main .mark", new() { HasText = "Kitchen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 })).ToBeFocusedAsync();

        // The board keeps the project.
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator(".board-card")).ToHaveCountAsync(3);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Menu_OfAProject_RenamesMovesArchivesAndDeletesIt()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var ids = new Dictionary<string, long>();
        foreach (var name in new[] { "One", "Two", "Three" })
            ids[name] = (long)(await opened.User.PostAsync("projects/", new { name })).Data["id"]!;
        await opened.User.PostAsync("tasks/", new { title = "In two", project = ids["Two"], labels = _labels });
        await page.GotoAsync($"/list?project={ids["Two"]}&status=open&ordering=position");

        await ChooseAsync(page, "Two", "Rename and colour…");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Second");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Second", Level = 1 })).ToBeVisibleAsync();

        await Place(page, "Second").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(Place(page, "Second")).ToBeFocusedAsync();
        await ChooseAsync(page, "One", "Move down");
        await Expect(Places(page)).ToHaveTextAsync([new Regex("Second"), new Regex("Three"), new Regex("One")]);
        await Expect(page.Locator(".notice", new() { HasText = "Moved the project “One”." })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Places(page)).ToHaveTextAsync([new Regex("Second"), new Regex("Three"), new Regex("One")]);

        await ChooseAsync(page, "Three", "Archive");
        await Expect(Places(page)).ToHaveCountAsync(3);
        await Expect(page.Locator(".places details", new() { HasText = "Archived" }).Locator("[data-place^=project]")).ToHaveTextAsync([new Regex("Three")]);

        await ChooseAsync(page, "Second", "Delete…");
        var question = page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("Delete the project “Second” and move its task to the trash?");
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Place(page, "Second")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List", Level = 1 })).ToBeVisibleAsync();
        await Expect(Titles(page)).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("z");
        await Expect(Place(page, "Second")).ToBeVisibleAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["In two"]);

        // Its label, which goes and comes back on the task.
        var mark = page.Locator("main .mark", new() { HasText = "home" });
        await ChooseAsync(page, "home", "Delete…");
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(mark).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("z");
        await Expect(mark).ToBeVisibleAsync();
        await Expect(Place(page, "home")).ToBeVisibleAsync();

        await AddProjectAsync(page, "Fourth", "Red");
        await Expect(Place(page, "Fourth")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(Place(page, "Fourth")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Projects_ReadWhileOneIsMoved_AreNotShownAsTheyWere()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        foreach (var name in new[] { "One", "Two", "Three" })
            await opened.User.PostAsync("projects/", new { name });
        await page.GotoAsync("/list");
        await Expect(Places(page)).ToHaveTextAsync([new Regex("One"), new Regex("Two"), new Regex("Three")]);
        var held = new TaskCompletionSource();
        await page.RouteAsync(new Regex("/move/"), async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await Place(page, "Two").FocusAsync();
        await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Alt+ArrowUp"), new Regex("/move/"));
        var read = 0;
        page.Request += (_, request) => read += request.Method == "GET" && request.Url.EndsWith("/projects/", StringComparison.Ordinal) ? 1 : 0;
        await page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await page.RunAndWaitForRequestAsync(() => page.EvaluateAsync("() => void fetch('/health')"), new Regex("/health"));
        Assert.Equal(0, read);

        await ChooseAsync(page, "One", "Move down");
        await Expect(Places(page)).ToHaveTextAsync([new Regex("Two"), new Regex("Three"), new Regex("One")]);
        held.SetResult();
        await Expect(page.Locator(".notice", new() { HasText = "Moved the project “One”." })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Places(page)).ToHaveTextAsync([new Regex("Two"), new Regex("Three"), new Regex("One")]);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Sheet_OnAPhone_LeadsToAListAndGoesAway()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Width: 375));
        var page = opened.Page;
        await opened.User.PostAsync("projects/", new { name = "Kitchen", color = "amber" });
        await page.GotoAsync("/list");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Lists" });
        await button.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Lists" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Today" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Level = 1 })).ToBeVisibleAsync();
        await button.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await button.ClickAsync();
        await Place(page, "Kitchen").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 })).ToBeFocusedAsync();
        Assert.Equal(0, await opened.OverflowAsync());

        // The next person at this browser sees nothing of it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Kitchen")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    private static ILocator Places(IPage page) => page.Locator("[data-place^=project] .place__link");

    private static ILocator Place(IPage page, string name) => page.Locator(".place__link", new() { HasText = name });

    private static ILocator Titles(IPage page) => page.Locator("[data-task] .task__title");

    private static async Task MoveAsync(IPage page, string keys) =>
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync(keys), response => response.Url.EndsWith("/move/", StringComparison.Ordinal));

    private static async Task AddProjectAsync(IPage page, string name, string color)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a project" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync(name);
        await dialog.GetByTitle(color).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task AddTaskAsync(IPage page, string title, string labels = "")
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        var editor = page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel("Title").FillAsync(title);
        if (labels.Length > 0)
            await editor.GetByLabel("Labels").FillAsync(labels);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(Titles(page).Filter(new() { HasText = title })).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string project, string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Menu of {project}", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }
}
