namespace PrimeTask.EmbeddedHosting;

/// <summary>Adds parameters to the model.</summary>
public static class ParameterBuilder
{
    /// <summary>A parameter whose value must be set as <c>Parameters:&lt;name&gt;</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, fallback: null, secret, persist: false));

    /// <summary>A parameter with a default; <paramref name="persist"/> keeps a generated value in the data directory.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.AddResource(new ParameterResource(name, value, secret, persist));

    /// <summary>
    /// Says what the value is for. A generated value with a description is meant for a person: it is shown once, after
    /// the first successful start.
    /// </summary>
    public static IResourceBuilder<ParameterResource> WithDescription(this IResourceBuilder<ParameterResource> builder, string description)
    {
        builder.Resource.Description = description;
        return builder;
    }
}
