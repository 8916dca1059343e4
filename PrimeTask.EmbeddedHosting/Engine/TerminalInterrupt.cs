using System.Runtime.InteropServices;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Makes SIGINT work also where the shell that started us had it ignored, as shells do for the background jobs of a script.</summary>
internal static partial class TerminalInterrupt
{
    private const int SigInt = 2;
    private const nint Default = 0; // SIG_DFL

    /// <summary>Call before anything registers for the signal: .NET leaves an ignored signal ignored.</summary>
    internal static void StopIgnoring() => _ = Signal(SigInt, Default);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);
}
