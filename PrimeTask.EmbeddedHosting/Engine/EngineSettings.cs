using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>The settings of the engine itself; those of the application are the AppHost's.</summary>
internal sealed record EngineSettings(string DataDirectory, int DashboardPort, string? PostgresBinDirectory)
{
    private const int DefaultDashboardPort = 5079;

    internal static readonly string[] Names = ["DataDirectory", "Ports:Dashboard", "Postgres:BinDirectory"];

    internal static string DefaultOf(string name) => name switch
    {
        "DataDirectory" => DefaultDataDirectory,
        "Ports:Dashboard" => DefaultDashboardPort.ToString(CultureInfo.InvariantCulture),
        _ => "(found by itself)",
    };

    /// <exception cref="DistributedApplicationException">A value is out of range.</exception>
    internal static EngineSettings Read(IConfiguration configuration)
    {
        var directory = configuration["DataDirectory"];
        var bin = configuration["Postgres:BinDirectory"];
        return new EngineSettings(
            Path.GetFullPath(string.IsNullOrWhiteSpace(directory) ? DefaultDataDirectory : directory),
            Port(configuration["Ports:Dashboard"]),
            string.IsNullOrWhiteSpace(bin) ? null : Path.GetFullPath(bin));
    }

    // Root's home is closed to the account that PostgreSQL runs as; /var/lib is where services keep their state.
    private static string DefaultDataDirectory => Environment.IsPrivilegedProcess
        ? "/var/lib/primetask"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PrimeTask");

    private static int Port(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return DefaultDashboardPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new DistributedApplicationException(
                $"dashboard: the setting Ports:Dashboard is '{text}', but must be a port from 1 to 65535, or 0 for any free one.");
    }
}
