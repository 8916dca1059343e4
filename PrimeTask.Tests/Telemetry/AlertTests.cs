using System.Text.RegularExpressions;
using PrimeTask.Hosting;
using YamlDotNet.RepresentationModel;

namespace PrimeTask.Tests.Telemetry;

/// <summary>The alerts of Prometheus and the dashboard of Grafana ask for what the services give, and each alert is explained.</summary>
[Collection(nameof(WatchedServices))]
public sealed partial class AlertTests(WatchedServices services)
{
    /// <summary>Prometheus makes it itself, for each service that it asks.</summary>
    private const string Up = "up";

    private static readonly string[] _operators = ["and", "or", "unless", "bool", "offset"];

    private static readonly string _deploy = Path.Combine(Repository.Root, "deploy");
    private static readonly string _rules = Path.Combine(_deploy, "prometheus", "alerts.yml");
    private static readonly string _dashboard = Path.Combine(_deploy, "grafana", "dashboards", "primetask.json");

    [Fact]
    public async Task Rules_CheckedByPrometheus_AreRight()
    {
        var program = PostgresPrograms.OnPath("promtool")
            ?? throw new InvalidOperationException("promtool is not on this machine, and this test needs it: install Prometheus (apt-get install prometheus).");

        var (exitCode, output) = await LaunchedProcess.RunAsync([program, "check", "rules", _rules], TimeSpan.FromSeconds(30));

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Rules_All_AskForSeriesThatExist() => Assert.All(Rules(), rule => AssertExist(rule["expr"]));

    [Fact]
    public async Task Dashboard_AllOfIt_AsksForSeriesThatExist()
    {
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(_dashboard, TestContext.Current.CancellationToken))!;

        var expressions = Find(dashboard, "expr").ToArray();

        Assert.NotEmpty(expressions);
        Assert.All(expressions, AssertExist);
    }

    [Fact]
    public async Task Dashboard_AllOfIt_AsksTheProvisionedSource()
    {
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(_dashboard, TestContext.Current.CancellationToken))!;
        var source = (YamlMappingNode)((YamlSequenceNode)Yaml.Read(Path.Combine(_deploy, "grafana", "provisioning", "datasources", "prometheus.yml"))["datasources"]).Single();

        Assert.All(dashboard["panels"]!.AsArray().SelectMany(panel => Find(panel, "uid")), uid => Assert.Equal($"{source["uid"]}", uid));
        Assert.Distinct(dashboard["panels"]!.AsArray().Select(panel => (int)panel!["id"]!));
    }

    [Fact]
    public async Task Alerts_All_AreExplained()
    {
        var operations = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "operations.md"), TestContext.Current.CancellationToken);
        var alerts = operations.Split("\n## Alerts\n")[1].Split("\n## ")[0];

        Assert.Equal(Rules().Select(rule => rule["alert"]), Explained().Matches(alerts).Select(match => match.Groups[1].Value));
    }

    private static IReadOnlyDictionary<string, string>[] Rules() =>
    [
        .. ((YamlSequenceNode)Yaml.Read(_rules)["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule =>
            ((YamlMappingNode)rule).Where(entry => entry.Value is YamlScalarNode).ToDictionary(entry => $"{entry.Key}", entry => $"{entry.Value}")),
    ];

    private static IEnumerable<string> Find(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == name ? [(string)member.Value!] : Find(member.Value, name)),
        JsonArray items => items.SelectMany(item => Find(item, name)),
        _ => [],
    };

    /// <summary>For each selector of the expression there is a series.</summary>
    private void AssertExist(string expression)
    {
        var series = services.Series;
        var selectors = Selector().Matches(Grouping().Replace(Variable().Replace(expression, "1m"), ""))
            .Where(match => !_operators.Contains(match.Groups[1].Value)).ToArray();

        Assert.NotEmpty(selectors);
        Assert.All(selectors.Where(selector => selector.Groups[1].Value != Up), selector =>
        {
            var matchers = Matcher().Matches(selector.Groups[2].Value);
            Assert.True(
                series.Any(one => one.Name == selector.Groups[1].Value && matchers.All(matcher => Fits(matcher, one.Labels))),
                $"No series is {selector.Value}. There are:\n{string.Join('\n', series.Select(one => one.Name).Distinct().Order(StringComparer.Ordinal))}");
        });
    }

    private static bool Fits(Match matcher, IReadOnlyDictionary<string, string> labels)
    {
        var (label, comparison, wanted) = (labels.GetValueOrDefault(matcher.Groups[1].Value, ""), matcher.Groups[2].Value, matcher.Groups[3].Value);
        var equal = comparison.EndsWith('~') ? Regex.IsMatch(label, $"^(?:{wanted})$") : label == wanted;
        return equal != comparison.StartsWith('!');
    }

    /// <summary>A name that is no function's, and what stands in braces behind it.</summary>
    [GeneratedRegex(@"(?<![\w:])([a-zA-Z_:][\w:]*)(\{[^}]*\})?(?![\w:]|\s*\()")]
    private static partial Regex Selector();

    [GeneratedRegex(@"(\w+)\s*(=~|!~|!=|=)\s*""([^""]*)""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    /// <summary>Of Grafana.</summary>
    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Explained();
}
