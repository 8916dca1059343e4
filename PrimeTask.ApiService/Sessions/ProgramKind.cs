using System.Text.RegularExpressions;

namespace PrimeTask.ApiService.Sessions;

/// <summary>Which browser on which system a user agent names: the same for all versions, and one of a few.</summary>
public static partial class ProgramKind
{
    public const int MaxLength = 64;

    private const string Other = "other";

    /// <summary>The first that fits wins: most browsers also claim to be those after them. The web app's userAgent.js has the same lists.</summary>
    private static readonly (Regex Pattern, string Name)[] _browsers =
    [
        (Edge(), "Edge"), (Opera(), "Opera"), (Samsung(), "Samsung Internet"), (Firefox(), "Firefox"), (Chrome(), "Chrome"), (Safari(), "Safari"), (Curl(), "curl"),
    ];

    private static readonly string[] _systems = ["iPhone", "iPad", "Android", "CrOS", "Windows", "Mac OS X", "Linux"];

    public static string Of(string? userAgent)
    {
        var text = userAgent ?? "";
        var browser = Array.Find(_browsers, browser => browser.Pattern.IsMatch(text)).Name ?? Other;
        var system = Array.Find(_systems, system => text.Contains(system, StringComparison.Ordinal)) ?? Other;
        return $"{browser} on {system}";
    }

    [GeneratedRegex(@"\bEdg(A|iOS)?/", RegexOptions.ExplicitCapture)]
    private static partial Regex Edge();

    [GeneratedRegex(@"\bOPR/")]
    private static partial Regex Opera();

    [GeneratedRegex(@"\bSamsungBrowser/")]
    private static partial Regex Samsung();

    [GeneratedRegex(@"\b(Firefox|FxiOS)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Firefox();

    [GeneratedRegex(@"\b(Headless)?(Chrome|CriOS)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Chrome();

    [GeneratedRegex(@"\bVersion/\S+ .*Safari/")]
    private static partial Regex Safari();

    [GeneratedRegex(@"^curl/")]
    private static partial Regex Curl();
}
