using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace PrimeTask.Tests.Deployment;

/// <summary>What stands in <c>deploy/kubernetes</c>.</summary>
internal static class KubernetesManifests
{
    /// <summary>Kinds of operators: the API has no types for them.</summary>
    private static readonly string[] _operators = ["postgresql.cnpg.io/", "barmancloud.cnpg.io/", "monitoring.coreos.com/", "kustomize.config.k8s.io/"];

    private static readonly Dictionary<string, Type> _types = typeof(V1Pod).Assembly.GetTypes()
        .Select(type => (Type: type, Entity: type.GetCustomAttributes(typeof(KubernetesEntityAttribute), false).Cast<KubernetesEntityAttribute>().SingleOrDefault()))
        .Where(found => found.Entity is not null)
        .ToDictionary(
            found => $"{(found.Entity!.Group.Length == 0 ? "" : found.Entity.Group + "/")}{found.Entity.ApiVersion}/{found.Entity.Kind}",
            found => found.Type);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<object>> _typed = new();

    public static string Folder { get; } = Path.Combine(Repository.Root, "deploy", "kubernetes");

    public static string Base { get; } = Path.Combine(Folder, "base");

    public static string Production { get; } = Path.Combine(Folder, "overlays", "prod");

    /// <summary>All of these objects, read strictly: a field that does not exist is an error.</summary>
    public static IReadOnlyList<T> All<T>(params string[] folders) => [.. folders.SelectMany(Typed).OfType<T>()];

    /// <summary>The object of this name in <c>base/</c>.</summary>
    public static T One<T>(string name)
        where T : IMetadata<V1ObjectMeta> => All<T>(Base).Single(found => found.Name() == name);

    public static IReadOnlyList<object> Typed(string folder) => _typed.GetOrAdd(folder, folder => [.. ReadTyped(folder)]);

    /// <summary>The objects in a folder, patches of objects included.</summary>
    public static IEnumerable<(string File, YamlMappingNode Document)> Documents(string folder) =>
        Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .SelectMany(file => Yaml.ReadAll(file).Select(node => (File: Path.GetRelativePath(Folder, file), Node: node)))
            // The others are lists of changes.
            .Where(found => found.Node is YamlMappingNode)
            .Select(found => (found.File, (YamlMappingNode)found.Node));

    private static IEnumerable<object> ReadTyped(string folder)
    {
        foreach (var (file, document) in Documents(folder))
        {
            if (_operators.Any(name => $"{document["apiVersion"]}".StartsWith(name, StringComparison.Ordinal)))
                continue;
            var kind = $"{document["apiVersion"]}/{document["kind"]}";
            Assert.True(_types.ContainsKey(kind), $"{file} has an object of the unknown kind {kind}.");
            foreach (var found in KubernetesYaml.LoadAllFromString(Write(document), _types, strict: true))
                yield return found;
        }
    }

    private static string Write(YamlMappingNode document)
    {
        using var writer = new StringWriter();
        new YamlStream(new YamlDocument(document)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }
}
