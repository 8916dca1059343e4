using PrimeTask.Hosting;

namespace PrimeTask.AppHost;

internal static class GeneratedSecret
{
    /// <summary>A secret parameter of letters and digits, generated where no setting gives it, and kept in the data directory; without one, as Aspire does it.</summary>
    internal static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name, int length, DataDirectory? data)
    {
        var generator = new GenerateParameterDefault { MinLength = length, Special = false };
        return data is null ? builder.AddParameter(name, generator, secret: true, persist: true) : builder.AddParameter(name, data.Keep(name, generator), secret: true);
    }
}
