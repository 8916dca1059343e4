using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class ListViewTests(PrimeTaskApp app, Browser browser)
{
    private const int Largest = 200;

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task List_OfThousands_ReachesEveryTaskAndFindsAsTyped()
    {
        var count = Soak.Of(1_500, 25_000);
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, count);
        var page = opened.Page;

        await page.GotoAsync("/list");
        await Expect(page.GetByText($"1–50 of {count:N0} tasks")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Spinbutton).FillAsync($"{count / 50}");
        await page.GetByRole(AriaRole.Spinbutton).PressAsync("Enter");
        await Expect(Named(page, "Task 00001")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous page" }).ClickAsync();
        await Expect(Named(page, "Task 00100")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator("*").CountAsync(), 1, 4_000);

        var search = page.GetByRole(AriaRole.Searchbox);
        foreach (var title in new[] { count * 7 / 10, 7, count - 1, count / 2, count / 3 }.Select(number => $"Task {number:00000}"))
        {
            await search.FillAsync(title);
            await Expect(Named(page, title)).ToBeVisibleAsync();
            await Expect(page.Locator("[data-task]")).ToHaveCountAsync(1);
        }

        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_WithMoreMatchesThanAreCounted_SaysSoAndReachesTheLast()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, 1_180);
        var page = opened.Page;

        await page.GotoAsync("/list?search=task&ordering=created_at");
        await Expect(page.GetByText(new Regex(@"^1,000\+ tasks found$"))).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex(@"^1–50 of 1,000\+ tasks$"))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Spinbutton).FillAsync("22");
        await page.GetByRole(AriaRole.Spinbutton).PressAsync("Enter");
        await Expect(page.GetByText("1,051–1,100 of 1,100+ tasks")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Named(page, "Task 01180")).ToBeVisibleAsync();
        await Expect(page.GetByText("1,151–1,180 of 1,180 tasks")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next page" })).ToBeDisabledAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_OfTooFewLettersForAnIndex_ReachesTheLast()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, 60, "Oldest qq");
        await FillAsync(opened.User, 2_000);
        await FillAsync(opened.User, 10, "Newest qq");
        var page = opened.Page;

        await page.GotoAsync("/list?search=qq");
        await Expect(Named(page, "Newest qq 00010")).ToBeVisibleAsync();
        await Expect(page.GetByText("50 tasks here, and there can be more")).ToBeVisibleAsync();
        await Expect(Named(page, "Oldest qq 00021")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Named(page, "Oldest qq 00001")).ToBeVisibleAsync();
        await Expect(page.GetByText("20 tasks here, the last ones")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Named(page, "Oldest qq 00020")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "First page" }).ClickAsync();
        await Expect(Named(page, "Newest qq 00010")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Oldest qq 00021" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Oldest qq 00020" })).ToBeFocusedAsync();
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("<p>Sign in to this network</p>")]
    [InlineData("")]
    public async Task List_ThatSomethingElseAnswers_SaysSoAndComesWhenTheApiAnswers(string body)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Fix the tap");
        await page.RouteAsync("**/api/v1/tasks/?*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = body }));

        await page.GotoAsync("/list");
        await Expect(page.GetByText("PrimeTask cannot be reached. Check your connection.").First).ToBeVisibleAsync();
        await page.UnrouteAsync("**/api/v1/tasks/?*");

        await Expect(Named(page, "Fix the tap")).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_FromAnotherView_GetsWhatIsTypedAtOnce()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Fix the tap");
        await opened.User.AddTaskAsync("Water the plants");
        await page.GotoAsync("/list");
        await Expect(Named(page, "Fix the tap")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await opened.SettleAsync();

        await page.Keyboard.TypeAsync("/tap");

        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("tap");
        await Expect(Named(page, "Water the plants")).ToHaveCountAsync(0);
        await Expect(Named(page, "Fix the tap")).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Search_WhileTheListIsOnItsWay_GetsWhatIsTyped()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        var page = opened.Page;
        await opened.User.AddTaskAsync("Mend the tap next week");
        await opened.User.AddTaskAsync("Water the plants");
        await opened.SettleAsync();
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/modules/listView.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        await page.Keyboard.TypeAsync("/tap nexus");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("t");
        typed.SetResult();

        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("tap next");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" week");
        await Expect(page).ToHaveURLAsync(new Regex(@"/list\?search=tap\+next\+week$"));
        await Expect(Named(page, "Mend the tap next week")).ToBeVisibleAsync();
        await Expect(Named(page, "Water the plants")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("/list?search=task&cursor=nonsense", "/list?search=task")]
    [InlineData("/list?search=task&page=nonsense", "/list?search=task&page=nonsense")]
    [InlineData("/list?search=task&page=99999999999", "/list?search=task")]
    public async Task Bookmark_OfNoPage_LeadsToOneThatThereIs(string bookmark, string address)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, 2);
        opened.Expect("status of 40"); // The response to the bookmark.

        await opened.Page.GotoAsync(bookmark);

        await Expect(Named(opened.Page, "Task 00001")).ToBeVisibleAsync();
        await Expect(opened.Page).ToHaveURLAsync(new Uri(app.BaseAddress, address).ToString());
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("/list?status=nonsense")]
    [InlineData("/list?ordering=nonsense")]
    [InlineData("/board?priority=nonsense")]
    public async Task Bookmark_OfNoFilter_OffersAllTasks(string bookmark)
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, 2);
        opened.Expect("status of 400");

        await opened.Page.GotoAsync(bookmark);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Show all tasks" }).First.ClickAsync();

        await Expect(opened.Page.GetByText("Task 00001").First).ToBeVisibleAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "all tasks" })).ToHaveCountAsync(0);
        Assert.DoesNotContain("nonsense", opened.Page.Url, StringComparison.Ordinal);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Deletion_AfterTheSessionHasEnded_CanStillBeUndone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await FillAsync(opened.User, 2);
        await page.GotoAsync("/list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Task 00002" }).ClickAsync();
        await Expect(page.GetByText("Moved “Task 00002” to the trash.")).ToBeVisibleAsync();
        Assert.Equal(1, await CountAsync(opened.User, "page_size=1"));

        // The session ends while the deletion is on its way: a little earlier, and what the app reads by itself could notice before anybody has clicked.
        opened.Expect("401");
        var ended = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/tasks/*/", async route =>
        {
            if (route.Request.Method == "DELETE")
                await ended.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Task 00001" }).ClickAsync();
        foreach (var session in (await opened.User.GetAsync("auth/sessions/")).Data["results"]!.AsArray())
            await opened.User.SendAsync(HttpMethod.Delete, $"auth/sessions/{session!["id"]}/");
        ended.SetResult();
        await opened.LogInAsync(opened.User.Email);

        // What the ended session refused is as it was.
        await Expect(Named(page, "Task 00001")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(Named(page, "Task 00002")).ToBeVisibleAsync();
        await opened.User.LoginAsync();
        await WaitForCountAsync(opened.User, "page_size=1", 2);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Selection_OfSeveral_IsCompletedReprioritisedAndDeletedAtOnceAndCanBeUndone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await FillAsync(opened.User, 5);
        await page.GotoAsync("/list");

        await page.GetByLabel("Select Task 00004").ClickAsync();
        await page.GetByLabel("Select Task 00002").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(page.GetByText("3 selected")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(page.GetByText("Completed 3 tasks.")).ToBeVisibleAsync();
        Assert.Equal(3, await CountAsync(opened.User, "status=completed"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByLabel("Status of Task 00003")).ToHaveValueAsync("pending");
        await WaitForCountAsync(opened.User, "status=completed", 0);

        await page.GetByLabel("Select all shown").CheckAsync();
        await page.GetByLabel("Set priority of selected").SelectOptionAsync("High");
        await WaitForCountAsync(opened.User, "priority=high", 5);

        await page.GetByLabel("Select all shown").CheckAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("Nothing open")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("1–5 of 5 tasks")).ToBeVisibleAsync();
        Assert.Equal(5, await CountAsync(opened.User, ""));
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Deletion_WhenThePageIsLeft_IsDone()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await FillAsync(opened.User, 2);
        await opened.Page.GotoAsync("/list");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Delete Task 00001" }).ClickAsync();
        await Expect(Named(opened.Page, "Task 00001")).ToHaveCountAsync(0);
        await opened.Page.GotoAsync("about:blank");

        await WaitForCountAsync(opened.User, "", 1);
    }

    [Fact]
    public async Task Cells_EditedInPlace_AreSavedAndRolledBackWhenRefused()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        var id = await opened.User.AddTaskAsync("Water the plants");
        await page.GotoAsync("/list");

        await Named(page, "Water the plants").ClickAsync();
        await page.GetByLabel("Title of Water the plants").FillAsync("Water <i>all</i> plants");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Named(page, "Water <i>all</i> plants")).ToBeVisibleAsync();
        await page.GetByLabel("Priority of Water").SelectOptionAsync("High");
        await ReadAnewAfterAsync(page, () => page.GetByLabel("Status of Water").SelectOptionAsync("In progress"));
        await WaitForCountAsync(opened.User, "status=in_progress&priority=high&search=all", 1);

        opened.Expect("412");
        Assert.Equal(HttpStatusCode.OK, (await opened.User.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Changed elsewhere" })).Status);
        await page.GetByLabel("Status of Water").SelectOptionAsync("Cancelled");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not changed");
        await Expect(page.GetByLabel("Status of Changed elsewhere")).ToHaveValueAsync("in_progress");
        opened.AssertNoTroubles();
    }

    /// <summary>Does what saves a change, and waits for the list that the page reads by itself after it.</summary>
    private static async Task ReadAnewAfterAsync(IPage page, Func<Task> changeAsync)
    {
        var saved = false;
        await page.RunAndWaitForRequestFinishedAsync(changeAsync, new()
        {
            Predicate = request =>
            {
                var isLate = saved;
                saved |= request.Method == "PATCH" && request.PostData?.Contains("in_progress", StringComparison.Ordinal) == true;
                return isLate && request.Method == "GET" && request.Url.Contains("/api/v1/tasks/?", StringComparison.Ordinal);
            },
        });
    }

    [Fact]
    public async Task Filters_InTheAddress_AreSharedAndGoneBackTo()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        await opened.User.PostAsync("tasks/", new { title = "Late", priority = "high", due_date = "2020-01-01T00:00:00Z" });
        await opened.User.PostAsync("tasks/", new { title = "Later", priority = "low" });
        var page = opened.Page;

        await page.GotoAsync("/list?overdue=true");
        await Expect(Named(page, "Late")).ToBeVisibleAsync();
        await Expect(Named(page, "Later")).ToHaveCountAsync(0);
        await page.GetByLabel("Filter by due date").SelectOptionAsync("Any due date");
        await Expect(Named(page, "Later")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" })).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.EndsWith("/list?ordering=title", page.Url);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(Named(page, "Later")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Filter by due date")).ToHaveValueAsync("overdue");
        opened.AssertNoTroubles();
    }

    private static ILocator Named(IPage page, string title) => page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    private static async Task FillAsync(ApiUser user, int count, string title = "Task")
    {
        foreach (var numbers in Enumerable.Range(1, count).Chunk(Largest))
        {
            var operations = numbers.Select(number => new { op = "create", data = new { title = $"{title} {number:00000}" } });
            Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("tasks/bulk/", new { operations })).Status);
        }
    }

    private static async Task<int> CountAsync(ApiUser user, string query) => (int)(await user.GetAsync($"tasks/?{query}")).Data["count"]!;

    private static async Task WaitForCountAsync(ApiUser user, string query, int expected)
    {
        var watch = Stopwatch.StartNew();
        while (await CountAsync(user, query) != expected)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{query}: {await CountAsync(user, query)} instead of {expected}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
