using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static PrimeTask.Tests.Web.BoardTests;

namespace PrimeTask.Tests.Web;

/// <summary>The frames of a drag.</summary>
[Collection(Alone.Name)]
public sealed class BoardFrameTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Cards_InThousandsDragged_LoseNoFrameAndAreAllReached()
    {
        var count = Soak.Of(200, 2_000);
        await using var opened = await AppPage.OpenAsync(app, browser, AppPage.Blank);
        var page = opened.Page;
        await AddAsync(opened.User, Enumerable.Range(0, count).Select(number => ($"Task {number}", "pending")));
        await page.GotoAsync("/board?ordering=-created_at");
        var pending = Column(page, "Pending");
        await Expect(pending.GetByRole(AriaRole.Heading)).ToContainTextAsync($"{count:N0}");
        await Card(page, $"Task {count - 1}").FocusAsync();

        await page.Keyboard.PressAsync("End");
        while (await page.Locator(".board-card--waiting").CountAsync() > 0 || await Card(page, "Task 0").CountAsync() == 0)
            await page.Keyboard.PressAsync("End");
        await Expect(Card(page, "Task 0")).ToBeFocusedAsync();
        Assert.InRange(await page.Locator(".board-card").CountAsync(), 5, 120);

        // A machine that is busy with something else loses a frame now and then; a page that is too slow loses one each time.
        var slowest = new List<double>();
        do
        {
            slowest.Add(await SlowestFrameOfADragAsync(page, pending));
        }
        while (slowest[^1] > 100 && slowest.Count < Soak.Of(1, 5));

        TestContext.Current.TestOutputHelper?.WriteLine($"Slowest frame, ms: {string.Join(", ", slowest)}");
        // Few cards prove little, and `dotnet test` may run beside other work.
        Assert.True(slowest[^1] <= 100 || !Soak.IsOn, $"Slowest frames, ms: {string.Join(", ", slowest)}");
        opened.AssertNoTroubles();
    }

    /// <summary>Drags a card to and fro over all columns, scrolling the full one meanwhile, and drops it in another.</summary>
    /// <returns>Milliseconds between the two frames that were furthest apart.</returns>
    private static async Task<double> SlowestFrameOfADragAsync(IPage page, ILocator pending)
    {
        var (start, end) = (await CentreAsync(pending), await CentreAsync(Column(page, "Completed")));
        await page.EvaluateAsync("""
            () => {
              const frames = (window.frames_ = { slowest: 0, last: performance.now(), on: true });
              requestAnimationFrame(function frame(now) {
                frames.slowest = Math.max(frames.slowest, now - frames.last);
                frames.last = now;
                if (frames.on) requestAnimationFrame(frame);
              });
            }
            """);
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        for (var round = 0; round < 3; round++)
        {
            await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 25 });
            await page.Mouse.MoveAsync(start.X, start.Y, new() { Steps = 25 });
            await page.Mouse.WheelAsync(0, round % 2 == 0 ? -4_000 : 4_000);
        }

        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 25 });
        await page.Mouse.UpAsync();
        await Expect(Said(page, "to Completed.").First).ToBeVisibleAsync();
        return await page.EvaluateAsync<double>("() => { window.frames_.on = false; return window.frames_.slowest; }");
    }
}
