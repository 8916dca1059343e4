using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Settings from files, one a setting, as container systems and systemd give secrets: the file <c>Jwt__SigningKey</c> in the directory that the setting
/// <c>Secrets:Directory</c> names holds <c>Jwt:SigningKey</c>. A file wins over the environment.
/// </summary>
public static class SecretFiles
{
    private const string Setting = "Secrets:Directory";

    /// <exception cref="OptionsValidationException">The directory, or a file in it, can't be read.</exception>
    public static void AddSecretFiles(this IHostApplicationBuilder builder)
    {
        var directory = builder.Configuration[Setting];
        if (string.IsNullOrWhiteSpace(directory))
            return;
        try
        {
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(directory));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BadSetting.Refuse(Setting, $"The setting {Setting} is '{directory}', and its files can't be read: {exception.Message}");
        }
    }
}
