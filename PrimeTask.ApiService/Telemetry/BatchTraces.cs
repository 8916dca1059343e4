using System.Diagnostics;

namespace PrimeTask.ApiService.Telemetry;

/// <summary>Spans of work that is done for several requests at once. It belongs to the trace of one of them and is linked with the others.</summary>
internal static class BatchTraces
{
    private static readonly ActivitySource _source = new(PrimeTaskMetrics.SourceName);

    /// <summary>The span of the request that asks for the work; null when nobody collects traces.</summary>
    public static Activity? Requester => _source.HasListeners() ? Activity.Current : null;

    /// <summary>Starts the span that what the work asks of servers is part of.</summary>
    /// <returns>Null when none of the requests is traced.</returns>
    public static Activity? Start(string operation, IEnumerable<Activity?> requesters)
    {
        if (!_source.HasListeners())
            return null;

        var traced = requesters.OfType<Activity>().Where(asking => asking.Recorded).Select(asking => asking.Context).ToArray();
        return traced.Length == 0
            ? null
            : _source.StartActivity(operation, ActivityKind.Internal, traced[0], links: traced.Skip(1).Select(context => new ActivityLink(context)));
    }
}
