using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace PrimeTask.Bench;

/// <summary>What a sign-in costs a replica, and how much of it is the hash of the password: that has a thread of its own.</summary>
internal sealed class SignInCost(Uri api, int process, string email, string password)
{
    /// <summary>As the kernel has it: the first 15 letters of the name that the runtime gives to such a thread.</summary>
    private const string HashThread = ".NET Long Runni";

    /// <summary>Before it counts: the just-in-time compiler's work on all the rest of a sign-in would count too.</summary>
    private const int Before = 150;

    private const int Times = 40;

    /// <returns>Median and maximum of the time taken, processor time of one, and the hash's share of that.</returns>
    public async Task<(TimeSpan P50, TimeSpan Max, TimeSpan Processor, double HashShare)> MeasureAsync()
    {
        using var client = new HttpClient { BaseAddress = api };
        await SignInAsync(client, Before);
        using var replica = Process.GetProcessById(process);
        var (clock, began) = (Stopwatch.StartNew(), Used(replica));
        var threads = new ProcessorTimes(process);
        var signIns = SignInAsync(client, Times);
        await threads.LookUntilAsync(signIns);
        var (used, others) = (Used(replica) - began, threads.OfAllBut(HashThread));
        // What the replica does in as long a time without them is not a sign-in's: health checks, adding up counts.
        await Task.Delay(clock.Elapsed);
        var ofSignIns = used - (Used(replica) - began - used);
        TimeSpan[] took = [.. (await signIns).Order()];
        return (took[took.Length / 2], took[^1], ofSignIns / Times, (used - others) / ofSignIns);
    }

    private static TimeSpan Used(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>One after another.</summary>
    private async Task<IReadOnlyList<TimeSpan>> SignInAsync(HttpClient client, int times)
    {
        var took = new List<TimeSpan>();
        while (took.Count < times)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.PostAsJsonAsync("/api/v1/auth/login/", new { email, password });
            took.Add(Stopwatch.GetElapsedTime(start));
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A sign-in gave {(int)response.StatusCode}."));
        }

        return took;
    }
}
