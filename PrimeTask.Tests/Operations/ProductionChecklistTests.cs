using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using PrimeTask.ApiService.Operations;

namespace PrimeTask.Tests.Operations;

/// <summary>Production refuses each bad setting with its sentence, all of them at once, and starts with the good ones.</summary>
public sealed partial class ProductionChecklistTests
{
    private const string ShortKey = "A signing key of the tokens is missing or shorter than 32 bytes: set Jwt:SigningKey to a random text, such as the output of 'openssl rand -base64 48'.";
    private const string ExampleKey = "A signing key of the tokens is an example that everybody knows: set Jwt:SigningKey to a random text, such as the output of 'openssl rand -base64 48'.";
    private const string AnyOrigin = "CORS allows any origin: name in Cors:Origins the origins of the pages that may call the API.";
    private const string DefaultPassword = "The password of the first admin is a default that everybody knows: set Admin:Password to a random text, such as the output of 'openssl rand -base64 18'.";
    private const string NoTls = "The database would be spoken to without TLS, which is not demanded by the connection string '";
    private const string TlsRemedy = "': add 'SSL Mode=VerifyFull' to it, or allow it by Database:AllowWithoutTls=true where nobody else is on the way.";
    private const string PlainMail = "Mail would be sent without TLS, because Mail:Tls is None: set Mail:Tls to StartTls or Implicit, or allow it by Mail:AllowWithoutTls=true where the server is one of your own.";
    private const string Believed = "Forwarded headers would be believed from all of ";
    private const string ProxyRemedy = ": name in TrustedProxies the addresses or networks of your own proxies and of nobody else.";
    private const string AnyHost = "AllowedHosts is empty or allows any host: name in AllowedHosts the hosts that this service is called by, separated by semicolons.";

    private const string Plain = "Host=127.0.0.1;Port=1;Username=x;Password=y";

    /// <summary>A configuration that nothing is wrong with.</summary>
    private static readonly (string Name, string Value)[] _good =
    [
        ("Jwt__SigningKey", "mR1vYw3Qd0pZk7Xc9Ls2Tn5Bh8Gf4JeU6aWiOq"),
        ("Jwt__AcceptedKeys__0", ""),
        ("Cors__Origins__0", "https://pages.example"),
        ("Admin__Password", "vK3-moss-9-tunnel"),
        ("Database__AllowWithoutTls", ""),
        ("ConnectionStrings__primetask", Plain + ";SSL Mode=VerifyFull"),
        ("ConnectionStrings__primetask-readonly", Plain + ";SslMode=Require"),
        ("ConnectionStrings__cache", "127.0.0.1:1"),
        ("Mail__Host", "smtp.example"),
        ("TrustedProxies", "10.0.0.0/8, fd00::/8, fe80::/10, 2001:db8::/32, ::ffff:10.0.0.0/104, 192.0.2.1"),
        ("AllowedHosts", "tasks.example;*.tasks.example"),
    ];

    /// <summary>What is wrong, one setting at a time.</summary>
    public static TheoryData<string, string, string> BadSettings => new()
    {
        { "Jwt__SigningKey", "", ShortKey },
        { "Jwt__SigningKey", "only-31-bytes-are-not-enough-00", ShortKey },
        { "Jwt__SigningKey", "a-signing-key-that-only-the-tests-know-4711", ExampleKey },
        { "Jwt__SigningKey", "this-is-my-Super.Secret-key-for-tokens", ExampleKey },
        { "Jwt__SigningKey", new string('x', 64), ExampleKey },
        { "Jwt__AcceptedKeys__0", "short", ShortKey },
        { "Jwt__AcceptedKeys__0", "change-me-change-me-change-me-change-me", ExampleKey },
        { "Cors__Origins__1", "*", AnyOrigin },
        { "Cors__Origins__0", "null", AnyOrigin },
        { "Admin__Password", "admin", DefaultPassword },
        { "Admin__Password", "Passw0rd!", DefaultPassword },
        { "ConnectionStrings__primetask", Plain, $"{NoTls}primetask{TlsRemedy}" },
        { "ConnectionStrings__primetask", Plain + ";SSL Mode=Prefer", $"{NoTls}primetask{TlsRemedy}" },
        { "ConnectionStrings__primetask", "no connection string", $"{NoTls}primetask{TlsRemedy}" },
        { "ConnectionStrings__primetask-session", Plain, $"{NoTls}primetask-session{TlsRemedy}" },
        { "ConnectionStrings__primetask-readonly", Plain + ";SSL Mode=Disable", $"{NoTls}primetask-readonly{TlsRemedy}" },
        { "Mail__Tls", "none", PlainMail },
        { "TrustedProxies", "0.0.0.0/0", $"{Believed}0.0.0.0/0{ProxyRemedy}" },
        { "TrustedProxies", "127.0.0.1, ::/0", $"{Believed}::/0{ProxyRemedy}" },
        { "TrustedProxies", "0.0.0.0/1,128.0.0.0/1", $"{Believed}0.0.0.0/1{ProxyRemedy}" },
        { "TrustedProxies", "::ffff:0:0/96", $"{Believed}::ffff:0:0/96{ProxyRemedy}" },
        { "TrustedProxies", "2000::/3", $"{Believed}2000::/3{ProxyRemedy}" },
        { "TrustedProxies", "nginx", $"The setting TrustedProxies names 'nginx', which is neither an address nor a network such as 10.0.0.0/8{ProxyRemedy}" },
        { "AllowedHosts", "", AnyHost },
        { "AllowedHosts", "*", AnyHost },
        { "AllowedHosts", "tasks.example;*:443", AnyHost },
    };

