using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>What is dragged by mouse in lists and at the side; boards, days and the calendar have their own.</summary>
public sealed class DragTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Row_InAnOrderByHand_IsDroppedBetweenOthersAndOnProjects()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var kitchen = await AddProjectAsync(opened.User, "Kitchen");
        var garden = await AddProjectAsync(opened.User, "Garden");
        foreach (var title in new[] { "One", "Two", "Three", "Four" })
            await AddAsync(opened.User, title, kitchen);
        await page.GotoAsync($"/list?project={kitchen}&status=open&ordering=position");

        await MovedAsync(page, () => DragAsync(page, Row(page, "Four"), Row(page, "One"), after: false));
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Two", "Three"]);
        await MovedAsync(page, () => DragAsync(page, Row(page, "One"), Row(page, "Three"), after: true));
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "Two", "Three", "One"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Two", "Three"]);
        // Where it is already, and let go of elsewhere or by Escape, it stays.
        await DragAsync(page, Row(page, "One"), Row(page, "Two"), after: false);
        await DragAsync(page, Row(page, "One"), page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen", Level = 1 }), after: true);
        await HoldAsync(page, Row(page, "One"), Row(page, "Three"), after: true);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-over]")).ToHaveCountAsync(0);
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Two", "Three"]);
        await page.ReloadAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Two", "Three"]);

        // All that are selected go together.
        await page.GetByLabel("Select Four").CheckAsync();
        await page.GetByLabel("Select Two").CheckAsync();
        await DragAsync(page, Row(page, "Two"), Place(page, "Garden"), after: true);
        await Expect(Titles(page)).ToHaveTextAsync(["One", "Three"]);
        await Expect(Place(page, "Garden")).ToContainTextAsync("2 open");
        await Expect(page).ToHaveURLAsync(new Regex($"project={kitchen}"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Two", "Three"]);

        // A subtask is among the others of its parent, and what is dropped on it comes after the family.
        var tasks = (await opened.User.GetAsync($"tasks/?project={kitchen}&ordering=position")).Data["results"]!.AsArray();
        foreach (var title in new[] { "Part a", "Part b" })
            Assert.Equal(HttpStatusCode.Created, (await opened.User.PostAsync("tasks/", new { title, parent = (long)tasks[1]!["id"]! })).Status);
        await page.ReloadAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Part a", "Part b", "Two", "Three"]);
        await MovedAsync(page, () => DragAsync(page, Row(page, "Four"), Row(page, "Part a"), after: false));
        await Expect(Titles(page)).ToHaveTextAsync(["One", "Part a", "Part b", "Four", "Two", "Three"]);
        await MovedAsync(page, () => DragAsync(page, Row(page, "Part b"), Row(page, "Part a"), after: false));
        await Expect(Titles(page)).ToHaveTextAsync(["One", "Part b", "Part a", "Four", "Two", "Three"]);
        // A parent and its subtasks stay together, also where all are selected; where they are already, nothing is done.
        await page.GetByLabel("Select One", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Select Part b").CheckAsync();
        await DragAsync(page, Row(page, "One"), Place(page, "Kitchen"), after: true);
        await DragAsync(page, Row(page, "One"), Place(page, "Garden"), after: true);
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "Two", "Three"]);
        await Expect(page.Locator(".notice", new() { HasText = "Moved “One” to Garden." })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["One", "Part b", "Part a", "Four", "Two", "Three"]);

        // Sorted rows can go to a project only.
        await page.GotoAsync($"/list?project={kitchen}&status=open&ordering=title");
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Part a", "Part b", "Three", "Two"]);
        await HoldAsync(page, Row(page, "Two"), Row(page, "Four"), after: false);
        await Expect(page.Locator("[data-over]")).ToHaveCountAsync(0);
        await page.Mouse.UpAsync();
        await DragAsync(page, Row(page, "Two"), Place(page, "Inbox"), after: true);
        await Expect(Titles(page)).ToHaveTextAsync(["Four", "One", "Part a", "Part b", "Three"]);
        await Expect(Place(page, "Inbox")).ToContainTextAsync("1 open");
        Assert.Empty((await opened.User.GetAsync($"tasks/?project={garden}")).Data["results"]!.AsArray());
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Card_InAnOrderByHand_IsDroppedBetweenOthersAndMovedByKeyboard()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var kitchen = await AddProjectAsync(opened.User, "Kitchen");
        foreach (var title in new[] { "One", "Two", "Three" })
            await AddAsync(opened.User, title, kitchen);
        Assert.Equal(HttpStatusCode.Created, (await opened.User.PostAsync("tasks/", new { title = "Four", project = kitchen, status = "in_progress" })).Status);
        // The board of a project has the order of its list.
        await page.GotoAsync($"/list?project={kitchen}&status=open&ordering=position");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["One", "Two", "Three"]);
        await Expect(page.GetByLabel("Order of the cards")).ToHaveValueAsync("position");

        await MovedAsync(page, () => DragAsync(page, Card(page, "Three"), Card(page, "One"), after: false));
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["Three", "One", "Two"]);
        await MovedAsync(page, () => DragAsync(page, Card(page, "One"), Card(page, "Four"), after: false));
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["Three", "Two"]);
        await Expect(Cards(page, "in_progress")).ToHaveTextAsync(["One", "Four"]);
        await MovedAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync());
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["Three", "One", "Two"]);
        Assert.Equal("Three One Two Four", await OrderAsync(opened.User, kitchen));
        // Alone in its column, it stood beside others all the same.
        await MovedAsync(page, () => DragAsync(page, Card(page, "Four"), Card(page, "Three"), after: false));
        await MovedAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync());
        await Expect(Cards(page, "in_progress")).ToHaveTextAsync(["Four"]);
        Assert.Equal("Three One Two Four", await OrderAsync(opened.User, kitchen));
        // What somebody else has changed meanwhile is left as it is.
        var two = (long)(await opened.User.GetAsync("tasks/?search=Two")).Data["results"]![0]!["id"]!;
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{two}/", new { status = "completed" });
        opened.Expect("status of 412");
        await DragAsync(page, Card(page, "Two"), Card(page, "Four"), after: true);
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "“Two” was not moved. Changed elsewhere meanwhile" })).ToBeVisibleAsync();
        await Expect(Cards(page, "completed")).ToHaveTextAsync(["Two"]);
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{two}/", new { status = "pending" });
        await page.ReloadAsync();
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["Three", "One", "Two"]);

        await page.Locator(".board-card__open", new() { HasText = "Three" }).FocusAsync();
        await MovedAsync(page, () => page.Keyboard.PressAsync("Alt+ArrowDown"));
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["One", "Three", "Two"]);
        await Expect(page.Locator(".board-card__open", new() { HasText = "Three" })).ToBeFocusedAsync();
        // To another column it goes by its place; where it is already, it stays.
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");
        await Expect(Cards(page, "in_progress")).ToHaveTextAsync(["Three", "Four"]);
        var moves = 0;
        page.Request += (_, request) => moves += request.Url.EndsWith("/move/", StringComparison.Ordinal) ? 1 : 0;
        await DragAsync(page, Card(page, "Four"), Card(page, "Three"), after: true);
        await Expect(page.Locator("[data-over]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(Cards(page, "pending")).ToHaveTextAsync(["One", "Two"]);
        await Expect(Cards(page, "in_progress")).ToHaveTextAsync(["Three", "Four"]);
        Assert.Equal(0, moves);
        Assert.Equal("One Three Two Four", await OrderAsync(opened.User, kitchen));
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("/upcoming", ".task__title")]
    [InlineData("/calendar", ".calendar__name")]
    [InlineData("/board", ".board-card__title")]
    public async Task Task_InAnotherView_IsDroppedOnAProject(string address, string title)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var kitchen = await AddProjectAsync(opened.User, "Kitchen");
        Assert.Equal(HttpStatusCode.Created, (await opened.User.PostAsync("tasks/", new { title = "Choose the tiles", due_date = DateTimeOffset.UtcNow.AddHours(1) })).Status);
        await page.GotoAsync(address);

        await DragAsync(page, page.Locator(title, new() { HasText = "Choose the tiles" }).First, Place(page, "Kitchen"), after: true);

        await Expect(page.Locator(".notice", new() { HasText = "Moved “Choose the tiles” to Kitchen." })).ToBeVisibleAsync();
        await Expect(Place(page, "Kitchen")).ToContainTextAsync("1 open");
        Assert.Equal(kitchen, (long)(await opened.User.GetAsync("tasks/")).Data["results"]![0]!["project"]!);
        await Expect(page.Locator("[data-over]")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Projects_AndViews_AreDraggedIntoAnotherOrder()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        foreach (var name in new[] { "Kitchen", "Garden", "Cellar" })
            await AddProjectAsync(opened.User, name);
        foreach (var name in new[] { "Urgent", "Later" })
            Assert.Equal(HttpStatusCode.Created, (await opened.User.PostAsync("views/", new { name, query = new { priority = "high" } })).Status);
        await page.GotoAsync("/list");
        var projects = page.Locator("[data-place^=project] .place__name");
        var views = page.Locator("[data-place^=view] .place__name");

        await MovedAsync(page, () => DragAsync(page, Place(page, "Cellar"), Place(page, "Kitchen"), after: false));
        await Expect(projects).ToHaveTextAsync(["Cellar", "Kitchen", "Garden"]);
        await MovedAsync(page, () => DragAsync(page, Place(page, "Cellar"), Place(page, "Garden"), after: true));
        await Expect(projects).ToHaveTextAsync(["Kitchen", "Garden", "Cellar"]);
        await MovedAsync(page, () => DragAsync(page, Place(page, "Later"), Place(page, "Urgent"), after: false));
        await Expect(views).ToHaveTextAsync(["Later", "Urgent"]);
        // A view is no project.
        await DragAsync(page, Place(page, "Urgent"), Place(page, "Kitchen"), after: false);
        await page.ReloadAsync();
        await Expect(projects).ToHaveTextAsync(["Kitchen", "Garden", "Cellar"]);
        await Expect(views).ToHaveTextAsync(["Later", "Urgent"]);
        await Expect(page).ToHaveURLAsync(new Regex("/list$"));
        opened.AssertNoTroubles();
    }

    private static async Task<string> OrderAsync(ApiUser user, long project) =>
        string.Join(' ', (await user.GetAsync($"tasks/?project={project}&ordering=position")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!));

    private static ILocator Card(IPage page, string title) => page.Locator(".board-card", new() { HasText = title });

    private static ILocator Cards(IPage page, string column) => page.Locator($"[data-column={column}] .board-card__title");

    private static ILocator Place(IPage page, string name) => page.Locator(".place__link", new() { HasText = name });

    private static ILocator Row(IPage page, string title) => page.Locator(".task__title", new() { HasText = title });

    private static ILocator Titles(IPage page) => page.Locator("[data-task] .task__title");

    private static async Task MovedAsync(IPage page, Func<Task> move) =>
        await page.RunAndWaitForResponseAsync(move, response => response.Url.EndsWith("/move/", StringComparison.Ordinal));

    private static async Task DragAsync(IPage page, ILocator from, ILocator to, bool after)
    {
        await HoldAsync(page, from, to, after);
        await page.Mouse.UpAsync();
    }

    private static async Task HoldAsync(IPage page, ILocator from, ILocator to, bool after)
    {
        await from.ScrollIntoViewIfNeededAsync();
        await Expect(to).ToBeInViewportAsync();
        var start = await BoardTests.CentreAsync(from);
        var box = await to.BoundingBoxAsync();
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box!.X + (box.Width / 2), box.Y + (box.Height * (after ? 0.8f : 0.2f)), new() { Steps = 8 });
        await Expect(page.Locator(".drag-ghost, .board-card--ghost")).ToHaveCountAsync(1);
    }

    private static async Task<long> AddProjectAsync(ApiUser user, string name) => (long)(await user.PostAsync("projects/", new { name })).Data["id"]!;

    private static async Task AddAsync(ApiUser user, string title, long project) =>
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title, project })).Status);
}
