using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Runs Garnet, a server of the Redis protocol, from the repository's .NET tool manifest.</summary>
internal sealed class GarnetRecipe(RedisResource redis, DataDirectory data, string appHostDirectory) : Recipe
{
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
        });
    }

    internal override async Task<string?> ProbeAsync(int replica, CancellationToken cancellationToken)
    {
        try
        {
            // A connection of its own each time: one that reconnects in the background would hide a server that refuses.
            var options = ConfigurationOptions.Parse(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{redis.Port}"));
            options.Password = redis.Password.Value;
            options.AbortOnConnectFail = true;
            options.ConnectRetry = 0;
            options.ConnectTimeout = 1000;
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellationToken);
            await connection.GetDatabase().PingAsync().WaitAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return $"PING: {exception.Message}";
        }
    }
}
