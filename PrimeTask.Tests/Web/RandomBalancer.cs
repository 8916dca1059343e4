using System.Net.Sockets;
using System.Security.Cryptography;

namespace PrimeTask.Tests.Web;

/// <summary>One address before several, as Aspire's proxy and a Kubernetes service are: each connection goes to one of them by chance.</summary>
internal sealed class RandomBalancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri[] _targets;
    private readonly Task _accepting;

    internal RandomBalancer(params Uri[] targets)
    {
        _targets = targets;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(TcpClient caller)
    {
        using var target = new TcpClient();
        using (caller)
        {
            try
            {
                await target.ConnectAsync(IPAddress.Loopback, RandomNumberGenerator.GetItems(_targets, 1)[0].Port, _stop.Token);
                await Task.WhenAny(
                    caller.GetStream().CopyToAsync(target.GetStream(), _stop.Token),
                    target.GetStream().CopyToAsync(caller.GetStream(), _stop.Token));
            }
            catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
            {
                // The caller's connection ends with it, which is what a balancer does then.
            }
        }
    }
}
