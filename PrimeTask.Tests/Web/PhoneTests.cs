using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class PhoneTests(PrimeTaskApp app, Browser browser)
{
    private static readonly Window _phone = new(Width: 375, Height: 812, Touch: true);

    [Fact]
    public async Task Row_SwipedFarEnough_IsCompletedOrGetsAnotherDay()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, _phone);
        var page = opened.Page;
        await opened.User.PostAsync("tasks/", new { title = "Call Ann", due_on = Day(0) });
        await page.GotoAsync("/today");
        var row = page.Locator("[data-task]", new() { HasText = "Call Ann" });
        await Expect(row).ToBeVisibleAsync();
        var finger = await Finger.OnAsync(opened);

        // Too short: it stays as it is, and nothing opens.
        await finger.SwipeAsync(row, 60);
        await Expect(row).Not.ToHaveAttributeAsync("data-swipe", new Regex(".*"));
        await finger.SwipeAsync(row, -180);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Tomorrow" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        Assert.Equal(Day(1), (string)(await opened.User.GetAsync("tasks/")).Data["results"]![0]!["due_on"]!);

        await page.GotoAsync("/upcoming");
        await finger.SwipeAsync(row, 180);
        await Expect(Notice(page, "Completed “Call Ann”.")).ToBeVisibleAsync();
        Assert.Equal("completed", (string)(await opened.User.GetAsync("tasks/")).Data["results"]![0]!["status"]!);
        await Expect(page).ToHaveURLAsync(new Regex("/upcoming$"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Row_Held_IsSelectedAndTouchingOthersSelectsThem()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, _phone);
        var page = opened.Page;
        foreach (var title in new[] { "One", "Two", "Three" })
            await opened.User.AddTaskAsync(title);
        await page.GotoAsync("/list");
        var rows = page.Locator("[data-task]");
        await Expect(rows).ToHaveCountAsync(3);
        var finger = await Finger.OnAsync(opened);

        var (x, y) = await BoardTests.CentreAsync(rows.Nth(0));
        await finger.DownAsync(x, y);
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected tasks" })).ToContainTextAsync("1 selected");
        await finger.UpAsync();
        // What is no touch works at once.
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected tasks" })).ToHaveCountAsync(0);
        (x, y) = await BoardTests.CentreAsync(rows.Nth(0));
        await finger.DownAsync(x, y);
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected tasks" })).ToContainTextAsync("1 selected");
        await finger.UpAsync();
        await rows.Nth(2).TapAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected tasks" })).ToContainTextAsync("2 selected");
        await opened.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).TapAsync();

        // A tap opens, on the title too.
        await page.GetByRole(AriaRole.Button, new() { Name = "Two", Exact = true }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Two");
        opened.AssertNoTroubles();
    }

    /// <summary>Eight are on the screen, with their dates, priorities and projects; what adds one is where the thumb is; what filters them is behind one button.</summary>
    [Fact]
    public async Task List_OnAPhone_ShowsEightTasksAndAddsByThumb()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, _phone);
        var page = opened.Page;
        var project = (long)(await opened.User.PostAsync("projects/", new { name = "House", color = "amber" })).Data["id"]!;
        for (var number = 1; number <= 9; number++)
            await opened.User.PostAsync("tasks/", new { title = $"Paint the fence, side {number}", due_on = Day(0), priority = "high", project });
        await page.GotoAsync("/list");
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(9);
        await Expect(page.Locator("[data-task]").Nth(7)).ToBeInViewportAsync(new() { Ratio = 1 });
        var navigation = await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).BoundingBoxAsync();
        var eighth = await page.Locator("[data-task]").Nth(7).BoundingBoxAsync();
        Assert.True(eighth!.Y + eighth.Height <= navigation!.Y, $"The eighth task ends at {eighth.Y + eighth.Height}, and the navigation begins at {navigation.Y}.");
        await opened.CheckAccessibilityAsync();

        var add = page.GetByRole(AriaRole.Button, new() { Name = "New task" });
        var (x, y) = await BoardTests.CentreAsync(add);
        Assert.True(x > 375 * 0.6 && y > 812 * 0.6, $"It is at {x}, {y}.");
        await add.TapAsync();
        await Expect(page.Locator("[data-quick-add]")).ToBeFocusedAsync();

        await Expect(page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).TapAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Low" }).CheckAsync(new() { Force = true });
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Group by")).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Filters: 1" }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();
        Assert.Equal(0, await opened.OverflowAsync());
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_ByKeyWhereItIsFolded_IsThere()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/board", new Window(Width: 375));
        var page = opened.Page;
        await opened.SettleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.GotoAsync("/today");
        await opened.SettleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/list$"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Manifest_AndItsIcons_AreServedAsWhatTheyAre()
    {
        using var client = app.CreateClient();
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\" />", page, StringComparison.Ordinal);
        using var response = await client.GetAsync("/manifest.webmanifest", TestContext.Current.CancellationToken);
        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType?.MediaType);
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("/today", (string)manifest["start_url"]!);
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            using var image = await client.GetAsync((string)icon!["src"]!, TestContext.Current.CancellationToken);
            Assert.Equal((string)icon["type"]!, image.Content.Headers.ContentType?.MediaType);
        }
    }

    private static ILocator Notice(IPage page, string text) => page.Locator(".notice", new() { HasText = text });

    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