    /// <summary>One for each item.</summary>
    public static TheoryData<string, string, string> BadItems => [.. BadSettings.DistinctBy(row => row.Data.Item3.Split(':')[^1]).Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void Check_ABadSetting_RefusesItAlone(string name, string value, string sentence) => Assert.Equal([sentence], RefusalsOf((name, value)));

    [Fact]
    public void Check_GoodSettings_RefusesNothing() => Assert.Empty(RefusalsOf());

    [Theory]
    [MemberData(nameof(BadItems))]
    public async Task Start_ABadItem_IsRefusedWithItsSentence(string name, string value, string sentence)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync([], "", [.. _good, (name, value)]);

        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, output.Trim());
    }

    [Fact]
    public async Task Start_EverythingBad_NamesAllAtOnce_AndCheckToo()
    {
        var bad = BadItems.Select(row => (Name: row.Data.Item1, Value: row.Data.Item2)).ToArray();
        var sentences = BadItems.Select(row => row.Data.Item3).ToArray();
        Assert.Equal(ProductionChecklist.All.Length, sentences.Length);

        var start = await ServiceProcess.CommandAsync([], "", [.. _good, .. bad]);
        var check = await ServiceProcess.CommandAsync(["check"], "", [.. _good, .. bad]);

        Assert.Equal((1, 1), (start.ExitCode, check.ExitCode));
        Assert.Equal(sentences, LinesOf(start.Output));
        Assert.Equal(ProductionChecklist.All.Zip(sentences, (item, sentence) => $"{"refused",-20}{item.Name,-21}{sentence}"), LinesOf(check.Output));
    }

    [Fact]
    public async Task Check_WithoutTls_CanBeAllowedExplicitly()
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(
            ["check"], "", [.. _good, ("ConnectionStrings__primetask", Plain), ("Database__AllowWithoutTls", "true"), ("Mail__Tls", "None"), ("Mail__AllowWithoutTls", "true")]);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "ok                  Signing keys",
                "ok                  Allowed origins",
                "ok                  Admin password",
                $"allowed explicitly  TLS to the database  {NoTls}primetask', and Database:AllowWithoutTls is true.",
                "allowed explicitly  Mail                 Mail would be sent without TLS, because Mail:Tls is None, and Mail:AllowWithoutTls is true.",
                "ok                  Trusted proxies",
                "ok                  Allowed hosts",
            ],
            LinesOf(output));
    }

    [Fact]
    public async Task Check_SettingsThatServicesCannotBeMadeWith_PrintsTheList()
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(
            ["check"], "", [.. _good, ("ConnectionStrings__primetask", ""), ("ConnectionStrings__cache", ""), ("Jwt__AccessLifetime", "never"), ("TrustedProxies", "nginx")]);

        Assert.Equal(1, exitCode);
        Assert.Equal(ProductionChecklist.All.Length, LinesOf(output).Length);
    }

    [Theory]
    [InlineData("Admin__Password", "admin", DefaultPassword)]
    [InlineData("ConnectionStrings__primetask", Plain, $"{NoTls}primetask{TlsRemedy}")]
    public async Task Migrate_ABadItem_IsRefused_AndWhatOnlyServersHaveIsNotAskedFor(string name, string value, string sentence)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", [.. _good, ("Jwt__SigningKey", ""), ("AllowedHosts", ""), (name, value)]);

        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, output.Trim());
    }

    [Fact]
    public async Task Start_TheWebServer_NamesItsOwnItems()
    {
        var (exitCode, output) = await ServiceProcess.EndedWebAsync(("TrustedProxies", "0.0.0.0/0"), ("AllowedHosts", "*"));

        Assert.Equal(1, exitCode);
        Assert.Equal([$"{Believed}0.0.0.0/0{ProxyRemedy}", AnyHost], LinesOf(output));
    }

    [Fact]
    public async Task Start_GoodSettings_ServesTheNamedHostsAndRefusesOthersLikeAllFailures()
    {
        await using var api = await ServiceProcess.StartApiAsync(_good);

        var named = await RawRequest.SendAsync(api.Address, "GET /alive HTTP/1.1\nHost: tasks.example", "");
        var other = await RawRequest.SendAsync(api.Address, "GET /alive HTTP/1.1\nHost: elsewhere.example", "");

        Assert.StartsWith("HTTP/1.1 200 ", named);
        Assert.StartsWith("HTTP/1.1 400 ", other);
        Assert.Contains("\"message\":\"Malformed request\"", other);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("PrimeTask.http")]
    [InlineData("postman_collection.json")]
    [InlineData("PrimeTask.Tests/OpenApi/openapi.json")]
    public void Passwords_OfTheDocuments_AreRefused(string file)
    {
        var passwords = DocumentedPassword().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.NotEmpty(passwords);
        Assert.All(passwords, password => Assert.Equal([DefaultPassword], RefusalsOf(("Admin__Password", password))));
    }

    /// <summary>What is refused when these settings are in place of the good ones.</summary>
    private static IEnumerable<string> RefusalsOf(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in _good.Concat(settings))
            configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        return ProductionChecklist.All.Select(item => item.Check(configuration)).Where(result => result.State == ChecklistState.Refused).Select(result => result.Sentence);
    }

    private static string[] LinesOf(string output) => output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Of a member that holds one: a text that is no sentence and no variable.</summary>
    [GeneratedRegex("""password[a-z_]*\\?" *: *\\?"([^"\\{} ]+)[\\"]""")]
    private static partial Regex DocumentedPassword();
}
