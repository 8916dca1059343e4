using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

/// <summary>
/// Makes whoever guesses passwords of one account wait longer and longer. It counts by account and address: a guesser elsewhere can't lock the owner out.
/// </summary>
public sealed class WrongPasswords(SharedCounters counters, IOptions<RateLimitingOptions> options, PrimeTaskMetrics metrics, IHttpContextAccessor accessor)
{
    /// <summary>How long a wrong password is remembered.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromHours(1);

    /// <summary>How long this address must wait before it may try this account again; zero when it needn't.</summary>
    public async Task<TimeSpan> WaitAsync(string email)
    {
        var wait = options.Value.Enabled ? await counters.LeftAsync(Delay(email)) : TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
            metrics.RequestRefused("wrong_passwords");
        return wait;
    }

    public async Task CountAsync(string email)
    {
        if (!options.Value.Enabled)
            return;

        var tooMany = await counters.IncrementAsync(Count(email), _memory) - options.Value.FreeWrongPasswords;
        if (tooMany > 0)
            await counters.MarkAsync(Delay(email), DelayAfter(tooMany));
    }

    public async Task ForgetAsync(string email)
    {
        if (options.Value.Enabled)
            await Task.WhenAll(counters.ForgetAsync(Count(email)), counters.ForgetAsync(Delay(email)));
    }

    private TimeSpan DelayAfter(long tooMany)
    {
        var (first, longest) = (options.Value.FirstDelay, options.Value.LongestDelay);
        var doublings = Math.Min(tooMany - 1, 30);
        return first * Math.Pow(2, doublings) is var delay && delay < longest ? delay : longest;
    }

    private string Count(string email) => $"wrong:{Who(email)}";

    private string Delay(string email) => $"delay:{Who(email)}";

    // A digest: email addresses are for the database only.
    private string Who(string email) =>
        Convert.ToHexStringLower(TokenIssuer.Digest($"{email}|{accessor.HttpContext?.Connection.RemoteIpAddress}"));
}
