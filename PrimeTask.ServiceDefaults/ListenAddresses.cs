using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.Hosting;

/// <summary>Where a service listens, as <c>ASPNETCORE_URLS</c> and <c>ASPNETCORE_HTTP_PORTS</c> say.</summary>
internal static class ListenAddresses
{
    /// <summary>Kestrel's own, where nothing is set.</summary>
    private const int DefaultPort = 5000;

    internal static int PortOf(IConfiguration configuration) =>
        Urls(configuration).Where(url => !url.IsUnixPipe).Select(url => url.Port)
            .Concat(Split(configuration["HTTP_PORTS"]).Select(port => int.Parse(port, CultureInfo.InvariantCulture)))
            .FirstOrDefault(DefaultPort);

    /// <summary>A process that was killed leaves its Unix socket behind, and then nobody can listen there: removes those that nobody answers at.</summary>
    internal static void RemoveAbandonedSockets(IConfiguration configuration)
    {
        foreach (var path in Sockets(configuration))
        {
            if (new FileInfo(path) is not { Exists: true, Length: 0 })
                continue;
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Nobody connects to them any more; the connections that there are, stay.</summary>
    internal static void RemoveSockets(IConfiguration configuration)
    {
        foreach (var path in Sockets(configuration))
            File.Delete(path);
    }

    private static IEnumerable<string> Sockets(IConfiguration configuration) => Urls(configuration).Where(url => url.IsUnixPipe).Select(url => url.UnixPipePath);

    private static IEnumerable<BindingAddress> Urls(IConfiguration configuration) => Split(configuration["urls"]).Select(BindingAddress.Parse);

    private static string[] Split(string? setting) => (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
