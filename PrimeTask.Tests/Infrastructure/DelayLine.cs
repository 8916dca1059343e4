using System.Net.Sockets;
using System.Threading.Channels;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>One direction of a connection: what is put in comes out in the same order, not before its time.</summary>
internal sealed class DelayLine(NetworkStream destination)
{
    private readonly Channel<(byte[] Data, long Due)> _line = Channel.CreateUnbounded<(byte[], long)>(new() { SingleReader = true });

    public void Send(byte[] data, TimeSpan delay) => _line.Writer.TryWrite((data, Clock.After(delay)));

    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var (data, due) in _line.Reader.ReadAllAsync(stop))
        {
            if (Clock.Between(Clock.Now, due) is { Ticks: > 0 } wait)
                await Task.Delay(wait, stop);
            await destination.WriteAsync(data, stop);
        }
    }
}
