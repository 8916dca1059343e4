namespace PrimeTask.Web;

internal static partial class ProxyLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} at a {Method} request failed, and another is made ({Reason})")]
    public static partial void ReplicaFailed(this ILogger logger, HttpMethod method, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No replica answered {Method} {Path}")]
    public static partial void NoReplicaAnswered(this ILogger logger, string method, PathString path);
}
