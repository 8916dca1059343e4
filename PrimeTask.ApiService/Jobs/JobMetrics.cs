using System.Diagnostics.Metrics;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Jobs;

/// <summary>Counts of the jobs of all workers, as the database has them, and the runs of this one.</summary>
internal sealed class JobMetrics
{
    private static readonly InstrumentAdvice<double> _seconds = new() { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800] };

    private readonly Histogram<double> _duration;

    private volatile IReadOnlyList<JobCount> _counts = [];

    public JobMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(PrimeTaskMetrics.SourceName);
        meter.CreateObservableGauge("primetask.jobs", () => _counts.Select(count => new Measurement<long>(count.Count, Of(count))), "{job}", "Jobs by state, of all workers.");
        meter.CreateObservableGauge(
            "primetask.jobs.age", () => _counts.Select(count => new Measurement<double>(count.Age, Of(count))), "s", "How long ago the oldest job of a state was to run.");
        _duration = meter.CreateHistogram("primetask.jobs.duration", "s", "Runs of jobs, by kind and outcome.", tags: null, _seconds);
    }

    public void Counted(IReadOnlyList<JobCount> counts) => _counts = counts;

    public void Ran(string kind, string outcome, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    private static KeyValuePair<string, object?> Of(JobCount count) => new("state", count.State);
}

/// <param name="State">One of those that <see cref="JobTable.States"/> names.</param>
/// <param name="Count">Of its jobs.</param>
/// <param name="Age">How long ago the oldest of them was to run, in seconds; 0 when there is none.</param>
internal sealed record JobCount(string State, long Count, double Age);
