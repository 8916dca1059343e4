using System.Net;
using System.Net.Sockets;

namespace PrimeTask.ApiService.RateLimiting;

/// <summary>
/// What the limits count callers by: the address, and of IPv6 its first 64 bits, because every network gets at least so many addresses (RFC 6177) and every
/// machine takes new ones by itself (RFC 8981).
/// </summary>
public static class ClientNetwork
{
    private const int PrefixBytes = 8;

    /// <summary>As long as a network can be as text.</summary>
    public const int MaxLength = 64;

    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address?.ToString() ?? "";

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
