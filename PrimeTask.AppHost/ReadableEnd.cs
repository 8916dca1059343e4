using System.Runtime.InteropServices;

namespace PrimeTask.AppHost;

internal static partial class ReadableEnd
{
    private const int SigInt = 2;
    private const nint Default = 0; // SIG_DFL

    /// <summary>
    /// What keeps PrimeTask from starting is the operator's to mend: a sentence helps there, a stack trace does not. Ctrl+C ends it also where the shell
    /// that started it had the signal ignored, as shells do for the background jobs of a script.
    /// </summary>
    internal static void Use()
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(SigInt, Default); // Before .NET looks: it leaves an ignored signal ignored.
        AppDomain.CurrentDomain.UnhandledException += (_, arguments) =>
        {
            if (arguments.ExceptionObject is not DistributedApplicationException exception)
                return;
            Console.Error.WriteLine(exception.Message);
            Environment.Exit(1);
        };
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);
}
