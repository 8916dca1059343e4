using System.Globalization;

namespace PrimeTask.EmbeddedHosting;

/// <summary>Adds projects to the model and says how they run.</summary>
public static class ProjectBuilder
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddResource(new ProjectResource(name, new TProject()));

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        builder.Resource.Replicas = replicas;
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithArgs(this IResourceBuilder<ProjectResource> builder, params string[] args)
    {
        builder.Resource.Arguments.AddRange(args);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, string? value)
    {
        builder.Resource.Environment[name] = () => ValueTask.FromResult(value);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithEnvironment(
        this IResourceBuilder<ProjectResource> builder, string name, IResourceBuilder<ParameterResource> parameter)
    {
        builder.Resource.Environment[name] = () => parameter.Resource.GetValueAsync(CancellationToken.None);
        return builder;
    }

    /// <summary>The project listens for HTTP on <paramref name="port"/>; null or 0 picks a free one.</summary>
    public static IResourceBuilder<ProjectResource> WithHttpEndpoint(this IResourceBuilder<ProjectResource> builder, int? port = null)
    {
        builder.Resource.Endpoint = new HttpEndpoint(port);
        return builder;
    }

    /// <summary>The project's endpoints are for people: they are printed, and answer to <c>localhost</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithExternalHttpEndpoints(this IResourceBuilder<ProjectResource> builder)
    {
        EndpointOf(builder).IsExternal = true;
        return builder;
    }

    /// <summary>The project is healthy while GET <paramref name="path"/> answers 200.</summary>
    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string path)
    {
        _ = EndpointOf(builder);
        builder.Resource.HealthPath = path;
        return builder;
    }

    /// <summary>Gives the project the connection string of <paramref name="source"/> as <c>ConnectionStrings__&lt;name&gt;</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithConnectionString> source)
    {
        builder.Resource.Environment[$"ConnectionStrings__{source.Resource.Name}"] = () => source.Resource.GetConnectionStringAsync();
        return builder;
    }

    /// <summary>Gives the project the addresses of <paramref name="source"/> as <c>services__&lt;name&gt;__http__&lt;n&gt;</c>, one a replica.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<ProjectResource> source)
    {
        var endpoint = EndpointOf(source);
        for (var i = 0; i < source.Resource.Replicas; i++)
        {
            var replica = i;
            var variable = string.Create(CultureInfo.InvariantCulture, $"services__{source.Resource.Name}__http__{replica}");
            builder.Resource.Environment[variable] = () => ValueTask.FromResult<string?>(endpoint.UrlOf(replica).GetLeftPart(UriPartial.Authority));
        }

        return builder;
    }

    /// <summary>The project starts only when <paramref name="dependency"/> is healthy.</summary>
    public static IResourceBuilder<ProjectResource> WaitFor(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency) =>
        builder.DependsOn(dependency, DependencyKind.Healthy);

    /// <summary>The project starts only when <paramref name="dependency"/> has ended with exit code 0.</summary>
    public static IResourceBuilder<ProjectResource> WaitForCompletion(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency) =>
        builder.DependsOn(dependency, DependencyKind.Completed);

    private static IResourceBuilder<ProjectResource> DependsOn(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency, DependencyKind kind)
    {
        builder.Resource.Dependencies.Add(new Dependency(dependency.Resource, kind));
        return builder;
    }

    private static HttpEndpoint EndpointOf(IResourceBuilder<ProjectResource> builder) =>
        builder.Resource.Endpoint
        ?? throw new DistributedApplicationException($"{builder.Resource.Name}: the project has no HTTP endpoint; call WithHttpEndpoint first.");
}
