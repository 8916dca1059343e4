using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Picks and checks TCP ports of this machine.</summary>
internal static class Ports
{
    // Below the range that systems take for outgoing connections: a port stays ours while its program restarts.
    private const int First = 20000;
    private const int End = 30000;

    private static readonly HashSet<int> _given = [];

    /// <summary>A free port that this process has not given out before.</summary>
    internal static int TakeFree()
    {
        lock (_given)
        {
            for (var attempt = 0; attempt < End - First; attempt++)
            {
                var port = RandomNumberGenerator.GetInt32(First, End);
                if (!_given.Contains(port) && WhyTaken(port) is null)
                {
                    _given.Add(port);
                    return port;
                }
            }
        }

        throw new DistributedApplicationException($"There is no free TCP port from {First} to {End - 1}.");
    }

    /// <summary>Why nobody can listen on this port of the loopback addresses, or null when it is free.</summary>
    internal static string? WhyTaken(int port) =>
        WhyTaken(IPAddress.Loopback, port) ?? (Socket.OSSupportsIPv6 ? WhyTaken(IPAddress.IPv6Loopback, port) : null);

    private static string? WhyTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode switch
            {
                // The machine has no such address, so nobody holds its ports.
                SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => null,
                SocketError.AccessDenied => "may not be used by this account",
                SocketError.AddressAlreadyInUse => "is already in use by another program",
                _ => $"cannot be used ({exception.Message})",
            };
        }
    }
}
