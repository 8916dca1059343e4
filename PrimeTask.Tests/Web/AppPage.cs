using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PrimeTask.Tests.Web;

/// <summary>How a browser window is set up; a wide, light one by default.</summary>
/// <param name="Scheme">What the system prefers.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="TimeZone">IANA name; the machine's own when left out.</param>
/// <param name="Touch">Whether it is a phone or a tablet: there is nothing finer than a finger to point with.</param>
/// <param name="Locale">The language that the browser's user prefers.</param>
public sealed record Window(
    ColorScheme Scheme = ColorScheme.Light, int Width = 1280, int Height = 800, string? TimeZone = null, bool Touch = false, string Locale = "en-GB")
{
    /// <summary>Light and dark, wide and narrow.</summary>
    public static TheoryData<ColorScheme, int> Kinds =>
        [.. Soak.Cases(2, (ColorScheme.Light, 1280), (ColorScheme.Dark, 375), (ColorScheme.Dark, 1280), (ColorScheme.Light, 375))];
}

/// <summary>The app in a browser window of its own, with an eye on what a person would not see but should know.</summary>
public sealed class AppPage : IAsyncDisposable
{
    /// <summary>The address of an empty page: for a test that has something to do before it opens the app.</summary>
    public const string Blank = "about:blank";

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] _rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>What a colour scheme can change.</summary>
    private static readonly string[] _colourRules = ["color-contrast"];

    // In the page itself: the library for Playwright opens a tab for every check, which takes longer than the check.
    private const string RunAxe = """
        async (rules) => {
          const { passes, violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
          const describe = ({ target, html, any, all, none }) => `\n  ${target}: ${html}\n    ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`;
          return [passes.length, ...violations.map(({ id, help, helpUrl, nodes }) => `${id}: ${help} (${helpUrl})${nodes.map(describe).join('')}`)].map(String);
        }
        """;

    private readonly List<string> _troubles = [];
    private readonly List<string> _expected = [];

    private AppPage(IBrowserContext context, IPage page, ApiUser user)
    {
        (Context, Page, User) = (context, page, user);
        context.Page += (_, opened) => Watch(opened);
        Watch(page);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Who is signed in, for requests past the browser; somebody anonymous when nobody is.</summary>
    public ApiUser User { get; }

    /// <summary>Opens the app for a new user who is signed in already: registered through the API, with the web app's cookie.</summary>
    public static async Task<AppPage> OpenAsync(PrimeTaskApp app, Browser browser, string address = "/list", Window? window = null)
    {
        var (user, cookie) = await ApiUser.RegisterInWebAsync(app);
        // As the form of the web app does.
        if (window?.TimeZone is { } zone)
            await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = zone });
        return await OpenAsync(app.BaseAddress, browser, user, cookie, address, window);
    }

    /// <summary>Opens the app for a new admin who is signed in already.</summary>
    public static async Task<AppPage> OpenAsAdminAsync(PrimeTaskApp app, Browser browser, string address = "/list", Window? window = null)
    {
        var (user, _) = await ApiUser.RegisterInWebAsync(app);
        using var first = await ApiUser.SignInAdminAsync(app);
        var promoted = await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { role = "admin" });
        Assert.Equal(System.Net.HttpStatusCode.OK, promoted.Status);
        var cookie = await user.LoginInWebAsync(); // A change of role ends the sessions of before.
        return await OpenAsync(app.BaseAddress, browser, user, cookie, address, window);
    }

    /// <summary>Opens the app for somebody who is not signed in.</summary>
    public static Task<AppPage> OpenSignedOutAsync(PrimeTaskApp app, Browser browser, string address = "/list", Window? window = null) =>
        OpenAsync(app.BaseAddress, browser, ApiUser.Anonymous(app), null, address, window);

    /// <summary>Opens the app under another of its host names for somebody who is not signed in.</summary>
    public static Task<AppPage> OpenSignedOutAsync(PrimeTaskApp app, Browser browser, string address, string host) =>
        OpenAsync(new UriBuilder(app.BaseAddress) { Host = host }.Uri, browser, ApiUser.Anonymous(app), null, address, null);

    /// <summary>Opens an app of the test's own for somebody who is not signed in.</summary>
    internal static Task<AppPage> OpenSignedOutAsync(LoneApp app, Browser browser, string address = "/list") =>
        OpenAsync(app.BaseAddress, browser, app.Anonymous(), null, address, null);

    /// <inheritdoc cref="OpenSignedOutAsync(LoneApp, Browser, string)"/>
    internal static Task<AppPage> OpenSignedOutAsync(Uri app, Browser browser, ApiUser user, string address) => OpenAsync(app, browser, user, null, address, null);

    /// <summary>Another tab of the same browser, watched as well.</summary>
    public async Task<IPage> OpenTabAsync(string address = "/list")
    {
        var tab = await Context.NewPageAsync();
        await tab.GotoAsync(address);
        return tab;
    }

    /// <summary>Fills in the form that somebody who is not signed in sees.</summary>
    public async Task LogInAsync(string email)
    {
        await Page.GetByLabel("Email").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(ApiUser.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
    }

    /// <summary>Browsers report every refused request as an error; a test that provokes one says so.</summary>
    /// <param name="text">Part of the message.</param>
    public void Expect(string text) => _expected.Add(text);

    /// <summary>Fails when there was an error or a warning in the console; a request to another host is one (<see cref="Browser"/>).</summary>
    public void AssertNoTroubles()
    {
        string[] troubles;
        lock (_troubles)
            troubles = [.. _troubles.Where(trouble => !_expected.Exists(text => trouble.Contains(text, StringComparison.Ordinal)))];
        Assert.True(troubles.Length == 0, string.Join('\n', troubles));
    }

    /// <summary>Fails with the rule, the element and the help for everything that shuts somebody out.</summary>
    public Task CheckAccessibilityAsync() => CheckAccessibilityAsync(Page);

    /// <summary>The same in light and dark, wide and narrow; also when something sticks out of a narrow window.</summary>
    public async Task CheckAccessibilityEverywhereAsync()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 768, 375 })
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Page.SetViewportSizeAsync(width, 800);
                // What the bar at the top covers can be scrolled out from under it.
                await Page.EvaluateAsync("() => scrollTo(0, 0)");
                await CheckAsync(Page, scheme == ColorScheme.Light ? _rules : _colourRules);
                Assert.Equal(0, await OverflowAsync());
            }
        }

        // The narrowest that WCAG asks for (1.4.10).
        await Page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await OverflowAsync());
    }

    /// <summary>How much wider than the window the page is, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)");

    /// <summary>Waits until the view has all it asked for.</summary>
    public async Task SettleAsync()
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <inheritdoc cref="CheckAccessibilityAsync()"/>
    public static Task CheckAccessibilityAsync(IPage page) => CheckAsync(page, _rules);

    private static async Task CheckAsync(IPage page, string[] rules)
    {
        // What is being read again is pale until it is there.
        await Assertions.Expect(page.Locator("[aria-busy=true] > .tasks, .data[aria-busy=true]")).ToHaveCountAsync(0);
        // In the middle of fading in, a text has less contrast than it will have; a message can come at any time.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("""
            () => {
              const still = new CSSStyleSheet();
              still.replaceSync('*, *::before, *::after { animation: none !important; }');
              document.adoptedStyleSheets = [still];
              return Promise.allSettled(document.getAnimations().map((transition) => transition.finished));
            }
            """);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(_axe);
        var (passed, violations) = await page.EvaluateAsync<string[]>(RunAxe, rules) is [var first, .. var rest] ? (first, rest) : ("0", []);
        await page.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
        Assert.NotEqual("0", passed); // Else nothing has been looked at.
        Assert.True(violations.Length == 0, $"{page.Url} shuts people out at a width of {page.ViewportSize?.Width}:\n{string.Join('\n', violations)}");
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        User.Dispose();
    }

    private static async Task<AppPage> OpenAsync(
        Uri app, Browser browser, ApiUser user, string? cookie, string address, Window? window)
    {
        var (scheme, width, height, timeZone, touch, locale) = window ?? new Window();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            TimezoneId = timeZone,
            HasTouch = touch,
            IsMobile = touch,
            Locale = locale,
            StorageState = cookie is null ? null : Remembered(app, cookie),
        });
        var opened = new AppPage(context, await context.NewPageAsync(), user);
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>What a browser keeps of a session: the cookie, and that there is one.</summary>
    private static string Remembered(Uri address, string cookie) => JsonSerializer.Serialize(new
    {
        cookies = new[]
        {
            new
            {
                name = "primetask_refresh",
                value = cookie,
                domain = address.Host,
                path = "/api/v1/auth",
                expires = DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds(),
                httpOnly = true,
                secure = false,
                sameSite = "Strict",
            },
        },
        origins = new[]
        {
            new { origin = address.GetLeftPart(UriPartial.Authority), localStorage = new[] { new { name = "primetask-session", value = "yes" } } },
        },
    });

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Note($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Note(error);
    }

    private void Note(string trouble)
    {
        lock (_troubles)
            _troubles.Add(trouble);
    }
}
