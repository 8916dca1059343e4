using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using PrimeTask.ApiService.Data;

namespace PrimeTask.Tests.Architecture;

/// <summary>The API's folders say what the product does, and none of them is in a cycle with another.</summary>
public sealed class FolderTests
{
    private const string Root = "PrimeTask.ApiService.";

    private static readonly ArchUnitNET.Domain.Architecture _api = new ArchLoader().LoadAssembly(typeof(PrimeTaskDbContext).Assembly).Build();

    [Fact]
    public void Folders_OfTheApi_HaveNoCycle()
    {
        var left = Dependencies();
        Assert.Contains(left, dependency => dependency is { From: "Tasks", To: "Access" });

        // Take away what depends on nothing that is left, until nothing can be taken.
        while (left.RemoveAll(dependency => left.TrueForAll(other => other.From != dependency.To)) > 0)
        {
        }

        Assert.True(left.Count == 0, string.Join('\n', left.Select(dependency => $"{dependency.From} -> {dependency.To}: {dependency.Example}")));
    }

    [Fact]
    public void Access_HoldsTheRuleOfWhoSeesWhat_AndKnowsNoFeature() =>
        Assert.Equal(["Contract"], Dependencies().Where(dependency => dependency.From == "Access").Select(dependency => dependency.To));

    [Fact]
    public void Types_OfOneFolder_AreInItsNamespace()
    {
        var source = Path.Combine(Repository.Root, "PrimeTask.ApiService");
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Folder: Path.GetDirectoryName(Path.GetRelativePath(source, file))!, Text: File.ReadAllText(file)))
            .Where(file => !file.Folder.StartsWith("obj", StringComparison.Ordinal) && !file.Folder.StartsWith("bin", StringComparison.Ordinal) && file.Text.Contains("namespace PrimeTask.", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Contains(
            file.Folder.Length == 0 ? "namespace PrimeTask.ApiService;" : $"namespace {Root}{file.Folder.Replace(Path.DirectorySeparatorChar, '.')}", file.Text, StringComparison.Ordinal));
    }

    /// <summary>One for each pair of folders. The DbContext knows all entities, and the migrations know the DbContext.</summary>
    private static List<(string From, string To, string Example)> Dependencies() =>
    [
        .. _api.Types
            .Where(type => type.Name != nameof(PrimeTaskDbContext) && !type.Name.StartsWith($"{nameof(PrimeTaskDbContext)}+", StringComparison.Ordinal))
            .Where(type => FolderOf(type) is not null && !type.Namespace.FullName.EndsWith(".Migrations", StringComparison.Ordinal))
            .SelectMany(type => type.GetTypeDependencies(_api), (type, target) => (From: FolderOf(type)!, To: FolderOf(target), Example: $"{type.FullName} -> {target.FullName}"))
            .Where(dependency => dependency.To is not null && dependency.To != dependency.From)
            .DistinctBy(dependency => (dependency.From, dependency.To))
            .Select(dependency => (dependency.From, dependency.To!, dependency.Example)),
    ];

    private static string? FolderOf(IType type) =>
        type.Namespace.FullName.StartsWith(Root, StringComparison.Ordinal) ? type.Namespace.FullName[Root.Length..].Split('.')[0] : null;
}
