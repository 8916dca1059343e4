using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>A device in another time zone than the profile's.</summary>
public sealed class PersonsZoneTests(PrimeTaskApp app, Browser browser)
{
    private const string Device = "America/New_York";

    // Without daylight saving: 5:30 hours ahead of UTC all year.
    private const string Profile = "Asia/Kolkata";

    [Fact]
    public async Task Times_AreThoseOfTheProfileEverywhere_UntilSomebodyChoosesTheDevices()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(TimeZone: Device));
        var (page, user) = (opened.Page, opened.User);
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = Profile });
        await page.GotoAsync("/list");
        var question = page.GetByText("Dates and times are those of Kolkata, as your profile says. This device is in New York.");
        await Expect(question).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        await page.SetViewportSizeAsync(1280, 800);

        await page.GetByLabel("Add a task").FillAsync("Call Ann in 3 days at 17:00");
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator("[data-task]");
        await Expect(row.Locator(".due")).ToContainTextAsync("17:00");
        await row.FocusAsync();
        await page.Keyboard.PressAsync("e");
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Task" });
        var time = panel.GetByLabel("Due time (optional)");
        await Expect(time).ToHaveValueAsync("17:00");
        await Expect(panel.GetByText("Time in Kolkata.")).ToBeVisibleAsync();
        await time.FillAsync("18:15");
        await time.PressAsync("Tab");
        await Expect(row.Locator(".due")).ToContainTextAsync("18:15");
        var due = (DateTimeOffset)(await user.GetAsync("tasks/")).Data["results"]![0]!["due_date"]!;
        Assert.Equal(new TimeSpan(12, 45, 0), due.UtcDateTime.TimeOfDay);

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use New York" }).ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        await Expect(row.Locator(".due")).ToContainTextAsync(TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(Device)).ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(Device, (string?)(await user.GetAsync("auth/profile/")).Data["time_zone"]);

        // Who keeps the profile's is not asked again.
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = Profile });
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep Kolkata" }).ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(row.Locator(".due")).ToContainTextAsync("18:15");
        await Expect(question).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }
}
