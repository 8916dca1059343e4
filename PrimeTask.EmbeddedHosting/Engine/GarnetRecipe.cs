using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Runs Garnet, a server of the Redis protocol, from the repository's .NET tool manifest.</summary>
internal sealed class GarnetRecipe(RedisResource redis, DataDirectory data, string appHostDirectory) : Recipe
{
    private static readonly TimeSpan _probeTimeout = TimeSpan.FromSeconds(2);

    private string _assembly = "";

    internal override RedisResource Resource => redis;

    internal override Uri UrlOf(int replica) => new(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{redis.Port}"));

    internal override async Task PrepareAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var tool = GarnetTool.FromManifestAbove(appHostDirectory)
            ?? throw new DistributedApplicationException($"{redis.Name}: no .config/dotnet-tools.json above {appHostDirectory} names garnet-server.");
        if (tool.FindAssembly() is null)
        {
            progress("Fetching the .NET tool garnet-server (dotnet tool restore) …");
            await tool.RestoreAsync(redis.Name, cancellationToken);
        }

        _assembly = tool.FindAssembly()
            ?? throw new DistributedApplicationException($"{redis.Name}: garnet-server {tool.Version} is not in {tool.Folder} after dotnet tool restore.");
    }

    internal override ValueTask<ProcessSpec> ProcessAsync(int replica)
    {
        // The password goes through a file: everybody can read a command line.
        var configuration = data.In($"{redis.Name}.garnet.json");
        OwnerOnly.Write(configuration, JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Address"] = "127.0.0.1",
            ["Port"] = redis.Port,
            ["AuthenticationMode"] = "Password",
            ["Password"] = redis.Password.Value,
            ["LogMemorySize"] = "256m",
            ["PageSize"] = "4m",
            ["IndexSize"] = "16m",
        }));
        return ValueTask.FromResult(new ProcessSpec(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", "--roll-forward", "Major", _assembly, "--config-import-path", configuration, "-q"])
        {
            WorkingDirectory = data.Path,
            // Threads that wait for work sleep at once: it shares the processors with all the rest, which needs the time that they would spin.
            Environment = new Dictionary<string, string?> { ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0" },
        });
    }

    // Two commands of the protocol on a connection of their own; a client library would be slower to load than to ask.
    internal override async Task<string?> ProbeAsync(int replica, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_probeTimeout);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, redis.Port, limit.Token);
            await using var stream = connection.GetStream();
            await stream.WriteAsync(Command("AUTH", redis.Password.Value), limit.Token);
            await stream.WriteAsync(Command("PING"), limit.Token);
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(limit.Token) != "+OK" ? "AUTH was refused"
                : await reader.ReadLineAsync(limit.Token) != "+PONG" ? "PING was not answered with PONG"
                : null;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return $"PING: {exception.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"PING was not answered within {_probeTimeout.TotalSeconds} s";
        }
    }

    // RESP, the Redis serialization protocol: an array of bulk strings.
    private static byte[] Command(params string[] words) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"*{words.Length}\r\n{string.Concat(words.Select(word => $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"))}"));
}
