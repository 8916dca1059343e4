using System.Diagnostics;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>One clock for all requests, which never goes back.</summary>
public static class Clock
{
    private static readonly long _zero = Stopwatch.GetTimestamp();

    public static long Now => Stopwatch.GetTimestamp() - _zero;

    public static TimeSpan Between(long from, long to) => Stopwatch.GetElapsedTime(from, to);

    public static long After(TimeSpan time) => Now + (long)(time.TotalSeconds * Stopwatch.Frequency);

    /// <summary>Seconds since the clock was first asked.</summary>
    public static string Show(long moment) =>
        moment == long.MaxValue ? "never" : Stopwatch.GetElapsedTime(0, moment).TotalSeconds.ToString("0.0000 s", CultureInfo.InvariantCulture);
}
