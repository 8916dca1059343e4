using System.Net.Sockets;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>Requests byte by byte, also such as no client sends.</summary>
internal static class RawRequest
{
    /// <param name="server">Where to.</param>
    /// <param name="head">The first line and the headers; Connection is added.</param>
    /// <param name="body">Its length is added to the headers.</param>
    /// <returns>The whole response.</returns>
    public static Task<string> SendAsync(Uri server, string head, string body = "") => SendAsync(server, Complete(head, body));

    /// <param name="server">Where to.</param>
    /// <param name="request">The whole request. It must ask for the connection to be closed.</param>
    /// <returns>The whole response.</returns>
    public static Task<string> SendAsync(Uri server, byte[] request) =>
        SendAsync(server, request, (response, cancellation) => response.ReadToEndAsync(cancellation));

    /// <summary>For a head that promises a body which never comes.</summary>
    /// <returns>The first line of the response.</returns>
    public static Task<string> SendHeadAsync(Uri server, string head) =>
        SendAsync(server, Complete(head, ""), async (response, cancellation) => await response.ReadLineAsync(cancellation) ?? "");

    private static byte[] Complete(string head, string body)
    {
        var length = body.Length > 0 ? $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\n" : "";
        return Encoding.UTF8.GetBytes($"{head.TrimEnd()}\nConnection: close\n{length}\n".Replace("\n", "\r\n", StringComparison.Ordinal) + body);
    }

    private static async Task<string> SendAsync(Uri server, byte[] request, Func<StreamReader, CancellationToken, Task<string>> readAsync)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await readAsync(reader, TestContext.Current.CancellationToken);
    }
}
