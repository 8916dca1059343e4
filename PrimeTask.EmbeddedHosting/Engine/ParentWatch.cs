using System.Globalization;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>
/// Follows <c>dotnet run</c>: when it started this process and is killed, nobody would stop the application any more.
/// </summary>
internal static class ParentWatch
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Cancels <paramref name="stop"/> when the <c>dotnet run</c> above this process has gone; completes at once when
    /// there is none.
    /// </summary>
    internal static async Task CancelWhenGoneAsync(CancellationTokenSource stop)
    {
        if (!OperatingSystem.IsLinux() || ParentId() is var parent && !IsDotnetRun(parent))
            return;
        using var timer = new PeriodicTimer(_interval);
        while (ParentId() == parent)
            await timer.WaitForNextTickAsync(stop.Token);
        await stop.CancelAsync();
    }

    // /proc/<pid>/stat (proc_pid_stat(5)): the fourth field, counted after the name in parentheses.
    private static int ParentId()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return int.Parse(fields[1], CultureInfo.InvariantCulture);
    }

    private static bool IsDotnetRun(int process)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/cmdline").Split('\0');
            return Path.GetFileName(command[0]) == "dotnet" && command.Contains("run");
        }
        catch (IOException)
        {
            return false; // It has ended meanwhile, so it does not wait for us.
        }
    }
}
