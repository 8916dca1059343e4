using Microsoft.Playwright;

namespace PrimeTask.Tests.Web;

/// <summary>One finger on a touch screen: Playwright itself can only tap.</summary>
internal sealed class Finger(ICDPSession session)
{
    private const string Event = "Input.dispatchTouchEvent";

    public static async Task<Finger> OnAsync(AppPage opened) => new(await opened.Context.NewCDPSessionAsync(opened.Page));

    public Task DownAsync(float x, float y) => session.SendAsync(Event, Touch("touchStart", new { x, y }));

    public Task MoveAsync(float x, float y) => session.SendAsync(Event, Touch("touchMove", new { x, y }));

    public Task UpAsync() => session.SendAsync(Event, Touch("touchEnd"));

    /// <summary>Down in the middle of an element, along in steps, and up.</summary>
    public async Task SwipeAsync(ILocator element, float by)
    {
        var (x, y) = await BoardTests.CentreAsync(element);
        await DownAsync(x, y);
        for (var step = 1; step <= 6; step++)
            await MoveAsync(x + (by * step / 6), y);
        await UpAsync();
    }

    private static Dictionary<string, object> Touch(string type, params object[] touchPoints) => new() { ["type"] = type, ["touchPoints"] = touchPoints };
}
