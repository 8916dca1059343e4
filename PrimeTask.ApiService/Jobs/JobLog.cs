namespace PrimeTask.ApiService.Jobs;

/// <summary>Ids and outcomes; never arguments.</summary>
internal static partial class JobLog
{
    [LoggerMessage(60, LogLevel.Warning, "Job {Id} ({Kind}) failed in attempt {Attempt} and will be tried again in {Seconds} s: {Reason}: {Message}")]
    public static partial void Failed(this ILogger logger, long id, string kind, int attempt, string reason, string message, double seconds);

    [LoggerMessage(61, LogLevel.Error, "Job {Id} ({Kind}) was set aside after attempt {Attempt}: {Reason}: {Message}")]
    public static partial void SetAside(this ILogger logger, long id, string kind, int attempt, string reason, string message);

    [LoggerMessage(62, LogLevel.Warning, "Job {Id} ({Kind}) was taken by another worker, because this one was not heard of for a while")]
    public static partial void Lost(this ILogger logger, long id, string kind);

    [LoggerMessage(63, LogLevel.Information, "Job {Id} ({Kind}) was interrupted and given back")]
    public static partial void Interrupted(this ILogger logger, long id, string kind);

    [LoggerMessage(64, LogLevel.Warning, "What became of job {Id} ({Kind}) could not be recorded; it will be run again: {Reason}: {Message}")]
    public static partial void NotRecorded(this ILogger logger, long id, string kind, string reason, string message);

    [LoggerMessage(65, LogLevel.Warning, "The database could not be asked for jobs and will be asked again: {Reason}: {Message}")]
    public static partial void NotTaken(this ILogger logger, string reason, string message);

    [LoggerMessage(66, LogLevel.Warning, "The leases of the jobs could not be renewed and it will be tried again: {Reason}: {Message}")]
    public static partial void NotRenewed(this ILogger logger, string reason, string message);

    [LoggerMessage(67, LogLevel.Information, "Ending: waiting for {Count} jobs")]
    public static partial void Draining(this ILogger logger, int count);

    [LoggerMessage(68, LogLevel.Warning, "The jobs could not be counted: {Reason}: {Message}")]
    public static partial void NotCounted(this ILogger logger, string reason, string message);
}
