using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PrimeTask.Tests.Architecture;

/// <summary>What is not ours is named with its licence, and fetched by its hash.</summary>
public sealed partial class SupplyChainTests
{
    private const string Notices = "THIRD-PARTY-NOTICES";
    private const string Packages = "== Fetched from NuGet: packages of the services and the AppHost ==\n";

    private static readonly string[] _locked = ["PrimeTask.ApiService", "PrimeTask.Hosting", "PrimeTask.ServiceDefaults", "PrimeTask.Web"];

    /// <summary>Of packages that have a text or an address instead of a licence's name.</summary>
    private static readonly Dictionary<string, string> _licences = new()
    {
        ["Fractions"] = "BSD-2-Clause",
        ["Microsoft.NETCore.Platforms"] = "Microsoft-NET-Library",
        ["NETStandard.Library"] = "Microsoft-NET-Library",
        ["zxcvbn-core"] = "MIT",
    };

    [Fact]
    public async Task Notices_OfNuGetPackages_AreTheirs()
    {
        var kept = (await ReadAsync(Notices)).Split(Packages);
        var others = kept[1][kept[1].IndexOf("\n==", StringComparison.Ordinal)..];
        var packages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in _locked.Append("PrimeTask.AppHost"))
            packages.UnionWith(await PackagesAsync(project));

        var renewed = $"{kept[0]}{Packages}\n{string.Join('\n', packages)}\n\n{others}";
        var current = Path.Combine(AppContext.BaseDirectory, Notices + ".current");
        await File.WriteAllTextAsync(current, renewed, TestContext.Current.CancellationToken);

        Assert.True(renewed == await ReadAsync(Notices), $"What is used has changed. If that is meant: cp {current} {Notices}");
    }

    [Fact]
    public async Task Notices_OfWhatComesAnotherWay_NameIt()
    {
        var notices = await ReadAsync(Notices);

        var bundled = JsonNode.Parse(await ReadAsync("package.json"))!["dependencies"]!.AsObject();
        Assert.NotEmpty(bundled);
        Assert.All(bundled, package => Assert.Contains($"\n- {package.Key}: ", notices, StringComparison.Ordinal));

        var garnet = await ReadAsync(Path.ChangeExtension(GarnetProgram(), ".deps.json"));
        foreach (var library in JsonNode.Parse(garnet)!["libraries"]!.AsObject().Where(library => (string)library.Value!["type"]! == "package").Select(library => library.Key.Split('/')[0]))
            Assert.True(Names(notices).Any(name => name == library || (name.EndsWith('*') && library.StartsWith(name[..^1], StringComparison.Ordinal))), library);
        Assert.Contains("\n- @embedded-postgres: ", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_OfALicence_HaveItsText()
    {
        var notices = await ReadAsync(Notices);
        var licences = Licence().Matches(notices.Split(Packages)[1].Split("\n==")[0]).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.NotEmpty(licences);
        Assert.All(licences, licence => Assert.Contains($"\n-- {licence} --\n", notices, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("package-lock.json")]
    [InlineData("bench/web/package-lock.json")]
    public async Task NpmPackages_All_HaveAHashAndNoAddressOfTheirOwn(string file)
    {
        var packages = JsonNode.Parse(await ReadAsync(file))!["packages"]!.AsObject().Where(package => package.Key.Length > 0).ToArray();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("sha512-", (string?)package.Value!["integrity"]));
        Assert.All(packages, package => Assert.Null(package.Value!["resolved"]));
    }

    [Fact]
    public async Task NuGetPackages_OfEveryService_HaveAHash()
    {
        foreach (var project in _locked)
        {
            var packages = JsonNode.Parse(await ReadAsync(Path.Combine(project, "packages.lock.json")))!["dependencies"]!.AsObject()
                .SelectMany(framework => framework.Value!.AsObject()).Where(package => (string)package.Value!["type"]! != "Project").ToArray();
            Assert.NotEmpty(packages);
            Assert.All(packages, package => Assert.NotEmpty((string)package.Value!["contentHash"]!));
        }

        var script = await ReadAsync(".ci/run");
        Assert.Contains("dotnet restore --locked-mode", script, StringComparison.Ordinal);
        // It would fetch whatever has this name and version.
        Assert.DoesNotContain("npx ", script, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> PackagesAsync(string project)
    {
        var assets = JsonNode.Parse(await ReadAsync(Path.Combine(project, "obj", "project.assets.json")))!;
        var folders = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToArray();
        return assets["libraries"]!.AsObject().Where(library => (string)library.Value!["type"]! == "package").Select(library =>
        {
            var name = library.Key.Split('/')[0];
            var path = Path.Combine((string)library.Value!["path"]!, $"{name.ToLowerInvariant()}.nuspec");
            return Describe(name, XDocument.Load(folders.Select(folder => Path.Combine(folder, path)).First(File.Exists)));
        });
    }

    private static string Describe(string name, XDocument nuspec)
    {
        string? Of(string element) => nuspec.Descendants().FirstOrDefault(found => found.Name.LocalName == element)?.Value.Trim();
        var expression = nuspec.Descendants().Any(found => found.Name.LocalName == "license" && (string?)found.Attribute("type") == "expression");
        var copyright = string.Join(' ', (Of("copyright") ?? Of("authors"))!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return $"- {Platform().Replace(name, "")}: {(expression ? Of("license") : _licences.GetValueOrDefault(name, "unknown"))}. {copyright}.";
    }

    /// <summary>What stands before the colons; several names may have commas between them.</summary>
    private static IEnumerable<string> Names(string notices) =>
        Entry().Matches(notices).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string GarnetProgram() => typeof(PrimeTask.Hosting.DataDirectory).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "GarnetProgram").Value!;

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(Path.Combine(Repository.Root, path), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"\.(linux|osx|win)-[a-z0-9]+\z")]
    private static partial Regex Platform();

    [GeneratedRegex("^- .+?: (\\S+)\\. ", RegexOptions.Multiline)]
    private static partial Regex Licence();

    [GeneratedRegex("^- ([^:]+): ", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
