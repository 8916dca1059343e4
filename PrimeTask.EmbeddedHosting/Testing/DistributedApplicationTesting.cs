namespace PrimeTask.EmbeddedHosting.Testing;

/// <summary>What a test asks a running application for.</summary>
public static class DistributedApplicationTesting
{
    /// <summary>A client whose base address is the resource's first replica.</summary>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName) =>
        new() { BaseAddress = app.GetEndpoint(resourceName) };

    public static Uri GetEndpoint(this DistributedApplication app, string resourceName) =>
        app.Engine.Orchestrator.RunnerOf(resourceName).Replicas[0].Url
        ?? throw new ArgumentException($"The resource '{resourceName}' has no HTTP endpoint.", nameof(resourceName));

    public static ValueTask<string?> GetConnectionStringAsync(this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        app.Engine.Orchestrator.Resources.OfType<IResourceWithConnectionString>()
            .FirstOrDefault(resource => string.Equals(resource.Name, resourceName, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"There is no resource '{resourceName}' with a connection string.", nameof(resourceName));
}
