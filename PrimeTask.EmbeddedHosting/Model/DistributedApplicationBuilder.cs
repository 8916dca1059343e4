using Microsoft.Extensions.Configuration;
using PrimeTask.EmbeddedHosting.Engine;
using PrimeTask.EmbeddedHosting.Testing;

namespace PrimeTask.EmbeddedHosting;

/// <summary>Collects the model of an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The settings: <c>appsettings.json</c> beside the AppHost's project, the environment, the command line; the last one wins.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    DistributedApplication Build();
}

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly EntryPointInterception? _interception = EntryPointInterception.Current;

    internal DistributedApplicationBuilder(string[] args, string appHostDirectory)
    {
        AppHostDirectory = appHostDirectory;
        string[] allArgs = [.. args, .. _interception?.Arguments ?? []];
        Configuration.AddJsonFile(Path.Combine(appHostDirectory, "appsettings.json"), optional: true);
        if (_interception is null && CommandLine.ShowHelp(args, Configuration))
            Environment.Exit(0);
        CommandLine.RejectUnknownSettings(allArgs, Configuration);
        Configuration.AddEnvironmentVariables().AddCommandLine(allArgs);
    }

    public ConfigurationManager Configuration { get; } = new();

    public string AppHostDirectory { get; }

    internal List<Resource> Resources { get; } = [];

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (resource is not Resource known)
            throw new DistributedApplicationException($"{resource.Name}: the embedded engine cannot run a {typeof(T).Name}.");
        if (Resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"{resource.Name}: there already is a resource of this name.");
        Resources.Add(known);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        _interception?.AwaitPermissionToBuild(this);
        var app = new DistributedApplication(this, _interception);
        _interception?.Built(app);
        return app;
    }
}
