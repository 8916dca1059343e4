using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class TodayViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Today_WithLateTasks_ShowsThemFirstAndEachOnceUntilItIsDone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, new { title = "Water the plants", due_on = Day(0) });
        await AddAsync(opened.User, new { title = "Pay the rent", due_on = Day(-2) });
        await AddAsync(opened.User, new { title = "Call the bank", due_on = Day(-1) });
        await AddAsync(opened.User, new { title = "Due just now", due_date = TimeProvider.System.GetUtcNow().AddSeconds(-1) });
        await AddAsync(opened.User, new { title = "Not before tomorrow", due_on = Day(0), start_on = Day(1) });
        await AddAsync(opened.User, new { title = "Some day" });
        await AddAsync(opened.User, new { title = "Done already", due_on = Day(0), status = "completed" });

        await page.GotoAsync("/today");
        var late = page.Locator("[data-part=late]");
        var today = page.Locator("[data-part=today]");
        await Expect(Titles(late)).ToHaveTextAsync(["Pay the rent", "Call the bank", "Due just now"]);
        await Expect(Titles(today)).ToHaveTextAsync(["Water the plants"]);
        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Lists" }).GetByRole(AriaRole.Link, new() { Name = "Today" });
        await Expect(link).ToContainTextAsync("4 open");
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);

        // The keys of the list, across both parts.
        foreach (var title in new[] { "Pay the rent", "Call the bank", "Due just now", "Water the plants" })
        {
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-task][data-active] .task__title")).ToHaveTextAsync(title);
        }

        await page.Keyboard.PressAsync("x");
        await Expect(today).ToHaveCountAsync(0);
        await Expect(link).ToContainTextAsync("3 open");
        foreach (var title in new[] { "Pay the rent", "Call the bank", "Due just now" })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Complete {title}" }).CheckAsync();
            await Expect(page.Locator("[data-task]", new() { HasText = title })).ToHaveCountAsync(0);
        }

        await Expect(page.GetByText("Nothing due today")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing is due tomorrow either.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Titles(late)).ToHaveTextAsync(["Due just now"]);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Today_WithoutTasks_SaysWhatIsNextAndTakesANewOne()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, new { title = "Ask Tom", due_on = Day(1) });
        await page.GotoAsync("/today");
        await Expect(page.GetByText("1 task is due tomorrow.")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("qBuy bread\n");
        await page.Keyboard.TypeAsync("Buy jam tomorrow");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Added “Buy jam”.")).ToBeVisibleAsync();
        await Expect(Titles(page.Locator("[data-part=today]"))).ToHaveTextAsync(["Buy bread"]);

        // What is done is folded, and can be reopened there.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Buy bread" }).CheckAsync();
        await page.GetByText("Completed today (1)").ClickAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Buy bread" }).UncheckAsync();
        await Expect(Titles(page.Locator("[data-part=today]"))).ToHaveTextAsync(["Buy bread"]);
        await Expect(page.GetByText("Completed today")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Keys_OverBothParts_FollowTheScreen()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, new { title = "Late", due_on = Day(-1) });
        var parent = (long)(await opened.User.PostAsync("tasks/", new { title = "Parent", due_on = Day(0) })).Data["id"]!;
        await AddAsync(opened.User, new { title = "Late subtask", due_on = Day(-1), parent });
        await AddAsync(opened.User, new { title = "Last", due_on = Day(0) });
        await page.GotoAsync("/today");
        await Expect(Titles(page.Locator("[data-part=late]"))).ToHaveTextAsync(["Late", "Late subtask"]);
        foreach (var title in new[] { "Late", "Late subtask", "Parent", "Last" })
        {
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-task][data-active] .task__title")).ToHaveTextAsync(title);
        }

        // The row that took its place has the keyboard.
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(3);
        await Expect(page.Locator("[data-task][data-active] .task__title")).ToHaveTextAsync("Parent");
        await Expect(page.Locator("[data-task][data-active]")).ToBeFocusedAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Project_ThatIsArchived_LeavesTodayAndItsNumbersUntilItComesBack()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var project = (long)(await opened.User.PostAsync("projects/", new { name = "Old job" })).Data["id"]!;
        await AddAsync(opened.User, new { title = "Call the client", due_on = Day(-1), project });
        await AddAsync(opened.User, new { title = "Water the plants", due_on = Day(0) });
        await page.GotoAsync("/today");
        var rows = page.Locator("[data-task] .task__title");
        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Lists" }).GetByRole(AriaRole.Link, new() { Name = "Today" });
        await Expect(rows).ToHaveTextAsync(["Call the client", "Water the plants"]);
        await Expect(link).ToContainTextAsync("2 open");

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu of Old job" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Archive" }).ClickAsync();
        await Expect(rows).ToHaveTextAsync(["Water the plants"]);
        await Expect(link).ToContainTextAsync("1 open");

        // It is found where one looks for it.
        await page.GotoAsync("/list?search=client");
        await Expect(rows).ToHaveTextAsync(["Call the client"]);
        await page.GotoAsync($"/list?project={project}");
        await Expect(rows).ToHaveTextAsync(["Call the client"]);
        await page.GotoAsync("/board");
        await Expect(page.Locator(".board-card")).ToHaveTextAsync([new Regex("Water the plants")]);
        await page.GotoAsync("/dashboard");
        await Expect(page.Locator("[data-stat=overdue] .number__count")).ToHaveTextAsync("0");
        await Expect(page.Locator(".chart--next")).Not.ToContainTextAsync("Call the client");

        await page.GotoAsync("/today");
        await Expect(rows).ToHaveTextAsync(["Water the plants"]);
        await page.Locator(".places details", new() { HasText = "Archived" }).Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu of Old job" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Take out of the archive" }).ClickAsync();
        await Expect(rows).ToHaveTextAsync(["Call the client", "Water the plants"]);
        await page.Keyboard.PressAsync("z");
        await Expect(rows).ToHaveTextAsync(["Water the plants"]);
        opened.AssertNoTroubles();
    }

    /// <summary>Nobody touches the page, and it stays visible.</summary>
    [Fact]
    public async Task Midnight_WhileItIsOpen_ShowsTheNewDay()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, new { title = "Water the plants", due_on = Day(1) });
        await page.Clock.InstallAsync();
        await page.GotoAsync("/today");
        await Expect(page.GetByText("Nothing due today")).ToBeVisibleAsync();
        // The server is asked for its own today, which has not changed: that it is asked is what counts.
        await page.RunAndWaitForRequestAsync(() => page.Clock.FastForwardAsync(24 * 3_600_000), request => request.Url.Contains("due=today", StringComparison.Ordinal));
    }

    /// <summary>In UTC, which is the zone of those who have said nothing else.</summary>
    private static string Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ILocator Titles(ILocator part) => part.Locator("[data-task] .task__title");

    private static async Task AddAsync(ApiUser user, object task) => Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", task)).Status);
}
