using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>Text, dates and numbers as people of other languages write them.</summary>
public sealed class WritingTests(PrimeTaskApp app, Browser browser)
{
    private const string Hebrew = "שלום עולם!";

    /// <summary>The direction that each element with exactly this text is laid out in, beginning with the smallest around it.</summary>
    private const string DirectionsOf = """
        (text) => [...document.querySelectorAll('*')]
          .filter((element) => (element.matches('input, textarea') ? element.value : element.textContent.trim()) === text)
          .filter((element) => ![...element.children].some((child) => child.textContent.trim() === text))
          .map((element) => `${element.localName} ${getComputedStyle(element).direction} ${getComputedStyle(element).unicodeBidi}`)
        """;

    [Theory]
    [InlineData("/list")]
    [InlineData("/board")]
    public async Task Title_InHebrew_HasItsOwnDirection(string address)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync(Hebrew);
        await opened.Page.GotoAsync(address);
        await Expect(opened.Page.GetByText(Hebrew, new() { Exact = true })).ToBeVisibleAsync();
        await AssertRightToLeftAsync(opened.Page);
    }

    [Fact]
    public async Task Title_InHebrewForAdmins_HasItsOwnDirection()
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync(Hebrew);
        await opened.Page.GotoAsync($"/admin/tasks?owner={opened.User.Id}");
        await Expect(opened.Page.GetByText(Hebrew, new() { Exact = true })).ToBeVisibleAsync();
        await AssertRightToLeftAsync(opened.Page);
    }

    [Fact]
    public async Task EveryField_WithHebrewIn_HasItsDirection()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Searchbox).FillAsync(Hebrew);
        await AssertRightToLeftAsync(page);
        await page.GotoAsync("/profile");
        await page.GetByLabel("First name").FillAsync(Hebrew);
        await AssertRightToLeftAsync(page);
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).First.ClickAsync();
        var editor = page.GetByRole(AriaRole.Dialog);
        await editor.GetByLabel("Title").FillAsync(Hebrew);
        await editor.GetByLabel("Description").FillAsync(Hebrew);
        await AssertRightToLeftAsync(page);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await AssertRightToLeftAsync(page);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".notice bdi")).ToHaveTextAsync(Hebrew);
        await page.GetByRole(AriaRole.Button, new() { Name = Hebrew, Exact = true }).ClickAsync();
        await Expect(page.GetByLabel($"Title of {Hebrew}")).ToBeFocusedAsync();
        await AssertRightToLeftAsync(page);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Rename_ToATitleThatIsTooLong_KeepsItAndSaysHowMuchTooLong()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var id = await opened.User.AddTaskAsync("Short");
        var page = opened.Page;
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Short", Exact = true }).ClickAsync();
        var field = page.GetByLabel("Title of Short");
        var tooLong = string.Concat(Enumerable.Repeat("😀", 203));
        await field.FillAsync(tooLong);
        await field.PressAsync("Enter");
        await Expect(field).ToHaveValueAsync(tooLong);
        Assert.Contains("Take 3 away", await field.EvaluateAsync<string>("field => field.validationMessage"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await Expect(field).ToBeFocusedAsync();

        await field.FillAsync(tooLong[..400]); // In UTF-16 units.
        Assert.Equal("", await field.EvaluateAsync<string>("field => field.validationMessage"));
        await field.FillAsync("Still short");
        await page.RunAndWaitForResponseAsync(() => field.PressAsync("Enter"), response => response.Request.Method == "PATCH");
        await Expect(field).ToHaveCountAsync(0);
        Assert.Equal("Still short", (string)(await opened.User.GetAsync($"tasks/{id}/")).Data["title"]!);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task DueDate_OnTheSpot_TakesADayWithOrWithoutATime()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: "Asia/Kolkata"));
        await opened.User.AddTaskAsync("Call home");
        var page = opened.Page;
        await page.GotoAsync("/list");
        foreach (var (day, time, shown) in new[] { ("2040-03-10", "", "2040-03-10"), ("2040-03-10", "09:30", "2040-03-10T04:00:00Z") })
        {
            await page.Locator("[data-task] button.due").ClickAsync(new() { Force = true });
            await page.GetByLabel("Due date of Call home").FillAsync(day);
            await page.GetByLabel("Due time of Call home").FillAsync(time);
            await page.GetByLabel("Due time of Call home").PressAsync("Enter");
            await Expect(page.Locator("[data-task] time")).ToHaveAttributeAsync("datetime", shown);
        }

        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Dates_ForAGermanReader_AreGermanInTheListAndTheChart()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: "Europe/Berlin", Locale: "de-DE"));
        await opened.User.PostAsync("tasks/", new { title = "Call home", due_date = "2040-11-25T12:30:00Z" });
        var done = await opened.User.PostAsync("tasks/", new { title = "Called home", status = "completed" });
        var page = opened.Page;
        await page.GotoAsync("/list");
        await Expect(page.Locator("[data-task] time")).ToHaveTextAsync("25. Nov. 2040");
        await Expect(page.Locator("[data-task] button.due").Filter(new() { Has = page.Locator("time") })).ToHaveAttributeAsync("title", new Regex("^Sonntag, 25\\. November 2040.*13:30"));

        await page.GotoAsync("/dashboard");
        var completed = DateTimeOffset.Parse((string)done.Data["completed_at"]!, CultureInfo.InvariantCulture);
        var week = TimeZoneInfo.ConvertTime(completed, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).AddDays(-7);
        var axis = page.Locator(".day-chart__label[text-anchor=middle]").Last;
        await Expect(axis).ToHaveTextAsync(new Regex($"^{week.Day}\\. "));
        await Expect(page.GetByText("50\u00a0%").First).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    private static async Task AssertRightToLeftAsync(IPage page)
    {
        var directions = await page.EvaluateAsync<string[]>(DirectionsOf, Hebrew);
        Assert.NotEmpty(directions);
        Assert.All(directions, direction => Assert.Contains(" rtl ", direction, StringComparison.Ordinal));
    }
}
