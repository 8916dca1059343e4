using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>What “every …” means has tables of its own: PrimeTask.Web/tests/js/recurrence.test.js and quickAddExamples.js.</summary>
public sealed class RecurrenceViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Task_ThatRepeats_IsAddedCompletedAndTakenBackByKeyboard()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: "Europe/Berlin"));
        var (page, keyboard) = (opened.Page, opened.Page.Keyboard);
        await page.GotoAsync("/list?status=all");
        await opened.SettleAsync();
        await keyboard.PressAsync("q");
        await keyboard.TypeAsync("Water the plants every 3 days starting 31 jan 2027");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take back: Every 3 days" })).ToBeVisibleAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Added “Water the plants”.")).ToBeVisibleAsync();
        await Expect(page.GetByTitle("Repeats")).ToBeVisibleAsync();

        var rows = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Water the plants" });
        await rows.FocusAsync();
        await keyboard.PressAsync("x");
        await Expect(page.GetByText("Completed “Water the plants”.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(2);
        Assert.Equal(["2027-01-31 completed", "2027-02-03 pending"], await TasksAsync(opened.User));

        await keyboard.PressAsync("z");
        await Expect(rows).ToHaveCountAsync(1);
        Assert.Equal(["2027-01-31 pending"], await TasksAsync(opened.User));

        // A new title is meant for the later ones, too.
        await rows.GetByTitle("Rename").ClickAsync();
        await page.GetByLabel("Title of Water the plants").FillAsync("Water all plants");
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Renamed to “Water all plants”.")).ToBeVisibleAsync();
        await page.GetByLabel("Complete Water all plants").ClickAsync();
        await Expect(page.GetByLabel("Complete Water all plants")).ToHaveCountAsync(2);
        opened.AssertNoTroubles();
    }

    private static async Task<string[]> TasksAsync(ApiUser user) =>
        [.. (await user.GetAsync("tasks/?ordering=id")).Data["results"]!.AsArray().Select(task => $"{task!["due_on"]} {task["status"]}")];
}
