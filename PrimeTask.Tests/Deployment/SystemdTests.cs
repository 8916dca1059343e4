using System.Text.RegularExpressions;

namespace PrimeTask.Tests.Deployment;

/// <summary>What <c>deploy/systemd</c> starts is what the app model publishes: the same services, commands, environment and secrets. That it runs is shown by <c>deploy/rehearse</c>.</summary>
[Collection(nameof(PublishedManifest))]
public sealed partial class SystemdTests(PublishedManifest published)
{
    private static readonly string _folder = Path.Combine(Repository.Root, "deploy", "systemd");
    private static readonly string _install = File.ReadAllText(Path.Combine(_folder, "install"));

    /// <summary>What is of this deployment alone: Production, where it listens, how it is watched, and whom it believes.</summary>
    private static readonly string[] _ownVariables = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "Logging__Format", "Metrics__Port", "Metrics__Address", "Secrets__Directory"];

    /// <summary>Settings that install writes for all services; not each has a use for each.</summary>
    private static readonly string[] _shared =
        [.. _install.Split("/etc/primetask/primetask.env 644 <<END\n")[1].Split("\nEND\n")[0].Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split('=')[0])];

    [Theory]
    [InlineData("primetask-api@.service", "api")]
    [InlineData("primetask-worker.service", "worker")]
    [InlineData("primetask-migrate.service", "migrations")]
    [InlineData("primetask-web.service", "web")]
    public void Unit_OfAResource_HasItsCommandAndTheNamesOfItsSettings(string unit, string resource)
    {
        var settings = Settings(unit);
        var arguments = published.Resources[resource]!["args"]?.AsArray().Select(argument => (string)argument!) ?? [];
        var expected = published.Resources[resource]!["env"]!.AsObject()
            // What is all in upper case is no setting of ours.
            .Where(variable => variable.Key.Any(char.IsAsciiLetterLower)).ToDictionary(variable => variable.Key, variable => (string)variable.Value!);
        var environment = settings.Where(setting => setting.Name == "Environment").Select(setting => setting.Value.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var credentials = settings.Where(setting => setting.Name == "LoadCredential").Select(setting => setting.Value.Split(':')[0]).ToArray();
        var shared = settings.Contains(("EnvironmentFile", "/etc/primetask/primetask.env")) ? _shared.Intersect(expected.Keys) : [];

        Assert.Equal(["AllowedHosts", "RateLimiting__Enabled", "Admin__Email"], _shared);
        Assert.Equal(expected.Keys.Order(), environment.Keys.Concat(credentials).Concat(shared).Except(_ownVariables).Order());
        Assert.All(expected.Where(variable => environment.ContainsKey(variable.Key) && variable.Value.Length > 0 && !variable.Value.Contains('{', StringComparison.Ordinal)), variable =>
            Assert.Equal(variable.Value, environment[variable.Key]));
        Assert.EndsWith(string.Join(' ', [".dll", .. arguments]), Assert.Single(settings, setting => setting.Name == "ExecStart").Value, StringComparison.Ordinal);
        Assert.Equal("Production", environment["ASPNETCORE_ENVIRONMENT"]);
    }

    [Fact]
    public void Credentials_All_AreMadeByInstall() => Assert.All(
        Units().SelectMany(unit => Settings(unit)).Where(setting => setting.Name == "LoadCredential"),
        setting => Assert.Matches($"(random|connection|empty) {Path.GetFileName(setting.Value.Split(':')[1]).Replace("-connection", "", StringComparison.Ordinal)} ?", _install));

    /// <summary>What systemd itself thinks of each, and that it understands it.</summary>
    [Theory]
    [InlineData("primetask-api@.service")]
    [InlineData("primetask-worker.service")]
    [InlineData("primetask-migrate.service")]
    [InlineData("primetask-web.service")]
    [InlineData("primetask-receive.service")]
    [InlineData("primetask-backup.service")]
    public async Task Unit_IsUnderstoodAndItsExposureIsBelow25(string unit)
    {
        (string, string)[] onlyThese = [("SYSTEMD_UNIT_PATH", $"{Path.Combine(_folder, "units")}:"), ("SYSTEMD_EMOJI", "0")];
        var (_, security) = await LaunchedProcess.RunAsync(["systemd-analyze", "security", "--offline=yes", unit], TimeSpan.FromSeconds(30), settings: onlyThese, directory: Path.Combine(_folder, "units"));
        Assert.True(double.Parse(Exposure().Match(security).Groups[1].Value, CultureInfo.InvariantCulture) < 2.5, security);

        var (_, verified) = await LaunchedProcess.RunAsync(["systemd-analyze", "verify", unit], TimeSpan.FromSeconds(30), settings: onlyThese, directory: Path.Combine(_folder, "units"));
        // The programs are where install puts them.
        Assert.DoesNotContain(verified.Split('\n'), line => line.Contains("primetask-", StringComparison.Ordinal) && !line.Contains("is not executable", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_All_AreTested() =>
        Assert.Equal(Units().Order(), ["primetask-api@.service", "primetask-backup.service", "primetask-migrate.service", "primetask-receive.service", "primetask-web.service", "primetask-worker.service"]);

    [Fact]
    public void Gateway_NamesEveryReplicaOfTheRehearsalOnce()
    {
        var gateway = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "nginx", "gateway.conf"));

        Assert.Equal(["api-1", "api-2", "api-3"], Socket().Matches(gateway).Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<string> Units() => Directory.EnumerateFiles(Path.Combine(_folder, "units"), "*.service").Select(file => Path.GetFileName(file)!);

    private static (string Name, string Value)[] Settings(string unit) =>
        [.. File.ReadLines(Path.Combine(_folder, "units", unit)).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2)).Select(pair => (pair[0], pair[1]))];

    [GeneratedRegex(@"Overall exposure level for [^:]+: ([\d.]+)")]
    private static partial Regex Exposure();

    [GeneratedRegex(@"server unix:/run/primetask/([\w-]+)\.sock")]
    private static partial Regex Socket();
}
