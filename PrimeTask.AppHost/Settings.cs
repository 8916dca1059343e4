using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace PrimeTask.AppHost;

/// <summary>The settings of the model; <c>appsettings.json</c> lists them with their defaults.</summary>
internal sealed record Settings(
    int? WebPort, int DashboardPort, int ApiReplicas, string RateLimiting, string TrustedProxies, MailSettings Mail, bool InContainers, string DataDirectory, string? PostgresBinDirectory)
{
    private const int MostReplicas = 32;

    // Root's home is closed to the account that PostgreSQL runs as; /var/lib is where services keep their state.
    private static string DefaultDataDirectory => Environment.IsPrivilegedProcess
        ? "/var/lib/primetask"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PrimeTask");

    /// <param name="builder">Has read them already.</param>
    /// <param name="args">Of the command line; a misspelt name must not be ignored.</param>
    /// <exception cref="DistributedApplicationException">There is no such setting, or a value is out of range.</exception>
    internal static Settings Read(IDistributedApplicationBuilder builder, string[] args)
    {
        var configuration = builder.Configuration;
        // What publishes has options of its own.
        if (builder.ExecutionContext.IsRunMode)
            CommandLine.Check(args, Path.Combine(builder.AppHostDirectory, "appsettings.json"));
        return new Settings(
            Port(configuration, "Ports:Web", "web"),
            Port(configuration, "Ports:Dashboard", "dashboard") ?? FreePort(),
            Number(configuration, "Replicas:Api", "api", 1, MostReplicas),
            Choice(configuration, "RateLimiting:Enabled", "api", "true", "false"),
            Networks(configuration, "TrustedProxies", "web"),
            MailSettings.Read(configuration),
            Choice(configuration, "Servers", "postgres, cache", "Processes", "Containers") == "Containers" || builder.ExecutionContext.IsPublishMode,
            configuration["DataDirectory"] is { Length: > 0 } data ? data : DefaultDataDirectory,
            configuration["Postgres:BinDirectory"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null);
    }

    private static int? Port(ConfigurationManager configuration, string name, string resource)
    {
        var port = Number(configuration, name, resource, 0, ushort.MaxValue);
        if (port == 0)
            return null;
        if (BrowserPorts.IsBlocked(port))
        {
            throw new DistributedApplicationException(string.Create(
                CultureInfo.InvariantCulture, $"{resource}: browsers refuse to open port {port}. Choose another with --{name}=…."));
        }
        return (WhyTaken(IPAddress.Loopback, port) ?? WhyTaken(IPAddress.IPv6Loopback, port)) is not { } why
            ? port
            : throw new DistributedApplicationException(string.Create(
                CultureInfo.InvariantCulture, $"{resource}: port {port} {why}. Free it, or choose another with --{name}=…."));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? WhyTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode switch
            {
                // The machine has no such address, so nobody holds its ports.
                SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => null,
                SocketError.AccessDenied => "may not be used by this account",
                SocketError.AddressAlreadyInUse => "is already in use by another program",
                _ => $"cannot be used ({exception.Message})",
            };
        }
    }

    private static int Number(ConfigurationManager configuration, string name, string resource, int least, int most) =>
        int.TryParse(configuration[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new DistributedApplicationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{resource}: the setting {name} is '{configuration[name]}', but must be a whole number from {least} to {most}."));

    private static string Choice(ConfigurationManager configuration, string name, string resource, params string[] choices) =>
        choices.FirstOrDefault(choice => string.Equals(choice, configuration[name], StringComparison.OrdinalIgnoreCase))
        ?? throw new DistributedApplicationException(
            $"{resource}: the setting {name} is '{configuration[name]}', but must be {string.Join(" or ", choices)}.");

    private static string Networks(ConfigurationManager configuration, string name, string resource)
    {
        var value = configuration[name] ?? "";
        return value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(part => IPNetwork.TryParse(part, out _) || IPAddress.TryParse(part, out _))
            ? value
            : throw new DistributedApplicationException(
                $"{resource}: the setting {name} is '{value}', but must be addresses or networks such as 10.0.0.0/8, separated by commas.");
    }
}
