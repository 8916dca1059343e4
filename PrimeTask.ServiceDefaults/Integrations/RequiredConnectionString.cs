using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.Hosting;

internal static class RequiredConnectionString
{
    internal static string Get(IConfiguration configuration, string connectionName) =>
        configuration.GetConnectionString(connectionName) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The connection string '{connectionName}' is missing: set the environment variable ConnectionStrings__{connectionName}.");
}
