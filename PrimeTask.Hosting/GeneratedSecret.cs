using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace PrimeTask.Hosting;

public static class GeneratedSecret
{
    /// <summary>A secret parameter, which is generated and kept when no setting gives it: in the data directory, or, without one, as Aspire does it.</summary>
    /// <param name="builder">The app model.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="length">In letters and digits.</param>
    /// <param name="data">Null where the servers run in containers.</param>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name, int length, DataDirectory? data)
    {
        var generator = new GenerateParameterDefault { MinLength = length, Special = false };
        return data is null ? builder.AddParameter(name, generator, secret: true, persist: true) : builder.AddParameter(name, data.Keep(name, generator), secret: true);
    }
}
