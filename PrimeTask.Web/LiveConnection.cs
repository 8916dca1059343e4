using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PrimeTask.Web;

/// <summary>
/// Opens connections to replicas that respond. A balancer in front of them, Aspire's proxy or a Kubernetes service, picks one for each connection, also one
/// that is frozen: the system accepts connections for it. So a connection is used only after the process behind it has answered a request on it.
/// </summary>
internal static class LiveConnection
{
    // How many connections are tried at once, and how long the process may take to answer. The last is for a machine that is busy.
    private static readonly (int Tries, TimeSpan Limit)[] _rounds = [(1, TimeSpan.FromSeconds(0.5)), (4, TimeSpan.FromSeconds(0.75)), (4, TimeSpan.FromSeconds(2))];

    // RFC 9110 §9.3.2: the response to HEAD has no body, so it ends with its header.
    private static readonly byte[] _question = "HEAD /alive HTTP/1.1\r\nHost: api\r\n\r\n"u8.ToArray();

    private const int MostHeaderBytes = 16 * 1024;

    /// <param name="address">The address of the next try.</param>
    /// <param name="cancellationToken">Ends all tries.</param>
    /// <exception cref="IOException">Nobody has answered.</exception>
    internal static async ValueTask<Stream> OpenAsync(Func<DnsEndPoint> address, CancellationToken cancellationToken)
    {
        foreach (var (tries, limit) in _rounds)
        {
            using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            round.CancelAfter(limit);
            var open = Enumerable.Range(0, tries).Select(_ => TryAsync(address(), round.Token)).ToList();
            Stream? live = null;
            while (live is null && open.Count > 0)
            {
                var ended = await Task.WhenAny(open);
                open.Remove(ended);
                live = await ended;
            }

            if (live is null)
                continue;
            // The others are not needed any more.
            foreach (var other in open)
                _ = other.ContinueWith(task => task.IsCompletedSuccessfully ? task.Result?.DisposeAsync().AsTask() : null, TaskScheduler.Default);
            return live;
        }

        throw new IOException($"No process behind {address()} answers.");
    }

    /// <returns>Null where the process behind the connection does not answer.</returns>
    private static async Task<Stream?> TryAsync(DnsEndPoint address, CancellationToken limit)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, limit);
            await socket.SendAsync(_question, limit);
            var header = new byte[MostHeaderBytes];
            for (var length = 0; length < header.Length;)
            {
                var read = await socket.ReceiveAsync(header.AsMemory(length), limit);
                if (read == 0)
                    break;
                length += read;
                if (Encoding.ASCII.GetString(header, 0, length).EndsWith("\r\n\r\n", StringComparison.Ordinal))
                    return new NetworkStream(socket, ownsSocket: true);
            }
        }
        catch (SocketException)
        {
            // A process that has ended, or a balancer that has nobody to connect to.
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Frozen, or busy.
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        socket.Dispose();
        return null;
    }
}
