using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>The line that adds tasks. What its words mean has a table of its own: PrimeTask.Web/tests/js/quickAddExamples.js.</summary>
public sealed class QuickAddTests(PrimeTaskApp app, Browser browser)
{
    private const int KeyMilliseconds = 60;

    /// <summary>A Wednesday, 10:30 in Berlin.</summary>
    private static readonly DateTime _now = new(2026, 11, 25, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>What is typed, and the task it makes: title, priority, due day or time, project, labels.</summary>
    private static readonly (string Text, string Task)[] _lines =
    [
        ("Call Ann tomorrow 5pm !high", "Call Ann | high | 2026-11-26T16:00:00Z | | "),
        ("Pay the rent 31 jan", "Pay the rent | medium | 2027-01-31 | | "),
        ("Water the plants in 3 days !low", "Water the plants | low | 2026-11-28 | | "),
        ("Dentist fri 9:30", "Dentist | medium | 2026-11-27T08:30:00Z | | "),
        ("Paint the door next month #Kitchen !2", "Paint the door | medium | 2026-12-25 | Kitchen | "),
        ("Gym today at 18:30 @sport", "Gym | medium | 2026-11-25T17:30:00Z | | sport"),
        ("Order tiles wed !1 #kitchen @shop @online", "Order tiles | high | 2026-11-25 | Kitchen | online, shop"),
        ("Tidy the desk", "Tidy the desk | medium | | | "),
        ("Notes on version 2.5 tomorrow", "Notes on version 2.5 | medium | 2026-11-26 | | "),
        ("Party 29 feb 2028 !3", "Party | low | 2028-02-29 | | "),
    ];

    [Fact]
    public async Task Line_OfTheList_AddsWhatIsMeantAndLosesNothing()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: "Europe/Berlin"));
        Assert.Equal(HttpStatusCode.OK, (await opened.User.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = "Europe/Berlin" })).Status);
        var page = opened.Page;
        var keyboard = page.Keyboard;
        await page.Clock.SetFixedTimeAsync(_now);
        await page.GotoAsync("/list");
        await opened.SettleAsync();
        var line = page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" });
        var chips = page.GetByRole(AriaRole.Button, new() { Name = "Take back: " });

        var watch = Stopwatch.StartNew();
        await keyboard.PressAsync("q");
        foreach (var (text, _) in _lines)
        {
            await keyboard.TypeAsync(text, new() { Delay = KeyMilliseconds });
            await keyboard.PressAsync("Enter");
        }

        await Expect(page.GetByText("1–10 of 10 tasks")).ToBeVisibleAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(_lines.Select(one => one.Task), await TasksAsync(opened.User));

        // Taken back: the last, then another, and they are words.
        await keyboard.TypeAsync("Read sunday paper !high");
        await Expect(chips).ToHaveTextAsync(["Take back: Sun", "Take back: High"]);
        await keyboard.PressAsync("Escape");
        await Expect(chips).ToHaveTextAsync(["Take back: Sun"]);
        await chips.ClickAsync();
        await Expect(chips).ToHaveCountAsync(0);
        await Expect(line).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Added “Read sunday paper !high”.")).ToBeVisibleAsync();

        // A title is needed, and says so.
        await keyboard.TypeAsync("tomorrow");
        await keyboard.PressAsync("Enter");
        await Expect(line).ToHaveAccessibleDescriptionAsync("Write what is to be done, too.");
        await line.FillAsync("");

        // Everything goes along into the editor.
        await keyboard.TypeAsync("Buy paint fri 6pm !low #kitchen @shop");
        await Expect(chips).ToHaveTextAsync(["Take back: Fri, 18:00", "Take back: Low", "Take back: Kitchen", "Take back: shop"]);
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);
        await keyboard.PressAsync("Shift+Enter");
        var editor = page.GetByRole(AriaRole.Dialog);
        await Expect(editor.GetByLabel("Title")).ToHaveValueAsync("Buy paint");
        await Expect(editor.GetByLabel("Due date")).ToHaveValueAsync("2026-11-27");
        await Expect(editor.GetByLabel("Due time")).ToHaveValueAsync("18:00");
        await Expect(editor.GetByLabel("Priority")).ToHaveValueAsync("low");
        await Expect(editor.GetByLabel("Project").Locator("option:checked")).ToHaveTextAsync("Kitchen");
        await Expect(editor.GetByLabel("Labels")).ToHaveValueAsync("shop");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(line).ToBeFocusedAsync();

        // Several lines, after a question.
        await PasteAsync(line, "Milk\n\n  Eggs tomorrow\r\nBread !high\n");
        await Expect(editor).ToHaveAccessibleNameAsync("Add 3 tasks?");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Add 3 tasks" }).ClickAsync();
        await Expect(page.GetByText("Added 3 tasks.")).ToBeVisibleAsync();
        await Expect(line).ToBeFocusedAsync();
        Assert.Equal(
            ["Read sunday paper !high | medium | | | ", "Buy paint | low | 2026-11-27T17:00:00Z | Kitchen | shop", "Milk | medium | | | ", "Eggs | medium | 2026-11-26 | | ", "Bread | high | | | "],
            (await TasksAsync(opened.User)).Skip(_lines.Length));
        opened.AssertNoTroubles();

        // Offline, through a reload: it is there, and goes when the connection is back.
        opened.Expect("ERR_FAILED");
        await page.RouteAsync("**/api/v1/tasks/", route => route.AbortAsync());
        await keyboard.TypeAsync("Mend the roof tomorrow");
        await keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("Mend the wall");
        await keyboard.PressAsync("Enter");
        var unsaved = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "These 2 tasks were not added. PrimeTask cannot be reached." });
        await Expect(unsaved).ToBeVisibleAsync();
        await Expect(unsaved.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Mend the roof tomorrow", "Mend the wall"]);
        await page.UnrouteAllAsync();
        await keyboard.TypeAsync("half a thought");
        await page.ReloadAsync();
        await Expect(line).ToHaveValueAsync("half a thought");
        await Expect(page.GetByText("1–17 of 17 tasks")).ToBeVisibleAsync();
        Assert.Equal(["Mend the roof | medium | 2026-11-26 | | ", "Mend the wall | medium | | | "], (await TasksAsync(opened.User)).Skip(_lines.Length + 5));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Line_BeforeItCanReadDates_WaitsAndKeepsTheOrder()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/board");
        var page = opened.Page;
        await opened.SettleAsync();
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/modules/chrono.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        var column = page.GetByRole(AriaRole.Region, new() { Name = "In progress" });
        await column.GetByRole(AriaRole.Textbox, new() { Name = "Add a task to In progress" }).ClickAsync();
        foreach (var text in new[] { "First 31 jan 2030", "Second !high", "Third" })
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(column.GetByText("Adding…")).ToBeVisibleAsync();
        typed.SetResult();
        await Expect(column.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        Assert.Equal(["First | medium | 2030-01-31 | | ", "Second | high | | | ", "Third | medium | | | "], await TasksAsync(opened.User, "status=in_progress"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Line_WhileANameIsWritten_SuggestsProjectsAndLabels()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var (page, user, keyboard) = (opened.Page, opened.User, opened.Page.Keyboard);
        foreach (var name in new[] { "Kitchen", "Summer house" })
            await user.PostAsync("projects/", new { name });
        string[] labels = ["home", "on the way"];
        await user.PostAsync("tasks/", new { title = "Read", labels });
        await page.GotoAsync("/list");
        var line = page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" });
        var options = page.GetByRole(AriaRole.Listbox, new() { Name = "Projects" }).Or(page.GetByRole(AriaRole.Listbox, new() { Name = "Labels" })).GetByRole(AriaRole.Option);
        await line.ClickAsync();
        await keyboard.TypeAsync("Buy paint #");
        await Expect(options).ToHaveTextAsync(["Kitchen", "Summer house"]);
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);
        await keyboard.TypeAsync("ho");
        await Expect(options).ToHaveTextAsync(["Summer house"]);
        await keyboard.PressAsync("Tab");
        await Expect(line).ToHaveValueAsync("Buy paint #\"Summer house\" ");
        await keyboard.TypeAsync("@");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await keyboard.PressAsync("Enter");
        await Expect(options).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");

        // What is written stays what it is, and Escape only closes the list.
        await keyboard.TypeAsync("Call Ann @hom");
        await Expect(options).ToHaveTextAsync(["home"]);
        await keyboard.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-task]")).ToHaveCountAsync(3);
        Assert.Equal(["Buy paint | medium | | Summer house | on the way", "Call Ann | medium | | | hom"], (await TasksAsync(user)).Skip(1));
        opened.AssertNoTroubles();
    }

    /// <summary>Their line is on another view by then.</summary>
    [Fact]
    public async Task Line_LeftBeforeItsTaskIsRefused_SaysSo()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/list");
        var page = opened.Page;
        await opened.SettleAsync();
        opened.Expect("400");
        var left = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/tasks/", async route =>
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }

            await left.Task;
            await route.FulfillAsync(new() { Status = 400, ContentType = "application/json", Body = """{"success":false,"message":"Validation failed","errors":{"title":["No such title."]}}""" });
        });
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" }).FillAsync("Paint it");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard", Level = 1 })).ToBeVisibleAsync();
        left.SetResult();
        await Expect(page.GetByText("“Paint it” was not added. No such title. It waits in the line where you wrote it.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();
        await Expect(page.GetByText("This task was not added. No such title.")).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    private static Task<JsonElement?> PasteAsync(ILocator field, string text) => field.EvaluateAsync(
        """
        (field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);

    /// <summary>The tasks as the API has them, in the order in which they were added.</summary>
    private static async Task<string[]> TasksAsync(ApiUser user, string query = "")
    {
        var projects = (await user.GetAsync("projects/")).Data["results"]!.AsArray().ToDictionary(project => (long)project!["id"]!, project => (string)project!["name"]!);
        var tasks = (await user.GetAsync($"tasks/?ordering=created_at&page_size=100&{query}")).Data["results"]!.AsArray();
        return
        [
            .. tasks.Select(task =>
            {
                var due = (string?)task!["due_on"] ?? (string?)task["due_date"] ?? "";
                var project = (long?)task["project"] is { } id ? projects[id] : "";
                var labels = string.Join(", ", task["labels"]!.AsArray().Select(label => (string)label!).Order(StringComparer.Ordinal));
                return $"{task["title"]} | {task["priority"]} | {Cell(due)}| {Cell(project)}| {labels}";
            }),
        ];

        static string Cell(string text) => text.Length > 0 ? $"{text} " : "";
    }
}
