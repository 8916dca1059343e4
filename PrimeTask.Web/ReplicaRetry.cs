namespace PrimeTask.Web;

/// <summary>
/// Sends a request again when the replica did not answer it, as long as that is safe: a read whose replica has died or is frozen, or anything of which
/// nothing has been sent. Every attempt after the first uses a new connection, and so a replica that has just answered (<see cref="LiveConnection"/>).
/// </summary>
/// <param name="pooled">For the first attempt.</param>
/// <param name="fresh">Makes a connection for each request.</param>
/// <param name="logger">Told of each attempt that failed.</param>
internal sealed class ReplicaRetry(HttpMessageHandler pooled, HttpMessageHandler fresh, ILogger logger) : HttpMessageHandler
{
    private const int MostAttempts = 3;

    // To the response's header. The attempts after it wait as long as the forwarder does: the whole service may be slow, and more attempts would not help it.
    private static readonly TimeSpan _firstLimit = TimeSpan.FromSeconds(2);

    private readonly HttpMessageInvoker _pooled = new(pooled);
    private readonly HttpMessageInvoker _fresh = new(fresh);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (attempt == 1 && IsRead(request))
                limit.CancelAfter(_firstLimit);
            try
            {
                return await (attempt == 1 ? _pooled : _fresh).SendAsync(request, limit.Token);
            }
            catch (Exception exception) when (attempt < MostAttempts && !cancellationToken.IsCancellationRequested && MayBeRepeated(request, exception))
            {
                logger.ReplicaFailed(request.Method, attempt, exception.Message);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _pooled.Dispose();
        _fresh.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether a connection failed, or there was none. Everything else is wrong with the request itself, and so it is with any replica.</summary>
    internal static bool IsOfReplica(HttpRequestException exception) => HasNoConnection(exception) || exception.InnerException is IOException;

    private static bool MayBeRepeated(HttpRequestMessage request, Exception exception) => exception switch
    {
        HttpRequestException failed when HasNoConnection(failed) => true,
        HttpRequestException failed => IsOfReplica(failed) && IsRead(request),
        OperationCanceledException => IsRead(request),
        _ => false,
    };

    private static bool HasNoConnection(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;

    // RFC 9110 §9.2.1: such a request changes nothing, however often it arrives. A body could not be read a second time; many clients name the type of one that they don't send,
    // and such a header is content of no length here.
    private static bool IsRead(HttpRequestMessage request) =>
        request.Content is null or { Headers.ContentLength: 0 }
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options);
}
