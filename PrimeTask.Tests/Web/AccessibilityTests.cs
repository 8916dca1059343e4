using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>Every view in light and dark, wide and narrow: clean to axe, nothing in the console, no request to another host.</summary>
public sealed class AccessibilityTests(PrimeTaskApp app, Browser browser)
{
    private static readonly string[] _labels = ["home"];

    [Theory]
    [InlineData("/list")]
    [InlineData("/list?status=all&group=label")]
    [InlineData("/list?search=nothing-has-this-name")]
    [InlineData("/list?label=home&status=open&ordering=position")]
    [InlineData("/board")]
    [InlineData("/dashboard")]
    [InlineData("/profile")]
    public async Task View_OfAUserWithTasks_ShutsNobodyOut(string address)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await AddTasksAsync(opened);
        await opened.Page.GotoAsync(address);
        await CheckAsync(opened);
    }

    public static TheoryData<string> EmptyViews => [.. Soak.Cases(1, "/today", "/list", "/upcoming", "/board", "/dashboard")];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(EmptyViews))]
    public async Task View_OfAUserWithoutTasks_ShutsNobodyOut(string address)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, address);
        await CheckAsync(opened);
    }

    public static TheoryData<string> AdminViews => [.. Soak.Cases(1, "/admin/users", "/admin/tasks", "/admin/audit")];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(AdminViews))]
    public async Task View_OfAnAdmin_ShutsNobodyOut(string address)
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, AppPage.Blank);
        await AddTasksAsync(opened);
        await opened.Page.GotoAsync(address);
        await CheckAsync(opened);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/register")]
    [InlineData("/forgot-password")]
    public async Task Entrance_ShutsNobodyOut(string address)
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, address);
        await CheckAsync(opened);
    }

    [Fact]
    public async Task Editor_Open_ShutsNobodyOut()
    {
        await using var opened = await AppPage.OpenAsync(app, browser);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "New task" }).First.ClickAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task UnknownAddress_ShutsNobodyOut()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        opened.Expect("status of 404"); // Of the address itself.
        await opened.Page.GotoAsync("/nowhere");
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Name = "Page not found" })).ToBeVisibleAsync();
        await CheckAsync(opened);
    }

    [Fact]
    public async Task Check_OfAPageThatShutsSomebodyOut_Fails()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        await opened.SettleAsync();
        await opened.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('button'))");
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(opened.CheckAccessibilityAsync);
        Assert.Contains("button-name", failure.Message, StringComparison.Ordinal);
    }

    private static async Task CheckAsync(AppPage opened)
    {
        await opened.SettleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        opened.AssertNoTroubles();
    }

    private static async Task AddTasksAsync(AppPage opened)
    {
        var project = (long)(await opened.User.PostAsync("projects/", new { name = "Kitchen", color = "amber" })).Data["id"]!;
        foreach (var (status, priority, due) in new[] { ("pending", "high", "2020-01-31"), ("in_progress", "medium", "2035-01-31"), ("completed", "low", null), ("cancelled", "low", null) })
        {
            var added = await opened.User.PostAsync("tasks/", new { title = $"A task that is {status}", status, priority, due_date = due, project, labels = _labels });
            Assert.Equal(System.Net.HttpStatusCode.Created, added.Status);
        }
    }
}
