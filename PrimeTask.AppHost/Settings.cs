using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace PrimeTask.AppHost;

/// <summary>The settings of the model; <c>appsettings.json</c> lists them with their defaults.</summary>
internal sealed record Settings(int? WebPort, int ApiReplicas, string RateLimiting, string TrustedProxies)
{
    private const int MostReplicas = 32;

    /// <exception cref="DistributedApplicationException">A value is out of range.</exception>
    internal static Settings Read(IConfiguration configuration)
    {
        var port = Number(configuration, "Ports:Web", "web", 0, ushort.MaxValue);
        return new Settings(
            port == 0 ? null : port,
            Number(configuration, "Replicas:Api", "api", 1, MostReplicas),
            Switch(configuration, "RateLimiting:Enabled", "api"),
            Networks(configuration, "TrustedProxies", "web"));
    }

    private static int Number(IConfiguration configuration, string name, string resource, int least, int most) =>
        int.TryParse(configuration[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new DistributedApplicationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{resource}: the setting {name} is '{configuration[name]}', but must be a whole number from {least} to {most}."));

    private static string Switch(IConfiguration configuration, string name, string resource) =>
        bool.TryParse(configuration[name], out var value)
            ? value ? "true" : "false"
            : throw new DistributedApplicationException(
                $"{resource}: the setting {name} is '{configuration[name]}', but must be true or false.");

    private static string Networks(IConfiguration configuration, string name, string resource)
    {
        var value = configuration[name] ?? "";
        return value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(part => IPNetwork.TryParse(part, out _) || IPAddress.TryParse(part, out _))
            ? value
            : throw new DistributedApplicationException(
                $"{resource}: the setting {name} is '{value}', but must be addresses or networks such as 10.0.0.0/8, separated by commas.");
    }
}
