using System.Text.Json;
using System.Xml.Linq;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>The .NET tool garnet-server at the version that the repository's tool manifest pins.</summary>
internal sealed record GarnetTool(string ManifestDirectory, string Version)
{
    private const string Package = "garnet-server";

    // We start the assembly itself, not "dotnet tool run": that would be one more process, and 0.3 s more.
    internal string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        Package,
        Version);

    internal static GarnetTool? FromManifestAbove(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var manifest = Path.Combine(at.FullName, ".config", "dotnet-tools.json");
            if (!File.Exists(manifest))
                continue;
            using var json = JsonDocument.Parse(File.ReadAllText(manifest));
            if (json.RootElement.GetProperty("tools").TryGetProperty(Package, out var tool))
                return new GarnetTool(at.FullName, tool.GetProperty("version").GetString()!);
        }

        return null;
    }

    /// <summary>The assembly to start, newest framework first, or null when the tool is not restored.</summary>
    internal string? FindAssembly() => Directory.Exists(Path.Combine(Folder, "tools"))
        ? Directory.EnumerateFiles(Path.Combine(Folder, "tools"), "DotnetToolSettings.xml", SearchOption.AllDirectories)
            .OrderDescending(StringComparer.Ordinal)
            .Select(EntryPointOf)
            .FirstOrDefault(File.Exists)
        : null;

    /// <exception cref="DistributedApplicationException">The restore failed.</exception>
    internal async Task RestoreAsync(string resourceName, CancellationToken cancellationToken)
    {
        var restore = new ProcessSpec("dotnet", ["tool", "restore"]) { WorkingDirectory = ManifestDirectory };
        var (exitCode, output) = await SupervisedProcess.RunAsync(restore, cancellationToken);
        if (exitCode != 0)
        {
            throw new DistributedApplicationException(
                $"{resourceName}: the .NET tool {Package} could not be fetched. Check that nuget.org can be reached, then try: dotnet tool restore.")
            { LogTail = output };
        }
    }

    private static string EntryPointOf(string settings) => Path.Combine(
        Path.GetDirectoryName(settings)!,
        XDocument.Load(settings).Descendants("Command").Single().Attribute("EntryPoint")!.Value);
}
