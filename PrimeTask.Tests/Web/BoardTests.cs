using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class BoardTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Card_DraggedByMouse_IsInTheOtherColumnAndSaved()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Feed the cat", "in_progress"));
        var page = opened.Page;

        await DragAsync(page, Card(page, "Paint the fence"), Column(page, "Completed"));

        await Expect(Card(Column(page, "Completed"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(Column(page, "Pending")).ToContainTextAsync("Nothing pending");
        await Expect(Said(page, "Moved “Paint the fence” to Completed.")).ToBeVisibleAsync();
        Assert.Equal("completed", await StatusAsync(opened.User, "Paint the fence"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Card_DroppedOutsideOrWithEscape_StaysWhereItIs()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"));
        var page = opened.Page;

        await DragAsync(page, Card(page, "Paint the fence"), page.GetByRole(AriaRole.Heading, new() { Name = "Board" }));
        await Expect(Card(Column(page, "Pending"), "Paint the fence")).ToBeVisibleAsync();
        await HoldOverAsync(page, Card(page, "Paint the fence"), Column(page, "Cancelled"));
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();

        await Expect(Card(Column(page, "Pending"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("pending", await StatusAsync(opened.User, "Paint the fence"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Card_MovedByKeyboard_IsAnnouncedAndKeepsTheFocus()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Water the plants", "pending"), ("Feed the cat", "in_progress"));
        var page = opened.Page;
        await Expect(Card(page, "Feed the cat")).ToBeVisibleAsync();
        await Card(page, "Paint the fence").FocusAsync();

        await page.Keyboard.PressAsync("Space");
        await Expect(Said(page, "Lifted “Paint the fence” from Pending.")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Said(page, "Over In progress, 1 task.")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(Said(page, "Cancelled. “Paint the fence” stays in Pending.")).ToHaveCountAsync(1);
        Assert.Equal("pending", await StatusAsync(opened.User, "Paint the fence"));

        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");

        await Expect(Card(Column(page, "Completed"), "Paint the fence")).ToBeFocusedAsync();
        await Expect(Said(page, "Moved “Paint the fence” to Completed.")).ToBeVisibleAsync();
        Assert.Equal("completed", await StatusAsync(opened.User, "Paint the fence"));
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Card(page, "Feed the cat")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Feed the cat");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Card_MovedByItsMenu_NeedsNoDragging()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"));
        var page = opened.Page;

        await Card(page, "Paint the fence").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "In progress" })).ToBeFocusedAsync();
        // The last entry leads to the projects.
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Card(Column(page, "Cancelled"), "Paint the fence")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Move Paint the fence to…" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Completed" }).ClickAsync();
        await Expect(Card(Column(page, "Completed"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(Said(page, "Moved “Paint the fence” to Completed.")).ToBeVisibleAsync();
        Assert.Equal("completed", await StatusAsync(opened.User, "Paint the fence"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Card_DraggedByTouch_IsTakenByResting()
    {
        await using var opened = await OpenAsync(new Window(Width: 375, Height: 740, Touch: true), ("Paint the fence", "pending"));
        var page = opened.Page;
        var card = await Card(page, "Paint the fence").BoundingBoxAsync();
        var (x, y) = (card!.X + card.Width / 2, card.Y + card.Height / 2);
        var finger = await Finger.OnAsync(opened);

        await finger.DownAsync(x, y);
        await Expect(page.Locator("[data-lifted]")).ToHaveCountAsync(1);
        // At the edge the columns that are out of sight come in, up to the last.
        for (var step = 1; step <= 5; step++)
            await finger.MoveAsync(x + ((370 - x) * step / 5), y);
        await Expect(page.Locator("[data-column=cancelled][data-over]")).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync("() => { const { scrollLeft, scrollWidth, clientWidth } = document.querySelector('.board'); return scrollLeft >= scrollWidth - clientWidth - 1; }");
        await finger.MoveAsync(320, y);
        await finger.UpAsync();

        await Expect(Said(page, "Moved “Paint the fence” to Cancelled.")).ToBeVisibleAsync();
        // It is folded, and counts.
        await Expect(Column(page, "Cancelled")).ToContainTextAsync("1 task");
        await Column(page, "Cancelled").GetByRole(AriaRole.Button, new() { Name = "Cancelled" }).ClickAsync();
        await Expect(Card(Column(page, "Cancelled"), "Paint the fence")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Card(Column(page, "Cancelled"), "Paint the fence")).ToBeVisibleAsync();
        Assert.Equal("cancelled", await StatusAsync(opened.User, "Paint the fence"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Board_WithACardHeldNearItsEdge_ScrollsAsSlowlyAsItIsNear()
    {
        await using var opened = await OpenAsync(new Window(Width: 800), ("Paint the fence", "pending"));
        var page = opened.Page;
        var card = await Card(page, "Paint the fence").BoundingBoxAsync();
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));

        await page.Mouse.MoveAsync(card!.X + 20, card.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(400, card.Y + 20);
        await page.Mouse.MoveAsync(800 - 48 + 12, card.Y + 20); // A quarter into the edge.
        await page.Clock.RunForAsync(1_000);

        Assert.InRange(await page.Locator(".board").EvaluateAsync<double>("board => board.scrollLeft"), 60, 240);
        await page.Mouse.UpAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Move_ThatIsRefused_IsTakenBackWithTheReason()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"));
        var page = opened.Page;
        opened.Expect("503");
        await page.RouteAsync("**/api/v1/tasks/*/", route => route.Request.Method == "PATCH"
            ? route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = """{"success":false,"message":"Service unavailable","errors":{"detail":["The database is away."]},"trace_id":"0"}""" })
            : route.ContinueAsync());

        await DragAsync(page, Card(page, "Paint the fence"), Column(page, "Completed"));

        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "“Paint the fence” was not moved. The database is away." })).ToBeVisibleAsync();
        await Expect(Card(Column(page, "Pending"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(Card(Column(page, "Completed"), "Paint the fence")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Move_Undone_IsSavedToo()
    {
        await using var opened = await OpenAsync(("Paint the fence", "in_progress"));
        var page = opened.Page;
        await DragAsync(page, Card(page, "Paint the fence"), Column(page, "Pending"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(Card(Column(page, "In progress"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(Said(page, "Undone: Moved “Paint the fence” to Pending.")).ToBeVisibleAsync();
        Assert.Equal("in_progress", await StatusAsync(opened.User, "Paint the fence"));
    }

    [Fact]
    public async Task Filters_OfTheBoard_LiveInTheAddress()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Feed the cat", "completed"));
        var page = opened.Page;

        await page.GetByRole(AriaRole.Searchbox).FillAsync("fence");
        await Expect(Card(page, "Feed the cat")).ToHaveCountAsync(0);
        await Expect(Card(page, "Paint the fence")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/board\\?search=fence$"));
        await page.GetByRole(AriaRole.Group, new() { Name = "Filter by priority" }).GetByText("High").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No matching tasks" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Card(page, "Paint the fence")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("fence");
        await Expect(Card(page, "Paint the fence")).ToBeVisibleAsync();
        await Expect(Card(page, "Feed the cat")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Task_AddedAndEditedOnTheBoard_ShowsInItsColumn()
    {
        await using var opened = await OpenAsync();
        var page = opened.Page;
        await Expect(page.GetByText("Nothing pending")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Paint the fence");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Card(Column(page, "Pending"), "Paint the fence").ClickAsync();
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Status").SelectOptionAsync("In progress");

        await Expect(Card(Column(page, "In progress"), "Paint the fence")).ToBeVisibleAsync();
        await Expect(Card(Column(page, "Pending"), "Paint the fence")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Column_WithMoreMatchesThanAreCounted_SaysSoAndReachesTheLast()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, Enumerable.Range(0, 1_200).Select(number => ($"Task {number}", "pending")));
        await page.GotoAsync("/board?search=task&ordering=-created_at");
        var pending = Column(page, "Pending");
        await Expect(pending.GetByRole(AriaRole.Heading)).ToContainTextAsync(new Regex(@"1,000\+"));
        await Card(page, "Task 1199").FocusAsync();

        while (await Card(page, "Task 0").CountAsync() == 0)
            await page.Keyboard.PressAsync("End");

        await Expect(pending.GetByRole(AriaRole.Heading)).ToContainTextAsync("1,200");
        await Expect(pending.GetByRole(AriaRole.Heading)).Not.ToContainTextAsync("+");
        opened.AssertNoTroubles();
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Window.Kinds), MemberType = typeof(Window))]
    public async Task Board_ByScheme_ShutsNobodyOut(ColorScheme scheme, int width)
    {
        await using var opened = await OpenAsync(
            new Window(scheme, width), ("Paint the fence", "pending"), ("Feed the cat", "in_progress"), ("Water the plants", "completed"));
        var page = opened.Page;
        await Expect(Card(page, "Paint the fence")).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();

        await Card(page, "Paint the fence").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await opened.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("m");
        await Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        opened.AssertNoTroubles();
    }

    private Task<AppPage> OpenAsync(params (string Title, string Status)[] tasks) => OpenAsync(new Window(), tasks);

    private async Task<AppPage> OpenAsync(Window window, params (string Title, string Status)[] tasks)
    {
        var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, window);
        if (tasks.Length > 0)
            await AddAsync(opened.User, tasks);
        await opened.Page.GotoAsync("/board");
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Name = "Board" })).ToBeVisibleAsync();
        return opened;
    }

    internal static async Task AddAsync(ApiUser user, IEnumerable<(string Title, string Status)> tasks)
    {
        foreach (var part in tasks.Chunk(200))
        {
            var response = await user.PostAsync("tasks/bulk/", new { operations = part.Select(task => new { op = "create", data = new { title = task.Title, status = task.Status } }) });
            Assert.Equal(HttpStatusCode.OK, response.Status);
        }
    }

    internal static ILocator Column(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($"^{name}") });

    internal static ILocator Card(IPage page, string title) => page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    private static ILocator Card(ILocator column, string title) => column.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    internal static ILocator Said(IPage page, string text) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = text });

    private static async Task<string> StatusAsync(ApiUser user, string title) =>
        (string)(await user.GetAsync($"tasks/?search={title}")).Data["results"]![0]!["status"]!;

    private static async Task DragAsync(IPage page, ILocator from, ILocator to)
    {
        await HoldOverAsync(page, from, to);
        await page.Mouse.UpAsync();
    }

    private static async Task HoldOverAsync(IPage page, ILocator from, ILocator to)
    {
        var (start, end) = (await CentreAsync(from), await CentreAsync(to));
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 12 });
        await Expect(page.Locator("[data-lifted]")).ToHaveCountAsync(1);
    }

    internal static async Task<(float X, float Y)> CentreAsync(ILocator locator)
    {
        var box = await locator.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the screen.");
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }
}
