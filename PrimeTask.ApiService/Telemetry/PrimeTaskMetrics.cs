using System.Diagnostics.Metrics;

namespace PrimeTask.ApiService.Telemetry;

/// <summary>What the service counts of itself. Names and units follow OpenTelemetry; while nobody collects them, a measurement is a comparison.</summary>
public sealed class PrimeTaskMetrics
{
    /// <summary>Of the meter and of the activity source: the application's, under which telemetry is collected.</summary>
    public const string SourceName = "PrimeTask.ApiService";

    private static readonly InstrumentAdvice<int> _batchSizes = new() { HistogramBucketBoundaries = [1, 2, 3, 5, 10, 20, 50, 100] };

    private readonly Counter<long> _cacheRequests;
    private readonly Counter<long> _cacheEntriesLost;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _requestsRefused;
    private readonly UpDownCounter<long> _passwordHashingQueue;
    private readonly Histogram<int> _batchSize;

    public PrimeTaskMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(SourceName);
        _cacheRequests = meter.CreateCounter<long>("primetask.cache.requests", "{request}", "Successful requests for lists and stats, by result: hit, miss or bypass.");
        _cacheEntriesLost = meter.CreateCounter<long>("primetask.cache.entries_lost", "{entry}", "Responses that Redis did not store.");
        _signIns = meter.CreateCounter<long>("primetask.sign_ins", "{sign_in}", "Sign-ins, by outcome: success, refused or limited.");
        _requestsRefused = meter.CreateCounter<long>("primetask.requests.refused", "{request}", "Requests that were refused for now, by limit.");
        _passwordHashingQueue = meter.CreateUpDownCounter<long>("primetask.password_hashing.queue", "{request}", "Requests that wait for their turn to hash a password.");
        _batchSize = meter.CreateHistogram("primetask.database.batch_size", "{request}", "Requests that one database operation served.", tags: null, _batchSizes);
    }

    public void CacheHit() => _cacheRequests.Add(1, new KeyValuePair<string, object?>("result", "hit"));

    public void CacheMiss() => _cacheRequests.Add(1, new KeyValuePair<string, object?>("result", "miss"));

    /// <summary>The cache was neither asked nor filled: Redis did not respond, it is not trusted, or a write was under way.</summary>
    public void CacheBypass() => _cacheRequests.Add(1, new KeyValuePair<string, object?>("result", "bypass"));

    public void CacheEntryLost() => _cacheEntriesLost.Add(1);

    public void SignInSucceeded() => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", "success"));

    /// <summary>Wrong credentials, or an inactive account.</summary>
    public void SignInRefused() => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));

    /// <summary>The password was not looked at: too many wrong ones before, or too many sign-ins at once.</summary>
    public void SignInLimited() => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", "limited"));

    /// <param name="limit">One of a few fixed names.</param>
    public void RequestRefused(string limit) => _requestsRefused.Add(1, new KeyValuePair<string, object?>("limit", limit));

    /// <param name="change">1 for a request that begins to wait, -1 for one that has waited.</param>
    public void PasswordHashingQueueChanged(int change) => _passwordHashingQueue.Add(change);

    /// <param name="operation">One of a few fixed names.</param>
    /// <param name="size">Of the batch, in requests.</param>
    public void BatchStarted(string operation, int size) => _batchSize.Record(size, new KeyValuePair<string, object?>("operation", operation));
}
