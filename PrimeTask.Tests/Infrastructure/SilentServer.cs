using System.Net.Sockets;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>A server that hangs: it accepts connections and never says anything.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SilentServer()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        // The system itself completes the connections that nobody accepts.
        _socket.Listen(1000);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();
}
