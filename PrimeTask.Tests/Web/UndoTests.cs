using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>One stack of what can be taken back: it outlives messages and views, and each action is undone exactly once.</summary>
public sealed class UndoTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Deletion_ViewLeftAndMoreDone_CanStillBeUndone()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Feed the cat", "pending"), ("Call Ada", "in_progress"));
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Paint the fence" }).ClickAsync();
        await page.GetByLabel("Priority of Feed the cat").SelectOptionAsync("High");
        await Expect(page.GetByText("Set the priority of “Feed the cat” to High.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Expect(Card(page, "Call Ada")).ToBeVisibleAsync();
        await Expect(Card(page, "Paint the fence")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Set the priority")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");

        await Expect(Card(page, "Paint the fence")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("There is nothing to undo.")).ToBeVisibleAsync();
        Assert.Equal("medium", await MemberAsync(opened, "Feed the cat", "priority"));
        Assert.Equal("pending", await MemberAsync(opened, "Paint the fence", "status"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Actions_OfWhichTheFirstTakesLonger_AreUndoneFromTheLastThatWasBegun()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Feed the cat", "pending"));
        var page = opened.Page;
        var (release, saved) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/api/v1/tasks/**", async route =>
        {
            if (route.Request.Method == "DELETE")
                await release.Task;
            await route.ContinueAsync();
        });
        page.Response += (_, response) =>
        {
            if (response.Request.Method == "PATCH")
                saved.TrySetResult();
        };
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Paint the fence" }).ClickAsync();
        await page.GetByLabel("Priority of Feed the cat").SelectOptionAsync("High");
        await saved.Task.WaitAsync(TestContext.Current.CancellationToken);
        release.SetResult();

        await Expect(page.GetByText("Set the priority of “Feed the cat” to High.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Set the priority")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Moved “Paint the fence”")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(2);
        Assert.Equal("medium", await MemberAsync(opened, "Feed the cat", "priority"));
        opened.AssertNoTroubles();
    }

    /// <summary>More than one request can hold.</summary>
    [Fact]
    public async Task Deletion_OfHundreds_IsUndoneWhole()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        foreach (var lot in Enumerable.Range(0, 250).Chunk(125))
            await opened.User.PostAsync("tasks/bulk/", new { operations = lot.Select(number => new { op = "create", data = new { title = $"Task {number}" } }) });
        await page.GotoAsync("/list?group=priority");
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(250);
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByText("Moved 250 tasks to the trash.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Moved 250 tasks")).ToBeVisibleAsync();
        Assert.Equal(250, (int)(await opened.User.GetAsync("tasks/")).Data["count"]!);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Undo_WhileATaskIsBeingAdded_UndoesThat()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"), ("Feed the cat", "pending"));
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Paint the fence" }).ClickAsync();
        await Expect(page.GetByText("Moved “Paint the fence” to the trash.")).ToBeVisibleAsync();
        var pressed = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/tasks/", async route =>
        {
            if (route.Request.Method == "POST")
                await pressed.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" }).FillAsync("Call Ada");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Adding…")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("z");
        pressed.SetResult();
        await Expect(page.GetByText("Undone: Added “Call Ada”.")).ToBeVisibleAsync();
        Assert.Equal(["Feed the cat"], (await opened.User.GetAsync("tasks/")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!));
        opened.AssertNoTroubles();
    }

    /// <summary>The page of before knows nothing of it.</summary>
    [Fact]
    public async Task Reopening_OfWhatWasCompletedElsewhere_GivesItsStatusBack()
    {
        await using var opened = await OpenAsync(("Paint the fence", "in_progress"), ("Feed the cat", "in_progress"));
        var page = opened.Page;
        foreach (var task in (await opened.User.GetAsync("tasks/")).Data["results"]!.AsArray())
            await opened.User.PostAsync($"tasks/{task!["id"]}/complete/", new { });
        await page.GotoAsync("/list?status=all");
        await Expect(page.Locator("[data-task][data-status=completed]")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Feed the cat" }).UncheckAsync();
        await Expect(page.GetByLabel("Status of Feed the cat")).ToHaveValueAsync("in_progress");
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByLabel("Status of Feed the cat")).ToHaveValueAsync("completed");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("Reopened 2 tasks.")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-task][data-status=in_progress]")).ToHaveCountAsync(2);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Addition_CopyAndRestoration_AreEachUndone()
    {
        await using var opened = await OpenAsync(("Paint the fence", "completed"));
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Title").FillAsync("Feed the cat");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Added “Feed the cat”.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("q");
        await page.Keyboard.TypeAsync("Call Ada");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Added “Call Ada”.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Undone: Added “Call Ada”.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Paint the fence" }).FocusAsync();
        await page.Keyboard.PressAsync("d");
        await Expect(page.GetByText("Duplicated “Paint the fence”.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Status of Paint the fence")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Feed the cat" }).FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByText("Moved “Feed the cat” to the trash.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Completed 1 50%" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Moved “Feed the cat” to the trash.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Completed 1 33%" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Duplicated")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Added")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("There is nothing to undo.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Completed 1 100%" })).ToBeVisibleAsync();
        Assert.Equal("completed", await MemberAsync(opened, "Paint the fence", "status"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Changes_OfManyKinds_AreEachUndoneOnceNewestFirst()
    {
        await using var opened = await OpenAsync(("Paint the fence", "in_progress"), ("Feed the cat", "pending"));
        var page = opened.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Paint the fence", Exact = true }).ClickAsync();
        await page.GetByLabel("Title of Paint the fence").FillAsync("Paint the gate");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Renamed to “Paint the gate”.")).ToBeVisibleAsync();
        await page.GetByLabel("Status of Paint the gate").SelectOptionAsync("Cancelled");
        await Expect(page.GetByText("Set the status of “Paint the gate” to Cancelled.")).ToBeVisibleAsync();
        await page.GetByLabel("Select all shown").CheckAsync();
        await page.GetByLabel("Set priority of selected").SelectOptionAsync("Low");
        await Expect(page.GetByText("Set the priority of 2 tasks to Low.")).ToBeVisibleAsync();
        await page.GetByLabel("Select all shown").CheckAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(page.GetByText("Completed 2 tasks.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        foreach (var undone in new[] { "Undone: Completed", "Undone: Set the priority", "Undone: Set the status", "Undone: Renamed" })
        {
            await page.Keyboard.PressAsync("z");
            await Expect(page.GetByText(undone)).ToBeVisibleAsync();
        }

        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("There is nothing to undo.")).ToBeVisibleAsync();
        Assert.Equal("in_progress", await MemberAsync(opened, "Paint the fence", "status"));
        Assert.Equal("medium", await MemberAsync(opened, "Paint the fence", "priority"));
        Assert.Equal("pending", await MemberAsync(opened, "Feed the cat", "status"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Panel_Saved_CanBeUndone()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"));
        var page = opened.Page;
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Paint the fence" }).FocusAsync();
        await page.Keyboard.PressAsync("e");
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
        await panel.GetByLabel("Title").FillAsync("Paint the gate");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Renamed to “Paint the gate”.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add a description" }).ClickAsync();
        await panel.GetByLabel("Description").FillAsync("Green");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Changed the description of “Paint the gate”.")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Changed the description")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Renamed")).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        var task = (await opened.User.GetAsync("tasks/")).Data["results"]![0]!;
        Assert.Equal("Paint the fence", (string)task["title"]!);
        Assert.Null((await opened.User.GetAsync($"tasks/{task["id"]}/")).Data["description"]);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Reopening_ACompletedTask_RestoresTheStatusItHad()
    {
        await using var opened = await OpenAsync(("Paint the fence", "in_progress"), ("Feed the cat", "completed"));
        var page = opened.Page;

        await page.GetByLabel("Complete Paint the fence").ClickAsync();
        await Expect(page.GetByLabel("Status of Paint the fence")).ToHaveValueAsync("completed");
        await page.GetByLabel("Complete Paint the fence").ClickAsync();
        await Expect(page.GetByText("Reopened “Paint the fence”.")).ToBeVisibleAsync();
        await page.GetByLabel("Complete Feed the cat").ClickAsync();
        await Expect(page.GetByText("Reopened “Feed the cat”.")).ToBeVisibleAsync();

        Assert.Equal("in_progress", await MemberAsync(opened, "Paint the fence", "status"));
        Assert.Equal("pending", await MemberAsync(opened, "Feed the cat", "status"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Undo_OfWhatWasChangedElsewhereMeanwhile_IsRefusedAndSaysSo()
    {
        await using var opened = await OpenAsync(("Paint the fence", "pending"));
        var page = opened.Page;
        opened.Expect("412");
        await page.GetByLabel("Status of Paint the fence").SelectOptionAsync("Cancelled");
        await Expect(page.GetByText("Set the status")).ToBeVisibleAsync();
        var id = (long)(await opened.User.GetAsync("tasks/")).Data["results"]![0]!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" })).Status);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not changed. Changed elsewhere meanwhile");
        await Expect(page.GetByText("Undone")).ToHaveCountAsync(0);
        Assert.Equal("completed", await MemberAsync(opened, "Paint the fence", "status"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Move_OnTheBoard_IsUndoneFromTheList()
    {
        await using var opened = await OpenAsync(("Paint the fence", "in_progress"));
        var page = opened.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Card(page, "Paint the fence").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("Moved “Paint the fence” to Completed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();
        await Expect(page.GetByLabel("Status of Paint the fence")).ToHaveValueAsync("completed");

        await page.Keyboard.PressAsync("z");

        await Expect(page.GetByLabel("Status of Paint the fence")).ToHaveValueAsync("in_progress");
        Assert.Equal("in_progress", await MemberAsync(opened, "Paint the fence", "status"));
        opened.AssertNoTroubles();
    }

    private async Task<AppPage> OpenAsync(params (string Title, string Status)[] tasks)
    {
        var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        foreach (var (title, status) in tasks)
            Assert.Equal(HttpStatusCode.Created, (await opened.User.PostAsync("tasks/", new { title, status })).Status);
        await opened.Page.GotoAsync("/list?status=all");
        await opened.SettleAsync();
        return opened;
    }

    private static ILocator Card(IPage page, string title) => page.Locator("[data-card]").Filter(new() { HasText = title }).Locator(".board-card__open");

    private static async Task<string?> MemberAsync(AppPage opened, string title, string member) =>
        (string?)(await opened.User.GetAsync("tasks/")).Data["results"]!.AsArray().Single(task => (string)task!["title"]! == title)![member];
}
