using Microsoft.Extensions.Configuration;

namespace PrimeTask.EmbeddedHosting.Testing;

/// <summary>A model under test, between the AppHost's last line and the start.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>Runs an AppHost in a test.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <typeparam name="TEntryPoint">The generated class of the AppHost's project, or any type in its assembly.</typeparam>
    /// <param name="args">Settings, as on the command line.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var interception = new EntryPointInterception(typeof(TEntryPoint).Assembly, args);
        return new TestingBuilder(await interception.RunToBuildAsync().WaitAsync(cancellationToken), interception);
    }

    private sealed class TestingBuilder(DistributedApplicationBuilder inner, EntryPointInterception interception) : IDistributedApplicationTestingBuilder
    {
        public ConfigurationManager Configuration => inner.Configuration;

        public string AppHostDirectory => inner.AppHostDirectory;

        public IResourceBuilder<T> AddResource<T>(T resource)
            where T : IResource => inner.AddResource(resource);

        public DistributedApplication Build() => interception.BuildAsync().GetAwaiter().GetResult();

        public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) => interception.BuildAsync().WaitAsync(cancellationToken);
    }
}
