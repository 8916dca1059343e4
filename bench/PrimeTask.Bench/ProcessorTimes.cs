using System.Globalization;

namespace PrimeTask.Bench;

/// <summary>The processor time that a process used since this was made, by the names of its threads. Linux only: it comes from /proc.</summary>
internal sealed class ProcessorTimes
{
    private readonly string _directory;
    private readonly Dictionary<string, Thread> _threads = [];

    public ProcessorTimes(int process)
    {
        _directory = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
        Look();
        foreach (var (id, thread) in _threads)
            _threads[id] = thread with { First = thread.Last };
    }

    /// <summary>Of threads with other names. What they used after the last look is missing, which matters only for those that have ended since.</summary>
    public TimeSpan OfAllBut(string name) => TimeSpan.FromMicroseconds(
        _threads.Values.Where(thread => thread.Name != name).Sum(thread => thread.Last - thread.First) / 1e3);

    public void Look()
    {
        foreach (var thread in Directory.EnumerateDirectories(_directory))
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd();
                var nanoseconds = long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
                _threads[thread] = new Thread(name, _threads.GetValueOrDefault(thread)?.First ?? 0, nanoseconds);
            }
            catch (IOException)
            {
                // The thread has ended, and the last look at it stands.
            }
        }
    }

    public async Task LookUntilAsync(Task end)
    {
        while (await Task.WhenAny(end, Task.Delay(20)) != end)
            Look();
        Look();
        await end;
    }

    /// <param name="Name">The first 15 letters.</param>
    /// <param name="First">Nanoseconds.</param>
    /// <param name="Last">Nanoseconds.</param>
    private sealed record Thread(string Name, long First, long Last);
}
