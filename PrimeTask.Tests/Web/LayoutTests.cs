using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class LayoutTests(PrimeTaskApp app, Browser browser)
{
    [Theory]
    [InlineData(768)]
    [InlineData(960)]
    [InlineData(1024)]
    public async Task Title_OnATablet_HasRoomForSomeWords(int width)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Width: width));
        await opened.User.AddTaskAsync("Ask the landlord about the heating before winter");
        await opened.Page.GotoAsync("/list");
        var title = await opened.Page.Locator(".task__title").BoundingBoxAsync();
        Assert.InRange(title!.Width, 220, width);
    }

    /// <summary>The longest texts that the rules allow, each of them one word.</summary>
    [Theory]
    [InlineData("/list")]
    [InlineData("/board")]
    [InlineData("/dashboard")]
    [InlineData("/profile")]
    [InlineData("/admin/users?ordering=-created_at")]
    [InlineData("/admin/tasks?ordering=-created_at")]
    [InlineData("/admin/audit")]
    public async Task View_OfTheLongestTexts_StaysWithinTheWindow(string address)
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, AppPage.Blank);
        var user = opened.User;
        var names = new { username = $"{user.Username}{new string('w', 30)}", first_name = new string('f', 150), last_name = new string('l', 150) };
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, "auth/profile/", names)).Status);
        await user.PostAsync("tasks/", new { title = new string('t', 200), status = "in_progress", due_date = "2027-12-31T23:59:00Z" });
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 3));
        var registration = user.Registration($"{user.Username}{new string('e', 44)}@{domain}.org", $"x{names.username[..^1]}");
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("auth/register/", registration)).Status);
        await opened.Page.GotoAsync(address);
        await opened.SettleAsync();

        foreach (var width in new[] { 1280, 1024, 768, 320 })
        {
            await opened.Page.SetViewportSizeAsync(width, 800);
            Assert.Equal((width, 0), (width, await opened.OverflowAsync()));
        }

        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Placeholder_OfTheList_HasBarsAndNoDots(int width)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank, new Window(Width: width));
        var read = new TaskCompletionSource();
        await opened.Page.RouteAsync("**/api/v1/tasks/?*", async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });
        await opened.Page.GotoAsync("/list");
        var bar = await opened.Page.Locator(".task--placeholder span:last-child").First.BoundingBoxAsync();
        Assert.InRange(bar!.Width, 100, width);
        read.SetResult();
        await opened.SettleAsync();
    }

    [Fact]
    public async Task Dashboard_AtItsEnd_EndsWithWhatIsSeen()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync();
        await opened.Page.GotoAsync("/dashboard");
        await Expect(opened.Page.Locator(".day-chart")).ToBeVisibleAsync();
        var beyond = await opened.Page.EvaluateAsync<double>(
            "() => document.documentElement.scrollHeight - Math.max(innerHeight, document.querySelector('main').getBoundingClientRect().bottom + scrollY)");
        Assert.InRange(beyond, -1, 1);
    }

    [Fact]
    public async Task Selection_OfSome_IsAMixedSelectAllAndShutsNobodyOut()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("One");
        await opened.User.AddTaskAsync("Two");
        var page = opened.Page;
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select One" }).CheckAsync();
        var all = page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all shown" });
        await Expect(all).ToBeCheckedAsync(new() { Indeterminate = true });
        await opened.CheckAccessibilityEverywhereAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Two" }).CheckAsync();
        await Expect(all).ToBeCheckedAsync();
        await Expect(all).Not.ToBeCheckedAsync(new() { Indeterminate = true });
        await Expect(page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Toolbar)).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Filters_FromTheListToTheBoardAndBack_AreKept()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/list?priority=high");
        var page = opened.Page;
        var views = page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });
        await page.GetByRole(AriaRole.Searchbox).FillAsync("landlord");
        await views.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/board$"));
        await views.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("landlord");
        await Expect(page).ToHaveURLAsync(new Regex("/list\\?priority=high&search=landlord$"));
        await views.GetByRole(AriaRole.Link, new() { Name = "List" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Back_WithTheEditorOpen_ClosesItAndLeavesThePage()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/list");
        var page = opened.Page;
        var views = page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });
        await views.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await opened.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Board", Level = 1 })).ToBeVisibleAsync();
        Assert.EndsWith("/board", page.Url, StringComparison.Ordinal);
        await page.EvaluateAsync("() => history.back()");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List", Level = 1 })).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task List_OnPaper_ShowsTheTasksAndNothingToPress()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("Water the plants");
        var page = opened.Page;
        await page.GotoAsync("/list");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Water the plants", Exact = true })).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Water the plants", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete Water the plants" })).ToBeHiddenAsync();
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"));
    }

    [Fact]
    public async Task AdminView_OnPaper_ShowsTheRowsAndNothingToPress()
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/users");
        var page = opened.Page;
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Administration" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Deactivate|Activate") })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();
    }
}
