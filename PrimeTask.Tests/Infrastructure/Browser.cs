using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace PrimeTask.Tests.Infrastructure;

/// <summary>
/// One Chromium, Chrome or Edge for all browser tests, launched when the first asks. Where none is installed,
/// Playwright's own is fetched, else Debian's package; else the tests fail with what to do.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    // The first is Chromium without a window, which no test sees: they take a third less time with it.
    private static readonly string[] _names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] _macApplications =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    // Other hosts are not there: a request to one fails and is an error in the console. No background traffic of the browser's own, either.
    private static readonly string[] _arguments =
    [
        $"--host-resolver-rules=MAP {OtherHost} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A name of this machine that browsers do not trust as they do localhost: pages from it are no secure context.</summary>
    public const string OtherHost = "primetask.test";

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _launched = new(LaunchAsync);

    /// <summary>A new window without cookies, storage or history.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) =>
        await (await _launched.Value).Browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (!_launched.IsValueCreated)
            return;
        var (playwright, browser) = await _launched.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        // Longer than a busy machine takes; what is right is seen at once all the same.
        Assertions.SetDefaultExpectTimeout(30_000);
        var executable = await FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            ChromiumSandbox = !Environment.IsPrivilegedProcess, // Chromium's sandbox does not work as root.
            Args = _arguments,
        });
        return (playwright, browser);
    }

    /// <returns>The program, or null for Playwright's own.</returns>
    private static async Task<string?> FindOrInstallAsync()
    {
        if (Find() is { } installed)
            return installed;
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
            return null;
        if (Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("apt-get", "update", "-qq");
            await RunAsync("apt-get", "install", "-y", "-qq", "chromium-headless-shell");
        }

        return Find() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge. Install one (for example: apt-get install chromium) and run the tests again.");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
        .Concat(_macApplications)
        .FirstOrDefault(File.Exists);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        await process.WaitForExitAsync();
    }
}
