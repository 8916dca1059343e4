using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace PrimeTask.Hosting;

public static class DotnetProgram
{
    /// <summary>The program that runs .NET assemblies: where the SDK started us, the same runtime then runs the services.</summary>
    internal static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>
    /// Runs what the build has made, instead of <c>dotnet run</c>, which would stay beside it: half the processes, a faster start, and the process that
    /// the dashboard shows is the service itself.
    /// </summary>
    public static IResourceBuilder<ProjectResource> RunFromBuild(this IResourceBuilder<ProjectResource> builder)
    {
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
            return builder;
        var project = builder.Resource.GetProjectMetadata().ProjectPath;
        var assembly = builder.AssemblyOf(project);
        if (!File.Exists(assembly))
            throw new DistributedApplicationException($"{builder.Resource.Name}: {assembly} does not exist. Build the solution first: dotnet build.");
        return builder
            .WithAnnotation(new ExecutableAnnotation { Command = Host, WorkingDirectory = Path.GetDirectoryName(project)! })
            .WithArgs(context => context.Args.Insert(0, assembly));
    }

    // Beside the AppHost's own assembly in its project: bin/<configuration>/<framework>.
    private static string AssemblyOf(this IResourceBuilder<ProjectResource> builder, string project)
    {
        var configuration = builder.ApplicationBuilder.AppHostAssembly?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        return Path.Combine(
            Path.GetDirectoryName(project)!, "bin", configuration, $"net{Environment.Version.ToString(2)}", $"{Path.GetFileNameWithoutExtension(project)}.dll");
    }
}
