using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Sessions;

/// <summary>
/// Our own web app keeps its refresh token in a cookie that scripts can't read. It says so in a header, which a page of another site can't send
/// without being allowed to by CORS: so the cookie alone never suffices. Whom the browser itself calls a page of another site is not believed.
/// </summary>
public static class WebClient
{
    public const string HeaderName = "X-PrimeTask-Client";
    public const string CookieName = "primetask_refresh";
    private const string CookiePath = "/api/v1/auth";

    public static bool IsCaller(HttpRequest request) => request.Headers[HeaderName] == "web" && !IsFromAnotherOrigin(request.Headers, request.Host);

    // Browsers send Sec-Fetch-Site over HTTPS and from localhost only, Origin with every POST.
    private static bool IsFromAnotherOrigin(IHeaderDictionary headers, HostString host)
    {
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The refresh token of the request: from the cookie for the web app, from the body for everybody else.</summary>
    public static string? ReadRefresh(HttpRequest request, Maybe<string>? fromBody) =>
        IsCaller(request) ? request.Cookies[CookieName] : WireText.Line(fromBody?.Value ?? "");

    /// <returns>The refresh token for the body: none for the web app.</returns>
    public static string? Deliver(HttpContext context, TokenPair tokens, TimeProvider clock)
    {
        if (!IsCaller(context.Request))
            return tokens.Refresh;

        var options = Options(context.Request);
        options.MaxAge = TimeSpan.FromSeconds(Math.Ceiling((tokens.RefreshExpiresAt - clock.GetUtcNow()).TotalSeconds));
        context.Response.Cookies.Append(CookieName, tokens.Refresh, options);
        return null;
    }

    public static void Forget(HttpContext context)
    {
        if (IsCaller(context.Request))
            context.Response.Cookies.Delete(CookieName, Options(context.Request));
    }

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = CookiePath,
    };
}
