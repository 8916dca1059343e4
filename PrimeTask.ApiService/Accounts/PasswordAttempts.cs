using System.Globalization;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Accounts;

/// <summary>
/// Makes whoever guesses an account's password wait: each address longer and longer, and all addresses together that the account does not know at a fixed pace.
/// An attempt counts before its password is looked at, or many at once would all be free; a right password gives it back.
/// </summary>
public sealed class PasswordAttempts(SharedCounters counters, IOptions<RateLimitingOptions> options, PrimeTaskMetrics metrics, TimeProvider clock)
{
    /// <summary>How long a wrong password is remembered.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromHours(1);

    private readonly RateLimitingOptions _limits = options.Value;

    /// <summary>Counts an attempt of this address.</summary>
    /// <returns>How long it must wait before it may try this account again; zero when it needn't, and only then has the attempt been counted.</returns>
    public async Task<TimeSpan> CountAsync(string account, string network)
    {
        if (!_limits.Enabled)
            return TimeSpan.Zero;

        var (count, delay) = Names(account, network);
        var wait = await counters.LeftAsync(delay);
        if (wait == TimeSpan.Zero)
        {
            var tooMany = await counters.IncrementAsync(count, _memory) - _limits.FreeWrongPasswords;
            // Of those that come at once past the free ones, one may try: the one whose mark it is.
            if (tooMany <= 0 || await counters.TryMarkAsync(delay, DelayAfter(tooMany)))
                return TimeSpan.Zero;
            await counters.DecrementAsync(count, _memory);
            wait = await counters.LeftAsync(delay);
        }

        metrics.RequestRefused("wrong_passwords");
        return wait > TimeSpan.Zero ? wait : _limits.FirstDelay;
    }

    /// <summary>Counts an attempt of an address that the account does not know.</summary>
    /// <inheritdoc cref="CountAsync"/>
    public async Task<TimeSpan> CountUnknownAsync(string account)
    {
        if (!_limits.Enabled)
            return TimeSpan.Zero;

        var (number, left) = LimitWindow.At(clock.GetUtcNow(), _limits.AccountWindow);
        if (await counters.IncrementAsync(Together(account, number), _limits.AccountWindow) <= _limits.AccountAttempts)
            return TimeSpan.Zero;
        metrics.RequestRefused("account_attempts");
        return left;
    }

    /// <summary>The password was right: what this address did before is forgotten.</summary>
    public async Task ForgetAsync(string account, string network)
    {
        if (!_limits.Enabled)
            return;

        var (count, delay) = Names(account, network);
        await Task.WhenAll(counters.ForgetAsync(count), counters.ForgetAsync(delay));
    }

    /// <summary>The password was not looked at.</summary>
    public async Task GiveBackAsync(string account, string network)
    {
        if (!_limits.Enabled)
            return;

        var (count, delay) = Names(account, network);
        await Task.WhenAll(counters.DecrementAsync(count, _memory), counters.ForgetAsync(delay));
    }

    /// <summary>The password was right, or not looked at.</summary>
    public async Task GiveBackUnknownAsync(string account)
    {
        if (_limits.Enabled)
            await counters.DecrementAsync(Together(account, LimitWindow.At(clock.GetUtcNow(), _limits.AccountWindow).Number), _limits.AccountWindow);
    }

    private TimeSpan DelayAfter(long tooMany)
    {
        var (first, longest) = (_limits.FirstDelay, _limits.LongestDelay);
        var doublings = Math.Min(tooMany - 1, 30);
        return first * Math.Pow(2, doublings) is var delay && delay < longest ? delay : longest;
    }

    private static (string Count, string Delay) Names(string account, string network) => ($"wrong:{account}:{network}", $"delay:{account}:{network}");

    private static string Together(string account, long window) => string.Create(CultureInfo.InvariantCulture, $"account:{account}:{window}");
}
