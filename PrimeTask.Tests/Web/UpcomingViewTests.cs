using Microsoft.Playwright;
using PrimeTask.ApiService.Tasks;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class UpcomingViewTests(PrimeTaskApp app, Browser browser)
{
    private const string Zone = "America/New_York";

    [Fact]
    public async Task Upcoming_ByMouseAndByKeyboard_MovesTasksBetweenDays()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Height: 900));
        var (page, user) = (opened.Page, opened.User);
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = Zone });
        await AddAsync(user, new { title = "Pay the rent", due_on = Day(-2) });
        await AddAsync(user, new { title = "Water the plants", due_on = Day(1) });
        // Late in the evening there: another day in UTC.
        await AddAsync(user, new { title = "Call Ann", due_date = $"{Day(2)}T02:30:00Z" });
        await AddAsync(user, new { title = "Far away", due_on = Day(20) });
        // The last of the days that are shown ends when the one after it begins.
        await AddAsync(user, new { title = "The last day", due_on = Day(13) });
        await AddAsync(user, new { title = "At midnight", due_date = TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(Day(14), CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(Zone)) });

        await page.GotoAsync("/upcoming");
        await Expect(Titles(page, "[data-part=late]")).ToHaveTextAsync(["Pay the rent"]);
        await Expect(Titles(page, On(1))).ToHaveTextAsync(["Call Ann", "Water the plants"]);
        await Expect(page.Locator("[data-day]")).ToHaveCountAsync(14);
        await Expect(page.GetByText("2 tasks are due after that.")).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 900);

        // A time stays what it is there.
        await DragAsync(page, "Call Ann", On(2));
        await Expect(Titles(page, On(2))).ToHaveTextAsync(["Call Ann"]);
        await Expect(page.GetByText("Moved “Call Ann” to")).ToBeVisibleAsync();
        var call = (await user.GetAsync("tasks/?search=Ann")).Data["results"]![0]!;
        var local = TimeZoneInfo.ConvertTime((DateTimeOffset)call["due_date"]!, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        var before = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse($"{Day(2)}T02:30:00Z", CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(Zone));
        Assert.Equal((Day(2), before.TimeOfDay), ($"{local:yyyy-MM-dd}", local.TimeOfDay));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Titles(page, On(1))).ToHaveTextAsync(["Call Ann", "Water the plants"]);

        // By keyboard: to the next day and back, what is late to today, and to any day by a menu.
        await page.Locator("[data-task]", new() { HasText = "Water the plants" }).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Titles(page, On(2))).ToHaveTextAsync(["Water the plants"]);
        await Expect(page.Locator("[data-task]", new() { HasText = "Water the plants" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(Titles(page, On(1))).ToContainTextAsync(["Call Ann", "Water the plants"]);
        await page.Locator("[data-task]", new() { HasText = "Pay the rent" }).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Titles(page, On(0))).ToHaveTextAsync(["Pay the rent"]);
        await Expect(page.Locator("[data-task]", new() { HasText = "Pay the rent" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("s");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Today" })).ToBeFocusedAsync();
        await opened.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(page, On(1))).ToHaveCountAsync(3);

        // A line for each day; what it says of a day wins.
        await page.Locator(On(3)).GetByRole(AriaRole.Textbox).FillAsync("Mow the lawn !high");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(page, On(3))).ToHaveTextAsync(["Mow the lawn"]);
        await page.Locator(On(3)).GetByRole(AriaRole.Textbox).FillAsync("Read in 5 days");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(page, On(5))).ToHaveTextAsync(["Read"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show 14 more days" }).ClickAsync();
        await Expect(Titles(page, On(20))).ToHaveTextAsync(["Far away"]);
        await Expect(page.GetByText("Nothing is due after that.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Far away" }).CheckAsync();
        await Expect(Titles(page, On(20))).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Upcoming_SeveralAtOnce_MoveFromTheirOwnDaysAndToOneThatIsChosen()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Height: 900, TimeZone: Zone));
        var (page, user) = (opened.Page, opened.User);
        await AddAsync(user, new { title = "Pay the rent", due_on = Day(-2) });
        await AddAsync(user, new { title = "Wash the car", due_on = Day(-9) });
        await AddAsync(user, new { title = "Water the plants", due_on = Day(1) });
        await AddAsync(user, new { title = "Call Ann", due_on = Day(4) });
        await page.GotoAsync("/upcoming");
        foreach (var title in new[] { "Water the plants", "Call Ann" })
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {title}" }).CheckAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.GetByText("Moved 2 tasks to other days.")).ToBeVisibleAsync();
        await Expect(Titles(page, On(2))).ToHaveTextAsync(["Water the plants"]);
        await Expect(Titles(page, On(5))).ToHaveTextAsync(["Call Ann"]);

        // A line of a later day: a time without a day is of that day.
        await page.Locator(On(6)).GetByRole(AriaRole.Textbox).FillAsync("Sing 0:05");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(page, On(6))).ToHaveTextAsync(["Sing"]);
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Schedule" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Tomorrow" }).ClickAsync();
        await Expect(Titles(page, On(1))).ToHaveCountAsync(2);

        // The keys of rows do nothing while the focus is on something else.
        await page.GetByRole(AriaRole.Link, new() { Name = "Inbox" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.PressAsync("x");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reschedule" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "In two days" }).ClickAsync();
        await Expect(Titles(page, On(2))).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-part=late]")).ToHaveCountAsync(0);
        Assert.Equal(5, (int)(await user.GetAsync("tasks/?status=open")).Data["count"]!);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task List_InGroups_KeepsThemInTheAddressAndShowsWhatIsOpen()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, new { title = "One", priority = "low" });
        await AddAsync(opened.User, new { title = "Two", priority = "high", due_on = "2020-01-01" });
        await AddAsync(opened.User, new { title = "Three", status = "completed" });
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Level = 1 })).ToBeVisibleAsync();

        await page.GotoAsync("/list");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Open", Exact = true })).ToBeCheckedAsync();
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(2);
        await page.GetByLabel("Group by").SelectOptionAsync("Priority");
        await Expect(Titles(page, "[data-group=high]")).ToHaveTextAsync(["Two"]);
        await Expect(Titles(page, "[data-group=low]")).ToHaveTextAsync(["One"]);
        await page.ReloadAsync();
        foreach (var title in new[] { "Two", "One" })
        {
            await Expect(page.Locator("[data-group]")).ToHaveCountAsync(2);
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-task][data-active] .task__title")).ToHaveTextAsync(title);
        }

        await page.GetByText("Open", new() { Exact = true }).ClickAsync();
        await Expect(Titles(page, "[data-group=medium]")).ToHaveTextAsync(["Three"]);
        Assert.EndsWith("/list?status=all&group=priority", page.Url, StringComparison.Ordinal);
        opened.AssertNoTroubles();
    }

    private static string Day(int days) => ZoneDays.Of(Zone).DateAt(TimeProvider.System.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string On(int days) => $"[data-day='{Day(days)}']";

    private static ILocator Titles(IPage page, string part) => page.Locator(part).Locator("[data-task] .task__title");

    private static async Task DragAsync(IPage page, string title, string to)
    {
        await page.Locator(".task__title", new() { HasText = title }).HoverAsync();
        await page.Mouse.DownAsync();
        await page.Locator(to).Locator("h2").HoverAsync(new() { Force = true });
        await page.Locator(to).Locator("h2").HoverAsync(new() { Force = true });
        await page.Mouse.UpAsync();
    }

    private static async Task AddAsync(ApiUser user, object task) => Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", task)).Status);
}
