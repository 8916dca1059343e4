using System.Reflection;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace PrimeTask.Hosting;

/// <summary>Garnet, a server of the Redis protocol, as a process of this machine; what Aspire's <c>AddRedis</c> is as a container.</summary>
public sealed class GarnetProcessResource(string name, ParameterResource password, string workingDirectory)
    : ExecutableResource(name, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", workingDirectory), IResourceWithConnectionString
{
    internal EndpointReference Endpoint => new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"127.0.0.1:{Endpoint.Property(EndpointProperty.Port)},password={password}");
}

public static class GarnetProcess
{
    // The build says where NuGet has put the tool's package.
    private static readonly string _program = typeof(GarnetProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GarnetProgram").Value!;

    /// <summary>Adds a Garnet server with a generated password, which the data directory keeps. Its content is not kept.</summary>
    public static IResourceBuilder<GarnetProcessResource> AddGarnetProcess(this IDistributedApplicationBuilder builder, string name, DataDirectory data)
    {
        var password = data.AddPassword(builder, name);
        var server = new GarnetProcessResource(name, password.Resource, data.Path);
        var (settings, key, connectionString) = ($"{name}.garnet.json", $"{name}_check", "");
        builder.Services.AddHealthChecks().AddRedis(_ => connectionString, name: key);
        return builder.AddResource(server)
            .WithIconName("Memory")
            .WithEndpoint(name: "tcp", scheme: "tcp", isProxied: false)
            .WithHealthCheck(key)
            .WithArgs("exec", "--roll-forward", "Major", _program, "--config-import-path", data.In(settings), "-q", "--port", server.Endpoint.Property(EndpointProperty.Port))
            // Threads that wait for work sleep at once: it shares the processors with all the rest, which needs the time that they would spin.
            .WithEnvironment("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0")
            .OnConnectionStringAvailable(async (_, _, cancellationToken) =>
                connectionString = (await server.ConnectionStringExpression.GetValueAsync(cancellationToken))!)
            .OnBeforeResourceStarted(async (_, _, cancellationToken) =>
            {
                if (!File.Exists(_program))
                    throw new DistributedApplicationException($"{name}: {_program} does not exist. Build the solution first: dotnet build.");
                // The password goes through a file: everybody can read a command line.
                data.Write(settings, JsonSerializer.Serialize(new Dictionary<string, object?>
                {
                    ["Address"] = "127.0.0.1",
                    ["AuthenticationMode"] = "Password",
                    ["Password"] = await password.Resource.GetValueAsync(cancellationToken),
                    ["LogMemorySize"] = "256m",
                    ["PageSize"] = "4m",
                    ["IndexSize"] = "16m",
                }));
            });
    }
}
