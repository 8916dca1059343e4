using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

internal static class RequiredConnectionString
{
    internal static string Get(IConfiguration configuration, string connectionName) =>
        configuration.GetConnectionString(connectionName) is { Length: > 0 } value
            ? value
            : throw new OptionsValidationException(
                connectionName,
                typeof(string),
                [$"The connection string '{connectionName}' is missing: set the environment variable ConnectionStrings__{connectionName}."]);
}
