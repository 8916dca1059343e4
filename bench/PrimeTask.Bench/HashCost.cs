using System.Diagnostics;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.Bench;

/// <summary>What a sign-in cannot do without.</summary>
internal static class HashCost
{
    private const int Times = 10;

    /// <returns>Microseconds of processor time.</returns>
    public static double Measure()
    {
        var hasher = new PasswordHasher(Options.Create(new PasswordOptions()));
        var stored = hasher.Hash(FillOptions.Password);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var time = 0; time < Times; time++)
            hasher.Verify(FillOptions.Password, stored);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMicroseconds / Times;
    }
}
