using System.Reflection;

namespace PrimeTask.AppHost;

internal static class DotnetProgram
{
    /// <summary>The program that runs .NET assemblies: where the SDK started us, the same runtime then runs the services.</summary>
    internal static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>
    /// Runs what the build has made, instead of <c>dotnet run</c>, which would stay beside it: half the processes, a faster start, and the process that
    /// the dashboard shows is the service itself.
    /// </summary>
    internal static IResourceBuilder<ProjectResource> RunFromBuild(this IResourceBuilder<ProjectResource> builder)
    {
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
            return builder;
        var assembly = builder.BuiltAssembly();
        if (!File.Exists(assembly))
            throw new DistributedApplicationException($"{builder.Resource.Name}: {assembly} does not exist. Build the solution first: dotnet build.");
        return builder
            // It speaks plain HTTP: nobody need be asked to trust a certificate.
            .WithoutHttpsCertificate()
            .WithAnnotation(new ExecutableAnnotation { Command = Host, WorkingDirectory = Path.GetDirectoryName(builder.Resource.GetProjectMetadata().ProjectPath)! })
            .WithArgs(context => context.Args.Insert(0, assembly));
    }

    /// <summary>What the build has made of the project, in the configuration of the AppHost.</summary>
    internal static string BuiltAssembly(this IResourceBuilder<ProjectResource> builder)
    {
        var project = builder.Resource.GetProjectMetadata().ProjectPath;
        var configuration = builder.ApplicationBuilder.AppHostAssembly?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        return Path.Combine(
            Path.GetDirectoryName(project)!, "bin", configuration, $"net{Environment.Version.ToString(2)}", $"{Path.GetFileNameWithoutExtension(project)}.dll");
    }
}
