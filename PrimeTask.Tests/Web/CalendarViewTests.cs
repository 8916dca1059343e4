using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class CalendarViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Calendar_ByMouseAndByKeyboard_MovesTasksAndTheirEnds()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Height: 1000));
        var (page, user) = (opened.Page, opened.User);
        await AddAsync(user, new { title = "Offsite", start_on = "2040-03-13", due_on = "2040-03-15" });
        await AddAsync(user, new { title = "Dentist", due_date = "2040-03-14T09:30:00Z" });
        await AddAsync(user, new { title = "Report", due_on = "2040-03-20" });
        await page.GotoAsync("/calendar?date=2040-03-14");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("March 2040");
        await Expect(page.Locator("[data-day]")).ToHaveCountAsync(35);
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Offsite, Tue.* 13 March to Thu.* 15 March$") })).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 1000);

        // A bar keeps its length, a time its time of day.
        await DragAsync(page, Item(page, "Offsite"), "2040-03-21");
        await Expect(page.GetByText("Moved “Offsite” to 22 Mar 2040.")).ToBeVisibleAsync();
        await ExpectAsync(user, "Offsite", "2040-03-20", "2040-03-22");
        await DragAsync(page, Item(page, "Offsite").Locator("[data-resize]"), "2040-03-23");
        await Expect(page.GetByText("“Offsite” ends on 23 Mar 2040 now.")).ToBeVisibleAsync();
        await ExpectAsync(user, "Offsite", "2040-03-20", "2040-03-23");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Undone: “Offsite” ends")).ToBeVisibleAsync();
        await ExpectAsync(user, "Offsite", "2040-03-20", "2040-03-22");
        await DragAsync(page, Item(page, "Dentist"), "2040-03-16");
        await Expect(page.GetByText("Moved “Dentist” to 16 Mar 2040.")).ToBeVisibleAsync();
        Assert.Equal("2040-03-16T09:30:00Z", (string)(await TaskAsync(user, "Dentist"))["due_date"]!);

        // The same without a mouse.
        var report = page.Locator("[data-task]", new() { HasText = "Report" });
        await report.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.GetByText("Moved “Report” to 27 Mar 2040.")).ToBeVisibleAsync();
        await Expect(report).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("+");
        await Expect(page.GetByText("“Report” ends on 28 Mar 2040 now.")).ToBeVisibleAsync();
        await ExpectAsync(user, "Report", "2040-03-27", "2040-03-28");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Due date")).ToHaveValueAsync("2040-03-28");
        await page.Keyboard.PressAsync("Escape");
        await Expect(report).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("w");
        await Expect(page).ToHaveURLAsync(new Regex("view=week&date=2040-03-14$"));
        await Expect(page.Locator("[data-day]")).ToHaveCountAsync(7);
        await page.Keyboard.PressAsync("]");
        await Expect(Item(page, "Offsite")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(375, 800);
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("20 March$") })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    private static ILocator Item(IPage page, string title) => page.Locator(".calendar__item", new() { HasText = title });

    private static async Task DragAsync(IPage page, ILocator item, string day)
    {
        await item.HoverAsync();
        await page.Mouse.DownAsync();
        // Below what stands on the day.
        var box = (await page.Locator($"[data-day='{day}']").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + box.Height - 8, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    private static async Task ExpectAsync(ApiUser user, string title, string start, string end)
    {
        var task = await TaskAsync(user, title);
        Assert.Equal((start, end), ((string?)task["start_on"], (string?)task["due_on"]));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> TaskAsync(ApiUser user, string title) => (await user.GetAsync($"tasks/?search={title}")).Data["results"]![0]!;

    private static async Task AddAsync(ApiUser user, object task) => Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", task)).Status);
}
