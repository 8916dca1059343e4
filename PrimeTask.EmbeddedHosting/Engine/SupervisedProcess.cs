using System.Globalization;
using CliWrap;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>How to start a program and how to stop it.</summary>
internal sealed record ProcessSpec(string FileName, IReadOnlyList<string> Arguments)
{
    internal required string WorkingDirectory { get; init; }

    /// <summary>Variables added to the inherited ones; null removes one.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The signal that asks the program to end, without SIG.</summary>
    internal string StopSignal { get; init; } = "TERM";

    /// <summary>How long the program may take to end before it is killed.</summary>
    internal TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2.5);
}

/// <summary>
/// A child process that cannot outlive this one. Its standard input is a lifeline: a watcher beside the program reads
/// it, and when it ends, be it because we asked for the stop or because we were killed, stops the program.
/// </summary>
internal sealed class SupervisedProcess
{
    // The shell becomes the program (exec), so process id and exit code are the program's own; the watcher stays behind.
    // A word on the lifeline says that the program has ended by itself: its id may belong to somebody else by now.
    private const string Script = """
        signal=$1 tenths=$2 program=$$; shift 2
        exec 3<&0 </dev/null
        (
          exec >/dev/null 2>&1
          if read -r word <&3; then exit; fi
          kill -s "$signal" "$program"
          while [ "$tenths" -gt 0 ]; do
            kill -0 "$program" || exit
            sleep 0.1
            tenths=$((tenths - 1))
          done
          kill -s KILL "$program"
        ) &
        exec 3<&-
        exec "$@"
        """;

    private readonly TaskCompletionSource _stopRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SupervisedProcess(ProcessSpec spec, Action<string> onLine)
    {
        var tenths = ((int)(spec.StopTimeout.TotalSeconds * 10)).ToString(CultureInfo.InvariantCulture);
        string[] shell = ["sh", "-c", Script, "supervisor", spec.StopSignal, tenths, spec.FileName, .. spec.Arguments];

        // A session of its own keeps the terminal's Ctrl+C away: we stop the program when its turn comes.
        var setsid = Executables.Find("setsid");
        var execution = Cli.Wrap(setsid ?? "/bin/sh")
            .WithArguments(setsid is null ? shell[1..] : shell)
            .WithWorkingDirectory(spec.WorkingDirectory)
            .WithEnvironmentVariables(spec.Environment)
            .WithStandardInputPipe(PipeSource.Create(HoldLifelineAsync))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(onLine))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(onLine))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        Id = execution.ProcessId;
        Exit = ExitCodeAsync(execution.Task);
    }

    /// <summary>The program's process id.</summary>
    internal int Id { get; }

    /// <summary>Completes with the exit code when the program has ended and its output is read.</summary>
    internal Task<int> Exit { get; }

    /// <exception cref="DistributedApplicationException">The system cannot start a process.</exception>
    internal static SupervisedProcess Start(ProcessSpec spec, Action<string> onLine) => new(spec, onLine);

    /// <summary>Runs a program to its end; cancelling stops it.</summary>
    internal static async Task<(int ExitCode, IReadOnlyList<string> Output)> RunAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        var process = Start(spec, line =>
        {
            lock (output)
                output.Add(line);
        });
        await using (cancellationToken.Register(process.RequestStop))
        {
            var exitCode = await process.Exit;
            cancellationToken.ThrowIfCancellationRequested();
            return (exitCode, output);
        }
    }

    internal void RequestStop() => _stopRequested.TrySetResult();

    private static async Task<int> ExitCodeAsync(Task<CommandResult> execution) => (await execution).ExitCode;

    private async Task HoldLifelineAsync(Stream lifeline, CancellationToken programEnded)
    {
        try
        {
            await _stopRequested.Task.WaitAsync(programEnded);
        }
        catch (OperationCanceledException)
        {
            await lifeline.WriteAsync("ended\n"u8.ToArray(), CancellationToken.None);
        }
    }
}
