using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>A list that the server read before a change, and that arrives after the change was saved, does not take the change off the screen.</summary>
public sealed class LateResponseTests(PrimeTaskApp app, Browser browser)
{
    /// <summary>After a change was saved, and before the list reads itself again.</summary>
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task List_WithAResponseFromBeforeTheChange_KeepsTheChange()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Paint the fence");
        await page.GotoAsync("/list");
        var priority = page.GetByLabel("Priority of Paint the fence");
        await Expect(priority).ToHaveValueAsync("medium");
        await opened.SettleAsync();
        await using var late = await LateResponses.HoldAsync(page, reads: 1);
        await page.RouteAsync("**/api/v1/tasks/*/", async route =>
        {
            await route.FulfillAsync(new() { Response = await route.FetchAsync() });
            if (route.Request.Method != "PATCH")
                return;
            await Task.Delay(_late);
            late.Release();
        });

        await priority.SelectOptionAsync("High");
        await Expect(page.GetByText("Set the priority of “Paint the fence” to High.")).ToBeVisibleAsync();
        await late.AskedAgainAsync();

        Assert.Equal("high", await priority.InputValueAsync());
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Board_WithAResponseFromBeforeTheMove_KeepsTheMove()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await opened.User.AddTaskAsync("Paint the fence");
        await page.GotoAsync("/board");
        await Expect(Card("Pending")).ToBeVisibleAsync();
        await opened.SettleAsync();
        await using var late = await LateResponses.HoldAsync(page, reads: 4);

        await Card("Pending").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("Moved “Paint the fence” to Completed.").First).ToBeVisibleAsync();
        late.Release();
        await late.AskedAgainAsync();

        Assert.Equal(1, await Card("Completed").CountAsync());
        Assert.Equal(0, await Card("Pending").CountAsync());
        opened.AssertNoTroubles();

        ILocator Card(string column) => page.GetByRole(AriaRole.Region, new() { NameRegex = new($"^{column}") }).GetByRole(AriaRole.Button, new() { Name = "Paint the fence", Exact = true });
    }

    /// <summary>The list as it is, kept back; whatever is asked after it waits until the test is over.</summary>
    private sealed class LateResponses : IAsyncDisposable
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _again = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<string> _asked = [];
        private int _unread;

        /// <summary>Makes the page read its list, and returns when the server has answered these reads.</summary>
        public static async Task<LateResponses> HoldAsync(IPage page, int reads)
        {
            var responses = new LateResponses { _unread = reads };
            await page.RouteAsync("**/api/v1/tasks/?*", responses.RespondAsync);
            await page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
            await responses._read.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return responses;
        }

        public void Release() => _release.TrySetResult();

        /// <summary>Who asks again has seen the response that came late.</summary>
        public Task AskedAgainAsync() => _again.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public ValueTask DisposeAsync()
        {
            _end.TrySetResult();
            return ValueTask.CompletedTask;
        }

        private async Task RespondAsync(IRoute route)
        {
            bool first;
            lock (_asked)
                first = _asked.Add(route.Request.Url);
            if (!first)
            {
                _again.TrySetResult();
                await _end.Task;
                await route.ContinueAsync();
                return;
            }

            var response = await route.FetchAsync();
            if (Interlocked.Decrement(ref _unread) == 0)
                _read.TrySetResult();
            await _release.Task;
            await route.FulfillAsync(new() { Response = response });
        }
    }
}
