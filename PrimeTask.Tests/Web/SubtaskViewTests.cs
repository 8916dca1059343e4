using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class SubtaskViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Subtasks_ByKeyboardAlone_AreMadeOrderedCompletedAndUndone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/list?ordering=position&status=all");
        var (page, user) = (opened.Page, opened.User);
        var keyboard = page.Keyboard;
        await opened.SettleAsync();
        var line = page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" });
        var chip = page.GetByRole(AriaRole.Button, new() { Name = "Take back: Subtask of" });

        // Nothing was added yet: Tab is everybody's.
        await keyboard.PressAsync("q");
        await keyboard.PressAsync("Tab");
        await Expect(line).Not.ToBeFocusedAsync();
        await line.FocusAsync();
        await keyboard.TypeAsync("Plan the party");
        await keyboard.PressAsync("Tab");
        await Expect(line).Not.ToBeFocusedAsync();
        await line.FocusAsync();
        await keyboard.PressAsync("Enter");

        // What follows is a subtask, also before its parent is saved.
        await keyboard.PressAsync("Tab");
        await Expect(chip).ToHaveTextAsync("Take back: Subtask of Plan the party");
        await Expect(line).ToBeFocusedAsync();
        foreach (var title in new[] { "Invite Ann", "Bake a cake tomorrow" })
        {
            await keyboard.TypeAsync(title);
            await keyboard.PressAsync("Enter");
        }

        await keyboard.TypeAsync("Water the plants");
        await keyboard.PressAsync("Shift+Tab");
        await Expect(chip).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await Expect(chip).ToHaveTextAsync("Take back: Subtask of Water the plants");
        await keyboard.PressAsync("Tab");
        await Expect(line).Not.ToBeFocusedAsync();
        await Expect(Row(page, "Water the plants")).ToBeVisibleAsync();
        Assert.Equal(["Plan the party", "Invite Ann <Plan the party", "Bake a cake <Plan the party", "Water the plants"], await TasksAsync(user));
        await Expect(page.Locator("[data-task]")).ToContainTextAsync(["Plan the party", "Invite Ann", "Bake a cake", "Water the plants"]);
        await Expect(Row(page, "Plan the party").First).ToContainTextAsync("Subtasks completed: 0/2");
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);

        // On a row.
        await Row(page, "Water the plants").FocusAsync();
        await keyboard.PressAsync("Control+]");
        await Expect(page.GetByText("Made “Water the plants” a subtask.")).ToBeVisibleAsync();
        await Expect(Row(page, "Plan the party").First).ToContainTextAsync("0/3");
        await keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[data-task]").Nth(2)).ToContainTextAsync("Water the plants");
        await keyboard.PressAsync("z");
        await Expect(page.Locator("[data-task]").Nth(3)).ToContainTextAsync("Water the plants");
        await keyboard.PressAsync("Control+[");
        await Expect(Row(page, "Plan the party").First).ToContainTextAsync("0/2");
        await keyboard.PressAsync("z");
        await Expect(Row(page, "Plan the party").First).ToContainTextAsync("0/3");

        // In the panel.
        await page.Locator("[data-task]").First.FocusAsync();
        await keyboard.PressAsync("e");
        var editor = page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
        var subtasks = editor.GetByRole(AriaRole.Region, new() { Name = "Subtasks" });
        await Expect(subtasks.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await subtasks.GetByRole(AriaRole.Textbox, new() { Name = "Add a subtask" }).FocusAsync();
        await keyboard.TypeAsync("Buy candles !high");
        await keyboard.PressAsync("Enter");
        await Expect(subtasks.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await Expect(subtasks.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await subtasks.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Buy candles" }).FocusAsync();
        await keyboard.PressAsync("Alt+ArrowUp");
        await Expect(subtasks.GetByRole(AriaRole.Listitem).Nth(2)).ToContainTextAsync("Buy candles");
        await Expect(subtasks.GetByRole(AriaRole.Checkbox, new() { Name = "Complete Buy candles" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Space");
        await Expect(subtasks.GetByRole(AriaRole.Heading)).ToContainTextAsync("1/4");
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);
        await keyboard.PressAsync("Escape");
        await Expect(editor).ToHaveCountAsync(0);

        // Completing the parent asks; undoing brings all back.
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Complete “Plan the party”?" });
        await page.Locator("[data-task]").First.FocusAsync();
        await keyboard.PressAsync("x");
        await Expect(question).ToContainTextAsync("It has 3 open subtasks.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        Assert.Equal(["Buy candles <Plan the party"], await TasksAsync(user, "status=completed"));
        await page.Locator("[data-task]").First.FocusAsync();
        await keyboard.PressAsync("x");
        await question.GetByRole(AriaRole.Button, new() { Name = "Complete them too" }).ClickAsync();
        await Expect(page.GetByText("Completed 4 tasks.")).ToBeVisibleAsync();
        Assert.Equal(5, (await TasksAsync(user, "status=completed")).Length);
        await page.Locator("[data-task]").First.FocusAsync();
        await keyboard.PressAsync("z");
        await Expect(page.GetByText("Undone: Completed 4 tasks.")).ToBeVisibleAsync();
        Assert.Equal(["Buy candles <Plan the party"], await TasksAsync(user, "status=completed"));

        // The board has its card alone, and counts.
        await page.GotoAsync("/board");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Pending" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(page.Locator(".board-card[data-card]")).ToContainTextAsync("1/4");
        await opened.CheckAccessibilityEverywhereAsync();
        opened.AssertNoTroubles();
    }

    /// <summary>The panel shows one parent, the form of a new task another.</summary>
    [Fact]
    public async Task Subtasks_OfTwoParentsOnOneScreen_AreEachOfTheirOwn()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var (page, user, keyboard) = (opened.Page, opened.User, opened.Page.Keyboard);
        var party = (long)(await user.PostAsync("tasks/", new { title = "Plan the party" })).Data["id"]!;
        var cake = (long)(await user.PostAsync("tasks/", new { title = "Bake a cake", parent = party })).Data["id"]!;
        await user.PostAsync("tasks/", new { title = "Mow the lawn" });
        await page.GotoAsync("/list");
        await Row(page, "Bake a cake").FocusAsync();
        await keyboard.PressAsync("e");
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
        await Expect(panel.GetByText("Subtask of Plan the party")).ToBeVisibleAsync();
        var line = page.GetByRole(AriaRole.Textbox, new() { Name = "Add a task" });
        await line.ClickAsync();
        await keyboard.TypeAsync("Tidy up");
        await keyboard.PressAsync("Enter");
        await Expect(Row(page, "Tidy up")).ToBeVisibleAsync();
        await keyboard.TypeAsync("Fetch boxes");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Shift+Enter");
        var form = page.GetByRole(AriaRole.Dialog);
        await Expect(form.GetByText("Subtask of Tidy up")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Subtask of Plan the party")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);

        // What is written for the subtasks of one stays there.
        var add = panel.GetByRole(AriaRole.Textbox, new() { Name = "Add a subtask" });
        await page.GotoAsync($"/tasks/{party}");
        await add.FillAsync("Buy nails");
        await page.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();
        await Row(page, "Mow the lawn").FocusAsync();
        await keyboard.PressAsync("e");
        await Expect(panel.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Mow the lawn");
        await Expect(add).ToHaveValueAsync("");
        await keyboard.PressAsync("Escape");
        await Row(page, "Plan the party").First.FocusAsync();
        await keyboard.PressAsync("e");
        await Expect(add).ToHaveValueAsync("Buy nails");
        Assert.NotEqual(0, cake);
        opened.AssertNoTroubles();
    }

    private static ILocator Row(IPage page, string title) => page.Locator(".task[data-task]", new() { HasText = title });

    /// <summary>Titles, with those of the parents.</summary>
    private static async Task<string[]> TasksAsync(ApiUser user, string query = "")
    {
        var all = (await user.GetAsync("tasks/?ordering=position")).Data["results"]!.AsArray().ToDictionary(task => (long)task!["id"]!, task => (string)task!["title"]!);
        return
        [
            .. (await user.GetAsync($"tasks/?ordering=position&{query}")).Data["results"]!.AsArray()
                .Select(task => $"{task!["title"]}{((long?)task["parent"] is { } parent ? $" <{all[parent]}" : "")}"),
        ];
    }
}
