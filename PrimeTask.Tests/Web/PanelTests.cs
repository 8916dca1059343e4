using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>A task in the panel beside the view.</summary>
public sealed class PanelTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Task_OpenedAndClosed_HasAnAddressBesideTheViewItCameFrom()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Feed the cat");
        var other = await opened.User.AddTaskAsync("Paint the fence");
        var panel = await EditAsync(page, "Feed the cat", "/board");
        await Expect(page).ToHaveURLAsync(new Regex($"/tasks/{id}$"));
        await Expect(page).ToHaveTitleAsync("Feed the cat · PrimeTask");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Board", Level = 1 })).ToBeVisibleAsync();

        // Another one takes its place: Back leads to the view alone.
        await page.GetByRole(AriaRole.Button, new() { Name = "Paint the fence", Exact = true }).ClickAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        await Expect(page).ToHaveURLAsync(new Regex($"/tasks/{other}$"));
        await page.EvaluateAsync("() => history.back()");
        await Expect(panel).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("/board$"));
        await page.EvaluateAsync("() => history.forward()");
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Board", Level = 1 })).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);

        // A link from elsewhere opens it over the first view.
        var tab = await opened.OpenTabAsync($"/tasks/{id}");
        await Expect(tab.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title")).ToHaveValueAsync("Feed the cat");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Today", Level = 1 })).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Close the task" }).ClickAsync();
        await Expect(tab).ToHaveURLAsync(new Regex("/today$"));

        // Of nobody, and somebody else's.
        opened.Expect("404");
        using var stranger = await ApiUser.RegisterAsync(app);
        foreach (var none in new[] { 999_999_999_999, await stranger.AddTaskAsync("Secret") })
        {
            await tab.GotoAsync($"/tasks/{none}");
            await Expect(tab.GetByText("It has been deleted, or the address is wrong.")).ToBeVisibleAsync();
        }

        opened.AssertNoTroubles();
    }

    /// <summary>In the order in which dates are written here: day, month, year.</summary>
    [Fact]
    public async Task DueDate_OfWhichAPartIsWritten_StaysWhatItIs()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var (page, user) = (opened.Page, opened.User);
        await user.PostAsync("tasks/", new { title = "Feed the cat", due_on = "2040-03-10" });
        await user.AddTaskAsync("Paint the fence");
        for (var time = 1; time <= 2; time++)
        {
            var panel = await EditAsync(page, "Feed the cat");
            var date = panel.GetByLabel("Due date");
            await Expect(date).ToHaveValueAsync("2040-03-10");
            await date.FocusAsync();
            await page.Keyboard.PressAsync("Backspace");
            await Expect(date).ToHaveValueAsync("");
            await page.EvaluateAsync("() => history.back()");
            await Expect(panel).ToHaveCountAsync(0);
        }

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Paint the fence" }).CheckAsync();
        await Expect(page.GetByText("Completed “Paint the fence”.")).ToBeVisibleAsync();
        Assert.Equal("2040-03-10", (string?)(await user.GetAsync("tasks/?search=cat")).Data["results"]![0]!["due_on"]);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Rule_ThatCannotBeRead_IsThereAgainWhenAllElseIsSaved()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.PostAsync("tasks/", new { title = "Feed the cat", due_on = "2040-03-10" });
        var panel = await EditAsync(page, "Feed the cat");
        await panel.GetByLabel("Repeat (optional)").FillAsync("now and then");
        await panel.GetByLabel("Title").FillAsync("Feed the cats");
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByText("Renamed to “Feed the cats”.")).ToBeVisibleAsync();
        panel = await EditAsync(page, "Feed the cats");
        await Expect(panel.GetByLabel("Repeat (optional)")).ToHaveValueAsync("now and then");
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Feed the cats");
        opened.AssertNoTroubles();
    }

    /// <summary>The date is meant for one occurrence, the title for the later ones too.</summary>
    [Fact]
    public async Task Changes_OfARecurringTaskLeftUnsaved_AreEachSavedForWhatTheyAreMeantFor()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var (page, user) = (opened.Page, opened.User);
        await user.PostAsync("tasks/", new { title = "Feed the cat", due_on = "2040-03-10", recurrence = "FREQ=WEEKLY" });
        var panel = await EditAsync(page, "Feed the cat");
        opened.Expect("ERR_FAILED");
        await page.RouteAsync("**/api/v1/tasks/*/**", route => route.Request.Method == "PATCH" ? route.AbortAsync() : route.ContinueAsync());
        await panel.GetByLabel("Title").FillAsync("Feed the cats");
        await panel.GetByLabel("Title").PressAsync("Tab");
        await panel.GetByLabel("Due date").FillAsync("2040-03-12");
        await panel.GetByLabel("Due date").PressAsync("Tab");
        await Expect(panel.GetByText("PrimeTask cannot be reached.").First).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByText("Feed the cats").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Feed the cats" }).CheckAsync();
        await Expect(page.GetByText("Completed “Feed the cats”.")).ToBeVisibleAsync();
        var next = (await user.GetAsync("tasks/?status=open")).Data["results"]![0]!;
        Assert.Equal(("Feed the cats", "2040-03-17"), ((string?)next["title"], (string?)next["due_on"]));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Deletion_WhileAChangeIsSavedAndAnotherTaskOpened_IsOfTheTaskThatWasOpen()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Feed the cat");
        await opened.User.AddTaskAsync("Paint the fence");
        var panel = await EditAsync(page, "Feed the cat");
        var held = new TaskCompletionSource();
        await page.RouteAsync($"**/tasks/{id}/", async route =>
        {
            if (route.Request.Method == "PATCH")
                await held.Task;
            await route.ContinueAsync();
        });

        await panel.GetByLabel("Title").FillAsync("Feed the cats");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Move to the trash" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Paint the fence", Exact = true }).ClickAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        held.SetResult();

        await Expect(page.GetByText(new Regex("Moved “Feed the cats?” to the trash."))).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Paint the fence");
        opened.AssertNoTroubles();
    }

    /// <summary>The task is beside its list: what is pressed in it is not meant for the list's rows.</summary>
    [Fact]
    public async Task Keys_InAnOpenTask_DoNothingToTheRowsOfTheView()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Feed the cat");
        var panel = await EditAsync(page, "Feed the cat");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close the task" }).FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.PressAsync("d");
        // One that is meant everywhere.
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        var tasks = (await opened.User.GetAsync("tasks/")).Data["results"]!.AsArray();
        Assert.Equal([("Feed the cat", "pending")], tasks.Select(task => ((string)task!["title"]!, (string)task["status"]!)));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task ShiftEnter_InTheLineOfSubtasks_OpensASubtaskInTheEditor()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Pack");
        var panel = await EditAsync(page, "Pack");
        await panel.GetByLabel("Add a subtask").FillAsync("Socks");
        await page.Keyboard.PressAsync("Shift+Enter");
        var editor = page.GetByRole(AriaRole.Dialog);
        await Expect(editor.GetByLabel("Title")).ToHaveValueAsync("Socks");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(panel.GetByText("Socks")).ToBeVisibleAsync();
        Assert.Equal(id, (long?)(await opened.User.GetAsync("tasks/?search=Socks")).Data["results"]![0]!["parent"]);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Title_WrittenBeforeAllIsRead_IsSavedAlsoWhenThePanelIsClosedAtOnce()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Water the plants");
        var held = new TaskCompletionSource();
        await page.RouteAsync(new Regex($"/api/v1/tasks/{id}/$"), async route =>
        {
            if (route.Request.Method == "GET")
                await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Water the plants" }).ClickAsync();
        var panel = Panel(page);
        await panel.GetByLabel("Title").FillAsync("Water all plants");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
        held.SetResult();

        await Expect(page.GetByText("Renamed to “Water all plants”.")).ToBeVisibleAsync();
        Assert.Equal("Water all plants", (string)(await opened.User.GetAsync($"tasks/{id}/")).Data["title"]!);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Fields_Changed_AreSavedEachForItself()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Feed the cat");
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { description = "**Twice** a day\n\n- [ ] Fish\n- [x] Milk" });
        var panel = await EditAsync(page, "Feed the cat");
        await Expect(panel.GetByRole(AriaRole.Strong)).ToHaveTextAsync("Twice");
        await opened.CheckAccessibilityEverywhereAsync();
        // On phones it fills the screen, and nothing behind it can be reached.
        await page.SetViewportSizeAsync(375, 800);
        Assert.Equal(375, (await panel.BoundingBoxAsync())!.Width);
        Assert.True(await page.GetByRole(AriaRole.Main, new() { IncludeHidden = true }).EvaluateAsync<bool>("main => main.inert"));
        await page.SetViewportSizeAsync(1280, 800);

        await panel.GetByLabel("Status").SelectOptionAsync("In progress");
        await panel.GetByLabel("Priority").SelectOptionAsync("High");
        await panel.GetByLabel("Due date").FillAsync("2040-03-10");
        await panel.GetByLabel("Due time").FillAsync("09:30");
        await panel.GetByLabel("Labels").FillAsync("cat,home");
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = "Fish" }).CheckAsync();
        await Expect(panel.GetByLabel("Labels")).ToHaveValueAsync("cat, home");
        await panel.GetByLabel("Repeat").FillAsync("every now and then");
        await page.Keyboard.PressAsync("Enter");
        await Expect(panel.GetByLabel("Repeat")).ToHaveAccessibleDescriptionAsync(new Regex("^Write it like"));
        await panel.GetByLabel("Repeat").FillAsync("every 2 weeks");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Set how “Feed the cat” repeats.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Edit the description" }).ClickAsync();
        await panel.GetByLabel("Description").FillAsync("Once");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(panel.GetByText("Once")).ToBeVisibleAsync();
        await panel.GetByLabel("Start date").FillAsync("2040-03-09");
        await Expect(page.GetByText("Set the start date of “Feed the cat”.")).ToBeVisibleAsync();
        // What is left with something unsaved is saved all the same.
        await panel.GetByLabel("Title").FillAsync("Feed both cats");
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByText("Renamed to “Feed both cats”.")).ToBeVisibleAsync();
        var saved = (await opened.User.GetAsync($"tasks/{id}/")).Data;
        Assert.Equal(
            ("Feed both cats", "in_progress", "high", "2040-03-09", "Once"),
            ((string)saved["title"]!, (string)saved["status"]!, (string)saved["priority"]!, (string)saved["start_on"]!, (string)saved["description"]!));
        Assert.StartsWith("2040-03-10T", (string)saved["due_date"]!, StringComparison.Ordinal);
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2", (string)saved["recurrence"]!);

        // One field that is refused keeps no other from being saved, and stays as it was written.
        panel = await EditAsync(page, "Feed both cats");
        opened.Expect("400");
        await panel.GetByLabel("Title").FillAsync("");
        await page.Keyboard.PressAsync("Enter");
        await Expect(panel.GetByLabel("Title")).ToHaveAccessibleDescriptionAsync("Title is needed.");
        await panel.GetByLabel("Priority").SelectOptionAsync("Low");
        await Expect(page.GetByText("Set the priority of “Feed both cats” to Low.")).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Boxes_TickedByTwoAtOnce_StayTicked()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var id = await opened.User.AddTaskAsync("Pack");
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { description = "- [ ] Tent\n- [ ] Rope\n- [ ] Rope" });
        await opened.Page.GotoAsync($"/tasks/{id}");
        var second = await opened.OpenTabAsync($"/tasks/{id}");
        ILocator[] panels = [Panel(opened.Page), Panel(second)];
        foreach (var panel in panels)
            await Expect(panel.GetByRole(AriaRole.Checkbox, new() { Name = "Tent" })).ToBeEnabledAsync();
        opened.Expect("412");

        await Task.WhenAll(panels[0].GetByLabel("Tent").CheckAsync(), panels[1].GetByLabel("Rope").Last.CheckAsync());

        foreach (var panel in panels)
            await Expect(panel.GetByText("Saving…")).ToHaveCountAsync(0);
        Assert.Equal("- [x] Tent\n- [ ] Rope\n- [x] Rope", (string)(await opened.User.GetAsync($"tasks/{id}/")).Data["description"]!);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Field_ThatChangedElsewhere_ShowsBothVersionsAndLetsThePersonChoose()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var id = await opened.User.AddTaskAsync("Water the plants");
        var panel = await EditAsync(opened.Page, "Water the plants");
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Theirs", priority = "high" });

        // What only one side changed needs no choice.
        opened.Expect("412");
        await panel.GetByLabel("Status").SelectOptionAsync("In progress");
        await Expect(panel.GetByLabel("Title")).ToHaveValueAsync("Theirs");
        await Expect(panel.GetByLabel("Priority")).ToHaveValueAsync("high");
        await Expect(opened.Page.GetByText("Set the status of “Theirs” to In progress.")).ToBeVisibleAsync();
        await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Theirs again" });
        await panel.GetByLabel("Title").FillAsync("Mine");
        await panel.GetByLabel("Title").PressAsync("Enter");
        var title = panel.GetByRole(AriaRole.Group, new() { Name = "Title" });
        await Expect(title).ToContainTextAsync("Theirs again");
        await opened.Page.ReloadAsync();
        await Expect(title).ToContainTextAsync("Theirs again");
        await title.GetByLabel("Mine").ClickAsync();
        await Expect(opened.Page.GetByText("Renamed to “Mine”.")).ToBeVisibleAsync();

        var saved = (await opened.User.GetAsync($"tasks/{id}/")).Data;
        Assert.Equal(("Mine", "in_progress", "high"), ((string)saved["title"]!, (string)saved["status"]!, (string)saved["priority"]!));

        // Deleted elsewhere while it was being written: nothing of it is lost.
        await opened.User.SendAsync(HttpMethod.Delete, $"tasks/{id}/", null);
        opened.Expect("404");
        await panel.GetByLabel("Title").FillAsync("Written in vain");
        await panel.GetByLabel("Title").PressAsync("Enter");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add it as a new task" }).ClickAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Dialog).GetByLabel("Title")).ToHaveValueAsync("Written in vain");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Writing_AfterAReloadAndAnExpiredSession_IsStillThere()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Half a thought");
        await page.GotoAsync($"/tasks/{id}");
        var panel = Panel(page);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add a description" }).ClickAsync();
        await panel.GetByLabel("Description").FillAsync("and the other half");
        var sessions = await opened.User.GetAsync("auth/sessions/");
        opened.Expect("401");
        foreach (var session in sessions.Data["results"]!.AsArray())
            await opened.User.SendAsync(HttpMethod.Delete, $"auth/sessions/{session!["id"]}/");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("What you were writing is kept.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await opened.LogInAsync(opened.User.Email);
        await Expect(panel.GetByText("and the other half")).ToBeVisibleAsync();
        await panel.GetByLabel("Priority").SelectOptionAsync("High");
        await Expect(panel.GetByText("Saving…")).ToHaveCountAsync(0);
        await Expect(page.GetByText("“Half a thought”")).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    internal static async Task<ILocator> EditAsync(IPage page, string title, string view = "/list")
    {
        await page.GotoAsync(view);
        var name = view == "/board" ? title : $"Edit {title}";
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        var panel = Panel(page);
        // Once it has all been read.
        await Expect(panel.GetByText(new Regex("^(Add a description|Edit the description)$"))).ToBeVisibleAsync();
        return panel;
    }

    private static ILocator Panel(IPage page) => page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
}
