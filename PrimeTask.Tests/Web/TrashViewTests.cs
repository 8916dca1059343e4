using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class TrashViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Trash_OfSeveralTasks_IsRestoredDeletedAndEmptiedWithoutAMouse()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Width: 375));
        var page = opened.Page;
        foreach (var title in new[] { "Feed the cat", "Call <b>Ada</b>", "Water the plants", new string('t', 200) })
            await opened.User.SendAsync(HttpMethod.Delete, $"tasks/{await opened.User.AddTaskAsync(title)}/");
        await page.GotoAsync("/list");
        await opened.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Account menu" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Trash" }).PressAsync("Enter");
        await opened.SettleAsync();
        await Expect(page.GetByText("30 days left")).ToHaveCountAsync(4);
        await Expect(page.GetByText("4 tasks", new() { Exact = true })).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Restore Call <b>Ada</b>" }).PressAsync("Enter");
        await Expect(page.GetByText("Restored “Call <b>Ada</b>”.")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Restore Feed the cat" })).ToBeFocusedAsync();
        await WaitForTasksAsync(opened, 1);
        await page.Keyboard.PressAsync("z");
        await Expect(Rows(page)).ToHaveCountAsync(4);
        await WaitForTasksAsync(opened, 0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Feed the cat for good" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("This cannot be undone.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Rows(page)).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Feed the cat for good" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).PressAsync("Enter");
        await Expect(page.GetByText("Deleted “Feed the cat” for good.")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Button, new() { Name = "Empty the trash" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("All 3 tasks");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Empty the trash" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The trash is empty" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        Assert.Empty((await opened.User.GetAsync("tasks/trash/")).Data["results"]!.AsArray());
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Trash_ThatCannotBeLoaded_SaysSoAndIsTriedAgain()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.SendAsync(HttpMethod.Delete, $"tasks/{await opened.User.AddTaskAsync("Feed the cat")}/");
        opened.Expect("500");
        await page.RouteAsync("**/api/v1/tasks/trash/**", route => route.FulfillAsync(new() { Status = 500, Body = "{}", ContentType = "application/json" }));
        await page.GotoAsync("/trash");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The trash could not be loaded" })).ToBeVisibleAsync();
        await page.UnrouteAsync("**/api/v1/tasks/trash/**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);

        // Somebody else was faster.
        opened.Expect("404");
        await opened.User.SendAsync(HttpMethod.Delete, "tasks/trash/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore Feed the cat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“Feed the cat” was not restored. It is no longer in the trash.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The trash is empty" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task History_InThePanel_TellsWhoChangedWhat()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        using var admin = await ApiUser.SignInAdminAsync(app);
        var id = await opened.User.AddTaskAsync("Feed the cat");
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Feed the cat" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
        await panel.GetByText("History", new() { Exact = true }).ClickAsync();
        await Expect(panel.GetByText("Nothing has been changed so far.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close the task" }).ClickAsync();

        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { priority = "high", description = "Twice" });
        await admin.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "in_progress" });
        for (var number = 0; number < 20; number++)
            await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { due_on = $"2020-01-{number + 1:00}" });
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Feed the cat" }).ClickAsync();
        await panel.Locator("summary").PressAsync("Enter");
        var entries = panel.GetByRole(AriaRole.Listitem);
        await Expect(entries).ToHaveCountAsync(20);
        await Expect(entries.Nth(0)).ToContainTextAsync("You, Today");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show older changes" }).ClickAsync();

        await Expect(entries).ToHaveCountAsync(22);
        await Expect(entries.Nth(20)).ToContainTextAsync("Status: Pending → In progress");
        await Expect(entries.Nth(20)).ToContainTextAsync("admin, Today");
        await Expect(entries.Nth(21)).ToContainTextAsync("Priority: Medium → High");
        await Expect(entries.Nth(21)).ToContainTextAsync("Description added");
        await opened.CheckAccessibilityEverywhereAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = "Duplicate" }).ClickAsync();
        await Expect(page.GetByText("Duplicated “Feed the cat”.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit Feed the cat" })).ToHaveCountAsync(2);
        opened.AssertNoTroubles();
    }

    private static ILocator Rows(IPage page) => page.Locator(".data__row");

    private static async Task WaitForTasksAsync(AppPage opened, int count)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); (int)(await opened.User.GetAsync("tasks/stats/")).Data["total"]! != count; await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"There are not {count} tasks.");
    }
}
