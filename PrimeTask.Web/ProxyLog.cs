using Yarp.ReverseProxy.Forwarder;

namespace PrimeTask.Web;

internal static partial class ProxyLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Replica} did not take a request ({Error}: {Reason})")]
    public static partial void ReplicaFailed(this ILogger logger, string? replica, ForwarderError error, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No replica answered {Method} {Path}")]
    public static partial void NoReplicaAnswered(this ILogger logger, string method, PathString path);
}
