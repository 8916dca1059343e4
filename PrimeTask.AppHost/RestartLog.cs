using Microsoft.Extensions.Logging;

namespace PrimeTask.AppHost;

/// <summary>What the restart policy does, in the log of the resource that it is about.</summary>
internal static partial class RestartLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} ended with exit code {ExitCode}; starting it again in {Seconds:0.##} s")]
    internal static partial void StartingAgain(this ILogger logger, string instance, int? exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} could not be started again: {Reason}")]
    internal static partial void NotStarted(this ILogger logger, string instance, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} ended {Times} times soon after it had been started and stays down now; start it here when the cause is gone")]
    internal static partial void GivingUp(this ILogger logger, string instance, int times);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} (process {ProcessId}) runs but has not answered for {Seconds:0} s; ending it")]
    internal static partial void EndingUnresponsive(this ILogger logger, string instance, int processId, double seconds);
}
