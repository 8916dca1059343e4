using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class DashboardTests(PrimeTaskApp app, Browser browser)
{
    private static readonly string[] _zones = ["Asia/Kolkata", "America/St_Johns"];

    private static readonly object[] _tasks =
    [
        new { title = "One", status = "pending", priority = "high", due_date = "2020-01-01T00:00:00Z" },
        new { title = "Two", status = "pending", priority = "low" },
        new { title = "Three", status = "in_progress", priority = "medium" },
        new { title = "Four", status = "completed", priority = "high" },
        new { title = "Five", status = "completed", priority = "high" },
        new { title = "Six", status = "cancelled", priority = "low" },
    ];

    [Fact]
    public async Task Dashboard_WithTasks_ShowsEveryFigureAsTextAndLeadsToTheTasks()
    {
        // Half an hour off the others, and not about midnight there: the day would change under the test.
        var zone = _zones.First(zone => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).Hour is > 1 and < 22);
        await using var opened = await OpenAsync(new Window(TimeZone: zone));
        var page = opened.Page;

        foreach (var (figure, count) in new[] { ("Overdue", 1), ("Due today", 0) })
            await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{figure} {count}$") })).ToBeVisibleAsync();
        foreach (var (chart, share) in new[] { ("By status", "Cancelled 1 17%"), ("By priority", "High 3 50%") })
            await Expect(Chart(page, chart).GetByRole(AriaRole.Link, new() { Name = share })).ToBeVisibleAsync();

        // What is late, then what is started; what is high already stands there.
        var next = Chart(page, "What to do next").GetByRole(AriaRole.Listitem);
        await Expect(next).ToHaveCountAsync(2);
        await Expect(next.Nth(0)).ToContainTextAsync("One");
        await Expect(next.Nth(1)).ToContainTextAsync("Three");
        await Expect(next.Nth(1)).ToContainTextAsync("Started");

        var days = Chart(page, "Completed per day").GetByRole(AriaRole.Table).GetByRole(AriaRole.Row);
        await Expect(days).ToHaveCountAsync(31);
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));
        await Expect(days.Last).ToHaveTextAsync(new Regex($"{today.Day} .*2$"));
        await Expect(Chart(page, "Completed per day")).ToContainTextAsync("2 in the last 30 days");

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Overdue 1$") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/list\\?overdue=true&ordering=due_date$"));
        await page.GoBackAsync();
        await Chart(page, "By priority").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^High") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/list\\?status=all&priority=high$"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Dashboard_AfterATaskIsAdded_CountsIt()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/dashboard");
        var page = opened.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing to count yet" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a first task" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("First");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(Chart(page, "By status").GetByRole(AriaRole.Link, new() { Name = "Pending 1 100%" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Dashboard_WhenTheFiguresFail_SaysSoAndTriesAgain()
    {
        await using var opened = await OpenAsync(new Window(), "/list");
        var page = opened.Page;
        opened.Expect("500");
        await page.RouteAsync("**/api/v1/tasks/stats/?*", route => route.FulfillAsync(new()
        {
            Status = 500,
            ContentType = "application/json",
            Body = """{"success":false,"message":"An error occurred","errors":{"detail":["Try again later."]},"trace_id":"0"}""",
        }));

        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Heading, new() { Name = "The figures could not be loaded" })).ToBeVisibleAsync();
        await page.UnrouteAsync("**/api/v1/tasks/stats/?*");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(Chart(page, "By status").GetByRole(AriaRole.Link, new() { Name = "Pending 2 33%" })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Window.Kinds), MemberType = typeof(Window))]
    public async Task Dashboard_ByScheme_ShutsNobodyOut(ColorScheme scheme, int width)
    {
        await using var opened = await OpenAsync(new Window(scheme, width));
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Name = "By status" })).ToBeVisibleAsync();
        await opened.CheckAccessibilityAsync();
        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        opened.AssertNoTroubles();
    }

    private async Task<AppPage> OpenAsync(Window window, string address = "/dashboard")
    {
        var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, window);
        var response = await opened.User.PostAsync("tasks/bulk/", new { operations = _tasks.Select(task => new { op = "create", data = task }) });
        Assert.Equal(HttpStatusCode.OK, response.Status);
        await opened.Page.GotoAsync(address);
        return opened;
    }

    private static ILocator Chart(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name });
}
