using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using YamlDotNet.RepresentationModel;

namespace PrimeTask.Tests.Deployment;

/// <summary>What <c>deploy/compose</c> starts is what the app model publishes: the same resources, environment and secrets.</summary>
[Collection(nameof(PublishedManifest))]
public sealed partial class ComposeTests(PublishedManifest published)
{
    private static readonly string _folder = Path.Combine(Repository.Root, "deploy", "compose");
    private static readonly string _text = File.ReadAllText(Path.Combine(_folder, "compose.yaml"));
    private static readonly string _nginx = string.Concat(
        ((string[])["compose/nginx.conf", "nginx/http.conf", "nginx/server.conf"]).Select(file => File.ReadAllText(Path.Combine(Repository.Root, "deploy", file))));
    private static readonly YamlMappingNode _compose = Yaml.Read(Path.Combine(_folder, "compose.yaml"));

    /// <summary>What stands around PrimeTask on a host, and not in the app model.</summary>
    private static readonly string[] _around = ["nginx", "prometheus", "grafana", "wal-receiver", "backup"];

    /// <summary>What is of this deployment alone: Production, where it listens, how it is watched, and whom it believes.</summary>
    private static readonly string[] _ownVariables =
        ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "Logging__Format", "Metrics__Port", "Secrets__Directory", "services__api__http__1", "services__api__http__2"];

    private static IEnumerable<string> Replicas => Services().Keys.Where(name => name.StartsWith("api-", StringComparison.Ordinal));

    [Fact]
    public void Services_AreTheResources()
    {
        var resources = published.Resources.Where(resource => (string?)resource.Value!["type"] is "container.v0" or "project.v0").Select(resource => resource.Key);

        Assert.Equal(resources.Order(), Services().Keys.Select(ResourceOf).Distinct().Except(_around).Order());
        Assert.NotEqual(1, Replicas.Count());
    }

    [Theory]
    [InlineData("migrations")]
    [InlineData("api-1")]
    [InlineData("api-2")]
    [InlineData("api-3")]
    [InlineData("worker")]
    [InlineData("web")]
    public void Environment_HasTheNamesAndConstants(string service)
    {
        var expected = published.Resources[ResourceOf(service)]!["env"]!.AsObject()
            // What is all in upper case is no setting of ours: Aspire's ports, telemetry, and connections for other languages.
            .Where(variable => variable.Key.Any(char.IsAsciiLetterLower))
            .ToDictionary(variable => variable.Key, variable => (string)variable.Value!);
        var environment = Environment(service);
        var secrets = Items(service, "secrets").Select(secret => $"{secret["target"]}").ToArray();

        Assert.Equal(expected.Keys.Order(), environment.Keys.Concat(secrets).Except(_ownVariables).Order());
        foreach (var (name, value) in expected.Where(variable => environment.ContainsKey(variable.Key) && variable.Value.Length > 0 && !variable.Value.Contains('{', StringComparison.Ordinal)))
            Assert.Equal(value, environment[name].Contains(":-", StringComparison.Ordinal) ? Variable().Match(environment[name]).Groups[2].Value : environment[name]);
    }

    [Fact]
    public void Secrets_AreThoseOfTheModelAndMadeByUp()
    {
        var secrets = ((YamlMappingNode)_compose["secrets"]).Children.ToDictionary(secret => $"{secret.Key}", secret => $"{secret.Value["file"]}");
        var parameters = published.Resources.Where(resource => (bool?)resource.Value!["inputs"]?["value"]?["secret"] == true).Select(resource => resource.Key);
        var up = File.ReadAllText(Path.Combine(_folder, "up"));

        Assert.Equal(parameters.Order(), secrets.Keys.Where(name => !name.EndsWith("-connection", StringComparison.Ordinal) && !name.StartsWith("tls-", StringComparison.Ordinal) && name != "grafana-password").Order());
        Assert.All(secrets, secret => Assert.Equal($"./secrets/{secret.Key}", secret.Value));
        Assert.All(secrets.Keys, name => Assert.Matches($@"(random|keep) {name}\b", up));
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("cache")]
    public void Image_OfAServer_IsTheModels(string service) =>
        Assert.Equal((string?)published.Resources[service]!["image"], $"{Service(service)["image"]}");

    [Theory]
    [InlineData("wal-receiver")]
    [InlineData("backup")]
    public void Image_OfTheBackups_IsThatOfTheirServer(string service) =>
        Assert.Equal(Find(Service("postgres"), "image"), Find(Service(service), "image"));

    [Theory]
    [InlineData("migrations")]
    [InlineData("worker")]
    public void Command_IsTheModels(string service) =>
        Assert.Equal(published.Resources[service]!["args"]!.AsArray().Select(argument => (string)argument!), Items(service, "command").Select(argument => $"{argument}"));

    [Fact]
    public void Replicas_AreKnownToAllWhoNeedThem()
    {
        var targets = ((YamlSequenceNode)Yaml.Read(Path.Combine(_folder, "prometheus.yml"))["scrape_configs"])
            .SelectMany(job => (YamlSequenceNode)job["static_configs"]).SelectMany(config => (YamlSequenceNode)config["targets"]).Select(target => $"{target}");
        var web = Environment("web");

        Assert.Equal(Services().Keys.Where(name => Environment(name).ContainsKey("Metrics__Port")).Select(name => $"{name}:{Environment(name)["Metrics__Port"]}").Order(), targets.Order());
        Assert.Equal(Replicas.Select(name => $"http://{name}:8080"), web.Where(variable => variable.Key.StartsWith("services__api__http__", StringComparison.Ordinal)).Select(variable => variable.Value));
        Assert.Equal([.. Replicas, "web"], Socket().Matches(_nginx).Select(match => match.Groups[1].Value));
        Assert.All([.. Replicas, "web"], name => Assert.EndsWith($"http://unix:/run/primetask/{name}.sock", Environment(name)["ASPNETCORE_URLS"], StringComparison.Ordinal));
        Assert.All(Replicas, name => Assert.Contains($";{name}", Environment(name)["AllowedHosts"], StringComparison.Ordinal));
        Assert.Equal([.. Replicas, "web"], ((YamlMappingNode)Service("nginx")["depends_on"]).Children.Keys.Select(name => $"{name}"));
    }

    [Fact]
    public void Variables_All_AreInTheExampleWithTheirDefaults()
    {
        var example = File.ReadLines(Path.Combine(_folder, ".env.example")).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2)).ToDictionary(line => line[0], line => line[1]);
        var used = Variable().Matches(_text).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Distinct().ToDictionary();

        Assert.Equal(example.Where(setting => setting.Key != "COMPOSE_PROJECT_NAME").OrderBy(setting => setting.Key), used.OrderBy(setting => setting.Key));
    }

    [Fact]
    public void Services_All_AreLimitedAndCannotWriteToTheirImages() => Assert.All(Services(), service =>
    {
        var (name, node) = service;
        Assert.True(Find(node, "read_only") is { } readOnly && $"{readOnly}" == "true", $"{name}: read_only");
        Assert.True(Find(node, "mem_limit") is not null, $"{name}: mem_limit");
        Assert.True(Find(node, "cpus") is not null, $"{name}: cpus");
    });

    [Fact]
    public void Nginx_RefusesInTheWordsOfAllFailures()
    {
        var failures = Failure().Matches(_nginx).ToDictionary(match => match.Groups[1].Value, match => JsonNode.Parse($"{{{match.Groups[2].Value}}}")!);

        Assert.NotEmpty(failures);
        foreach (var (status, body) in failures)
        {
            var (message, detail) = Failures.Usual(status == "default" ? 500 : int.Parse(status, CultureInfo.InvariantCulture));
            Assert.Equal((message, detail), ((string?)body["message"], (string?)body["errors"]!["detail"]![0]));
        }
    }

    /// <summary>The value as it must stand in the file; what PrimeTask.Web sends is in <see cref="Web.SecurityHeadersTests"/>.</summary>
    [Fact]
    public void Nginx_SendsTheHeadersOfTheWebServer()
    {
        foreach (var (header, value) in Web.SecurityHeadersTests.Headers)
            Assert.Contains($"{value}", _nginx, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(_nginx, "add_header Content-Security-Policy"));
        // The folder of temporary files is in memory, and an export of somebody with a slow line would fill it.
        Assert.Contains("proxy_pass http://$replicas;\n    # An export is read as fast as its reader takes it, and lies on no disk meanwhile.\n    proxy_max_temp_file_size 0;", _nginx, StringComparison.Ordinal);
        Assert.All(Web.SecurityHeadersTests.Headers.Keys, header => Assert.Equal(2, Regex.Count(_nginx, $"add_header {header} .* always;")));
    }

    private static string ResourceOf(string service) => service.StartsWith("api-", StringComparison.Ordinal) ? "api" : service;

    private static Dictionary<string, YamlMappingNode> Services() =>
        ((YamlMappingNode)_compose["services"]).Children.ToDictionary(service => $"{service.Key}", service => (YamlMappingNode)service.Value);

    private static YamlMappingNode Service(string name) => Services()[name];

    private static Dictionary<string, string> Environment(string service) =>
        Find(Service(service), "environment") is YamlMappingNode environment
            ? Names(environment).Distinct().ToDictionary(name => name, name => $"{Find(environment, name)}")
            : [];

    private static IEnumerable<YamlNode> Items(string service, string name) => (YamlSequenceNode?)Find(Service(service), name) ?? [];

    private static IEnumerable<string> Names(YamlMappingNode node) =>
        node.Children.SelectMany(child => $"{child.Key}" == "<<" ? Names((YamlMappingNode)child.Value) : [$"{child.Key}"]);

    /// <summary>Its own, or that of what is merged into it.</summary>
    private static YamlNode? Find(YamlMappingNode node, string name)
    {
        if (node.Children.TryGetValue(name, out var own))
            return own;
        return node.Children.TryGetValue("<<", out var merged) ? Find((YamlMappingNode)merged, name) : null;
    }

    [GeneratedRegex(@"(?<!\$)\$\{(\w+):-([^}]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"server unix:/run/primetask/([\w-]+)\.sock")]
    private static partial Regex Socket();

    [GeneratedRegex(@"^ *(\d{3}|default) '(""message"".*)';$", RegexOptions.Multiline)]
    private static partial Regex Failure();
}
