using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Finds the programs of a PostgreSQL server, or installs them.</summary>
internal sealed partial class PostgresBinaries(string resourceName, string? setting, DataDirectory data)
{
    /// <summary>The oldest major version with ICU collations for a whole cluster and with community support.</summary>
    internal const int OldestVersion = 15;

    // Real PostgreSQL, repackaged for npm; the newest release of 18 there.
    private const string NpmVersion = "18.4.0-beta.17";

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>.</summary>
    /// <param name="clusterVersion">The major version that made the existing data; null when there is none.</param>
    /// <param name="progress">Told what takes long.</param>
    /// <param name="cancellationToken">Stops the search or the installation.</param>
    /// <exception cref="DistributedApplicationException">There are none, or none of that version.</exception>
    internal async Task<string> FindAsync(int? clusterVersion, Action<string> progress, CancellationToken cancellationToken)
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

        return setting is null && clusterVersion is null or 18 && Executables.Find("npm") is { } npm
            ? await InstallFromNpmAsync(npm, progress, cancellationToken)
            : throw new DistributedApplicationException(Remedies(clusterVersion, unsuitable));
    }

    private string Remedies(int? clusterVersion, List<string> unsuitable)
    {
        var wanted = clusterVersion is { } version
            ? string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {version}, which made the data in {data.Path},")
            : string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {OldestVersion} or newer");
        var found = unsuitable.Count == 0 ? "" : $" (found: {string.Join(", ", unsuitable)})";
        return $"{resourceName}: {wanted} is not on this machine{found}. Install it (for example apt-get install postgresql, brew install postgresql), "
            + "or npm, from which it is then fetched, or name its folder with --Postgres:BinDirectory=….";
    }

    private IEnumerable<string> Candidates() => Executables.SearchPath
        .Concat(Newest("/usr/lib/postgresql", "*"))
        .Concat(Newest("/opt/homebrew/opt", "postgresql@*"))
        .Concat(Newest("/usr/local/opt", "postgresql@*"))
        .Append(NpmFolder)
        .Where(HasServer)
        .Distinct();

    private static IEnumerable<string> Newest(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern)
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path).Split('@')[^1], CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
        : [];

    private static bool HasServer(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private async Task<int> VersionOfAsync(string folder, CancellationToken cancellationToken)
    {
        var spec = new ProcessSpec(Path.Combine(folder, "postgres"), ["--version"]) { WorkingDirectory = data.Path };
        var (exitCode, output) = await SupervisedProcess.RunAsync(spec, cancellationToken);
        var match = exitCode == 0 ? Version().Match(string.Join('\n', output)) : Match.Empty;
        return match.Success ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string NpmPackage => $"@embedded-postgres/{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{Architecture}";

    private string NpmModule => Path.Combine(data.In("npm"), "node_modules", NpmPackage);

    private string NpmFolder => Path.Combine(NpmModule, "native", "bin");

    private static string Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        System.Runtime.InteropServices.Architecture.X86 => "ia32",
        var other => other.ToString().ToLowerInvariant(),
    };

    private async Task<string> InstallFromNpmAsync(string npm, Action<string> progress, CancellationToken cancellationToken)
    {
        progress($"Fetching PostgreSQL {NpmVersion} from npm …");
        var folder = Directory.CreateDirectory(data.In("npm")).FullName;
        await RunAsync(new ProcessSpec(npm, ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", $"{NpmPackage}@{NpmVersion}"]) { WorkingDirectory = folder });
        // npm packages cannot hold symbolic links: the package's own script makes those between its libraries.
        await RunAsync(new ProcessSpec("node", ["scripts/hydrate-symlinks.js"]) { WorkingDirectory = NpmModule });
        return NpmFolder;

        async Task RunAsync(ProcessSpec spec)
        {
            var (exitCode, output) = await SupervisedProcess.RunAsync(spec, cancellationToken);
            if (exitCode != 0)
            {
                throw new DistributedApplicationException(
                    $"{resourceName}: PostgreSQL could not be fetched from npm. Check that the npm registry can be reached, or install PostgreSQL by hand.")
                { LogTail = output };
            }
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Version();
}
