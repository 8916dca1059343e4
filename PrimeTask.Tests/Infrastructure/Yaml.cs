using YamlDotNet.RepresentationModel;

namespace PrimeTask.Tests.Infrastructure;

internal static class Yaml
{
    /// <summary>The only document of a file.</summary>
    public static YamlMappingNode Read(string file) => (YamlMappingNode)ReadAll(file).Single();

    public static IEnumerable<YamlNode> ReadAll(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(file);
        yaml.Load(text);
        return yaml.Documents.Select(document => document.RootNode);
    }
}
