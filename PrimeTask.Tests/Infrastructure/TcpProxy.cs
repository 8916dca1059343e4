using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace PrimeTask.Tests.Infrastructure;

public enum LinkState
{
    Open,

    /// <summary>Nobody listens: connections are refused, and those that exist are cut.</summary>
    Refused,

    /// <summary>Half open: whatever is sent vanishes, in both directions, and nobody says so.</summary>
    Silent,

    /// <summary>Requests arrive and are done, but their responses vanish.</summary>
    Deaf,
}

/// <summary>Stands between a replica and a server, and is as bad a network as it is told to be.</summary>
public abstract class TcpProxy : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<CancellationTokenSource, Task> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private volatile LinkState _state;

    protected TcpProxy(string host, int port)
    {
        _server = new IPEndPoint(IPAddress.Parse(host), port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How long a response takes on its way back, more than it needs.</summary>
    public Func<TimeSpan>? ReplyDelay { get; set; }

    public LinkState State
    {
        get => _state;
        set
        {
            _state = value;
            if (value == LinkState.Refused)
                Reset();
        }
    }

    /// <summary>Cuts all connections; what was on its way is lost.</summary>
    public void Reset()
    {
        foreach (var connection in _connections.Keys)
            connection.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Reset();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes whole requests from what has arrived and sends them on.</summary>
    /// <returns>How much was taken.</returns>
    internal abstract ValueTask<SequencePosition> ForwardAsync(Connection connection, System.Buffers.ReadOnlySequence<byte> arrived, CancellationToken stop);

    internal virtual void Replied(Connection connection)
    {
    }

    /// <summary>Whether a response is lost now, and its connection with it. The server has done what was asked.</summary>
    internal virtual bool Loses(Connection connection, ReadOnlySpan<byte> response) => false;

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            if (_state == LinkState.Refused)
            {
                client.Close(0);
                continue;
            }

            var connection = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            _connections[connection] = Task.CompletedTask;
            _connections.TryUpdate(connection, ServeAsync(client, connection), Task.CompletedTask);
        }
    }

    private async Task ServeAsync(Socket client, CancellationTokenSource cut)
    {
        await Task.Yield();
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(_server, cut.Token);
            using var near = new NetworkStream(client);
            using var far = new NetworkStream(server);
            var connection = new Connection(new DelayLine(far), new DelayLine(near));
            await Task.WhenAny(
                ForwardAsync(connection, PipeReader.Create(near), cut.Token), ReturnAsync(connection, far, cut.Token),
                connection.Out.RunAsync(cut.Token), connection.Back.RunAsync(cut.Token));
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            // The server is away, or the connection was cut before it stood.
        }
        finally
        {
            await cut.CancelAsync();
            // No farewell: the other side learns it as from a process that died.
            client.Close(0);
            server.Close(0);
            _connections.TryRemove(cut, out _);
        }
    }

    private async Task ForwardAsync(Connection connection, PipeReader reader, CancellationToken cut)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cut);
            var taken = _state == LinkState.Silent ? read.Buffer.End : await ForwardAsync(connection, read.Buffer, cut);
            reader.AdvanceTo(taken, read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private async Task ReturnAsync(Connection connection, NetworkStream far, CancellationToken cut)
    {
        var buffer = new byte[64 * 1024];
        while (await far.ReadAsync(buffer, cut) is > 0 and var length)
        {
            if (_state is LinkState.Silent or LinkState.Deaf)
                continue;
            if (Loses(connection, buffer.AsSpan(0, length)))
                return;
            Replied(connection);
            connection.Back.Send(buffer[..length], ReplyDelay?.Invoke() ?? TimeSpan.Zero);
        }
    }

    private static bool IsBroken(Exception exception) =>
        exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException;

    /// <summary>A connection through the proxy.</summary>
    internal sealed class Connection(DelayLine forth, DelayLine back)
    {
        public DelayLine Out => forth;

        public DelayLine Back => back;

        /// <summary>Whether the server has answered since the last request.</summary>
        public bool Answered { get; set; } = true;

        /// <summary>Bytes of the present message that are passed on without a look.</summary>
        public long Passing { get; set; }

        public bool Started { get; set; }

        /// <summary>Whether the server has let the client in.</summary>
        public bool Welcome { get; set; }
    }
}
