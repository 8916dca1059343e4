namespace PrimeTask.EmbeddedHosting;

/// <summary>A part of the application: a parameter, a database server, a cache or a project.</summary>
public interface IResource
{
    string Name { get; }
}

/// <summary>A resource that others can wait for and that can itself wait.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that receives environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that takes command line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens on HTTP endpoints.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose endpoints others find by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that others reach through a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>The connection string, once the ports are known.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}

/// <summary>Adds to one resource of the model.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    T Resource { get; }
}

/// <summary>Says where a project of this solution and its built assembly lie; the build generates one class per project.</summary>
public interface IProjectMetadata
{
    string ProjectPath { get; }

    string AssemblyPath { get; }
}

public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal abstract string Type { get; }

    internal List<Dependency> Dependencies { get; } = [];
}

/// <summary>What a resource waits for before it starts.</summary>
internal sealed record Dependency(IResource Resource, DependencyKind Kind);

internal enum DependencyKind
{
    Healthy,
    Completed,
}

internal sealed record ResourceBuilder<T>(IDistributedApplicationBuilder ApplicationBuilder, T Resource) : IResourceBuilder<T>
    where T : IResource;
