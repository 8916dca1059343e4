using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class AdminViewTests(PrimeTaskApp app, Browser browser)
{
    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/tasks")]
    [InlineData("/admin/audit")]
    public async Task AdminView_OfSomebodyElse_SaysSoAndAsksForNothing(string address)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var asked = 0;
        opened.Page.Request += (_, request) => asked += request.Url.Contains("/auth/admin/", StringComparison.Ordinal) ? 1 : 0;
        await opened.Page.GotoAsync(address);
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Name = "For admins only" })).ToBeVisibleAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Link, new() { Name = "Admin" })).ToHaveCountAsync(0);
        await opened.CheckAccessibilityEverywhereAsync();
        Assert.Equal(0, asked);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task ListBoardAndDashboard_OfAnAdmin_AreTheAdminsOwn()
    {
        using var other = await ApiUser.RegisterAsync(app);
        await other.AddTaskAsync("Somebody else's task");
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("The admin's task");
        var page = opened.Page;

        foreach (var view in new[] { "/list", "/board" })
        {
            await page.GotoAsync(view);
            await Expect(page.GetByText("The admin's task").First).ToBeVisibleAsync();
            await Expect(page.GetByText("Somebody else's task")).ToHaveCountAsync(0);
        }

        await page.GotoAsync("/dashboard");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Pending 1 100%" })).ToBeVisibleAsync();
        await page.GotoAsync("/admin/tasks?search=Somebody else's task");
        await Expect(page.GetByText("Somebody else's task").First).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task AdminView_OfTheAddressAlone_LeadsToTheUsers()
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin");
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Name = "Users" })).ToBeVisibleAsync();
        await Expect(opened.Page).ToHaveURLAsync(new Regex("/admin/users$"));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_WithBlanks_KeepsWhatIsTyped()
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/tasks");
        var page = opened.Page;
        var search = page.GetByRole(AriaRole.Searchbox);

        await search.FillAsync("water ");
        await Expect(page).ToHaveURLAsync(new Regex("search=water"));
        await search.PressSequentiallyAsync("the plants");

        await Expect(page).ToHaveURLAsync(new Regex("search=water\\+the\\+plants$"));
        await Expect(search).ToHaveValueAsync("water the plants");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Tasks_SearchedByTooFewLettersForAnIndex_AreReachedToTheLast()
    {
        using var owner = await ApiUser.RegisterAsync(app);
        foreach (var (title, count) in new[] { ("Oldest qq", 40), ("Between", 2_000), ("Newest qq", 10) })
        {
            foreach (var numbers in Enumerable.Range(1, count).Chunk(200))
            {
                var operations = numbers.Select(number => new { op = "create", data = new { title = $"{title} {number}" } });
                Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync("tasks/bulk/", new { operations })).Status);
            }
        }

        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, $"/admin/tasks?search=qq&owner={owner.Id}");
        var page = opened.Page;
        await Expect(page.GetByText("25 tasks here, and there can be more")).ToBeVisibleAsync();
        await Expect(Rows(page).Last).ToContainTextAsync("Oldest qq 26");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Rows(page).Last).ToContainTextAsync("Oldest qq 1");
        await page.ReloadAsync();
        await Expect(Rows(page).Last).ToContainTextAsync("Oldest qq 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "First page" }).ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("Newest qq 10");
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Users_Filters_LiveInTheAddress()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/users");
        var page = opened.Page;

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search users" }).FillAsync(user.Username);
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex($"search={user.Username}"));
        await page.GetByLabel("Filter by role").SelectOptionAsync("Admins");
        await Expect(page.GetByText("No matching users")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("No matching users")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(user.Username);
        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Filter by role")).ToHaveValueAsync("");
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("/admin/users?role=nonsense", "Show all users")]
    [InlineData("/admin/users?ordering=nonsense", "Show all users")]
    [InlineData("/admin/tasks?owner=nonsense", "Show all tasks")]
    [InlineData("/admin/audit?after=nonsense", "Show all events")]
    [InlineData("/admin/users?page=99999999999", null)]
    [InlineData("/admin/tasks?cursor=nonsense", null)]
    public async Task Bookmark_OfNothing_LeadsOn(string bookmark, string? button)
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, AppPage.Blank);
        await opened.User.AddTaskAsync("Water the plants");
        opened.Expect("status of 40"); // The response to the bookmark.

        await opened.Page.GotoAsync(bookmark);
        if (button is not null)
            await opened.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await Expect(Rows(opened.Page).First).ToBeVisibleAsync();
        await Expect(opened.Page).ToHaveURLAsync(new Uri(app.BaseAddress, bookmark.Split('?')[0]).ToString());
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Users_SortedAndPaged_ShowEverybodyOnce()
    {
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/users");
        for (var added = 0; added < 26; added++)
            (await ApiUser.RegisterAsync(app)).Dispose();
        var page = opened.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Registered" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Registered" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(page).ToHaveURLAsync(new Regex("ordering=created_at"));
        await Expect(Rows(page).First).ToContainTextAsync(PrimeTaskApp.Admin.Email);
        await Expect(Rows(page)).ToHaveCountAsync(25);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2"));
        await Expect(page.GetByText(new Regex("^\\s*26–"))).ToBeVisibleAsync();
        await Expect(Rows(page).Filter(new() { HasText = PrimeTaskApp.Admin.Email })).ToHaveCountAsync(0);
        await page.GotoAsync("/admin/users?page=9999");
        await Expect(Rows(page)).ToHaveCountAsync(25);
        opened.Expect("status of 404"); // Of the page past the end.
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task User_PromotedDeactivatedAndActivated_IsSo()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, $"/admin/users?search={user.Username}");
        var page = opened.Page;
        var row = Rows(page).Filter(new() { HasText = user.Username });

        await row.GetByRole(AriaRole.Button, new() { Name = "Make admin" }).ClickAsync();
        await ApiResponse(page, "Make admin");
        await Expect(page.GetByText($"{user.Username} is an admin now.")).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Make user" })).ToBeVisibleAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await ApiResponse(page, "Cancel");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Deactivate" })).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await ApiResponse(page, "Deactivate");
        await Expect(page.GetByText($"{user.Username} can no longer log in.")).ToBeVisibleAsync();
        var refused = await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);

        await row.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Expect(page.GetByText($"{user.Username} can log in again.")).ToBeVisibleAsync();
        await user.LoginAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task User_Deleted_GoesWithAWarningThatNamesTheTasks()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, $"/admin/users?search={user.Username}");
        var page = opened.Page;
        await Expect(Rows(page)).ToHaveCountAsync(1);
        // After the list was read: the warning asks anew.
        await user.AddTaskAsync();
        await user.AddTaskAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {user.Username}" }).ClickAsync();
        var warning = page.GetByRole(AriaRole.Dialog);
        await Expect(warning).ToContainTextAsync(user.Email);
        await Expect(warning).ToContainTextAsync("2 tasks");
        await opened.CheckAccessibilityEverywhereAsync();
        await ApiResponse(page, "Delete user and 2 tasks");

        await Expect(page.GetByText("No matching users")).ToBeVisibleAsync();
        using var admin = await ApiUser.SignInAdminAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"auth/admin/users/{user.Id}/")).Status);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Tasks_OfOneOwner_AreFoundEditedAndDeleted()
    {
        using var owner = await ApiUser.RegisterAsync(app);
        var kept = await owner.AddTaskAsync("Keep <b>this</b>");
        await owner.AddTaskAsync("Throw this away");
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/tasks");
        var page = opened.Page;

        await page.GetByLabel("Owner").FillAsync("nobody-is-called-this");
        await page.GetByLabel("Owner").PressAsync("Enter");
        await Expect(page.GetByText("Nobody has this username.")).ToBeVisibleAsync();
        await page.GetByLabel("Owner").FillAsync(owner.Username.ToUpperInvariant());
        await page.GetByLabel("Owner").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"owner={owner.Id}"));
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Owner")).ToHaveValueAsync(owner.Username);

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep <b>this</b>", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Task" }).GetByLabel("Title").FillAsync("Kept");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Rows(page).Filter(new() { HasText = "Kept" })).ToHaveCountAsync(1);
        Assert.Equal("Kept", (string)(await owner.GetAsync($"tasks/{kept}/")).Data["title"]!);

        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Throw this away" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(owner.Username);
        await ApiResponse(page, "Delete");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Audit_OfOneAccount_TellsWhatHappenedToIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.PostAsync("auth/login/", new { email = user.Email, password = "not-this-Password-1" });
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, "/admin/audit");
        var page = opened.Page;

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Account" }).FillAsync(user.Username);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Account" }).PressAsync("Enter");
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Rows(page).First).ToContainTextAsync("Sign-in refused");
        await Expect(Rows(page).First).ToContainTextAsync(user.Username);
        await page.GetByLabel("After").FillAsync("2020-01-01T00:00");
        await page.GetByLabel("After").PressAsync("Enter");
        await Expect(page.GetByText("1–2 of 2 events")).ToBeVisibleAsync();
        await page.GetByLabel("Filter by event").SelectOptionAsync("Registered");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex($"subject={user.Id}.*after=20.*event=registered"));
        await page.GetByLabel("Before").FillAsync("2020-01-01T00:00");
        await page.GetByLabel("Before").PressAsync("Enter");
        await Expect(page.GetByText("No matching events")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Audit_OfADeletedAccount_SaysThatItIsGone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/");
        await using var opened = await AppPage.OpenAsAdminAsync(app, browser, $"/admin/audit?subject={user.Id}");
        var page = opened.Page;

        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Rows(page).First).ToContainTextAsync("Deleted");
        await Expect(Rows(page).First).ToContainTextAsync($"deleted user {user.Id}");
        await Expect(Rows(page).First).ToContainTextAsync((string)(await admin.GetAsync("auth/profile/")).Data["username"]!);
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Account" })).ToHaveValueAsync($"deleted user {user.Id}");
        opened.AssertNoTroubles();
    }

    /// <summary>Those with data: the first row of a table is its head.</summary>
    private static ILocator Rows(IPage page) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    private static Task ApiResponse(IPage page, string button) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
