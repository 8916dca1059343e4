using System.Net.Sockets;
using System.Security.Cryptography;

namespace PrimeTask.Tests.Infrastructure;

internal static class FreePort
{
    // Below the range that systems take for outgoing connections: a port stays free while its program restarts. Below Aspire's,
    // and between two ports that browsers refuse (6697 and 10080; WHATWG Fetch, "bad port").
    private const int First = 6700;
    private const int End = 9900;

    private static readonly HashSet<int> _given = [];

    /// <summary>A free port of the loopback address that no other test has been given.</summary>
    internal static int Take()
    {
        lock (_given)
        {
            while (true)
            {
                var port = RandomNumberGenerator.GetInt32(First, End);
                if (!_given.Add(port))
                    continue;
                try
                {
                    using var listener = new TcpListener(IPAddress.Loopback, port);
                    listener.Start();
                    return port;
                }
                catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse)
                {
                    continue;
                }
            }
        }
    }
}
