using Npgsql;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Mail;
using PrimeTask.ApiService.Sessions;

namespace PrimeTask.ApiService.Operations;

/// <summary>What must be right before the API runs in Production; <c>check</c> prints it.</summary>
internal static class ProductionChecklist
{
    private static ChecklistItem MailIsEncrypted { get; } = new(
        "Mail", MailOptions.FindPlainMail, $"set Mail:Tls to StartTls or Implicit, or allow it by {MailOptions.AllowWithoutTls}=true where the server is one of your own",
        Permission: MailOptions.AllowWithoutTls, Remark: MailOptions.SayWhenOff);

    /// <summary>Of every command that opens the database.</summary>
    public static ChecklistItem[] OfCommands { get; } =
    [
        new("Admin password", FindAdminPassword, "set Admin:Password to a random text, such as the output of 'openssl rand -base64 18'"),
        new(
            "TLS to the database", FindPlainDatabase, "add 'SSL Mode=VerifyFull' to it, or allow it by Database:AllowWithoutTls=true where nobody else is on the way",
            Permission: "Database:AllowWithoutTls"),
    ];

    public static ChecklistItem[] OfWorker { get; } = [.. OfCommands, MailIsEncrypted];

    public static ChecklistItem[] All { get; } =
    [
        new("Signing keys", FindSigningKey, "set Jwt:SigningKey to a random text, such as the output of 'openssl rand -base64 48'"),
        new("Allowed origins", FindAnyOrigin, "name in Cors:Origins the origins of the pages that may call the API"),
        .. OfWorker,
        Checklist.ProxiesAreNamed,
        Checklist.HostsAreNamed,
    ];

    /// <summary>Words of the keys in examples, without what is neither letter nor digit.</summary>
    private static readonly string[] _exampleKeys =
        ["changeme", "changethis", "replaceme", "example", "placeholder", "yoursecret", "mysecret", "supersecret", "secretkey", "256bitsecret", "onlythetestsknow"];

    /// <summary>What is tried first, and what PrimeTask's own documents show; compared without what is neither letter nor digit.</summary>
    private static readonly string[] _defaultPasswords =
    [
        "admin", "admin123", "adminadmin", "administrator", "changeme", "default", "guest", "letmein", "passw0rd", "password", "password1", "password123", "postgres",
        "primetask", "qwerty", "root", "secret", "test", "toor", "welcome", "123456", "12345678", "123456789", "1234567890",
        "aquietharbour88", "awindyharbour99", "correcthorsebattery", "correcthorsebatterystaple",
    ];

    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(IConfiguration configuration)
    {
        var results = All.Select(item => (item.Name, Result: item.Check(configuration))).ToArray();
        foreach (var (name, (state, sentence)) in results)
        {
            var word = state switch
            {
                ChecklistState.Ok => "ok",
                ChecklistState.Allowed => "allowed explicitly",
                _ => "refused",
            };
            await Console.Out.WriteLineAsync($"{word,-20}{name,-21}{sentence}".TrimEnd());
        }

        return results.Any(item => item.Result.State == ChecklistState.Refused) ? 1 : 0;
    }

    private static string? FindSigningKey(IConfiguration configuration)
    {
        var section = configuration.GetSection(JwtOptions.Section);
        var jwt = new JwtOptions
        {
            SigningKey = section[nameof(JwtOptions.SigningKey)],
            AcceptedKeys = [.. section.GetSection(nameof(JwtOptions.AcceptedKeys)).GetChildren().Select(key => key.Value ?? "")],
        };
        if (jwt.HasShortKey())
            return JwtOptions.ShortKey;
        return jwt.Secrets().Any(IsExampleKey) ? "A signing key of the tokens is an example that everybody knows" : null;
    }

    private static bool IsExampleKey(string key) =>
        key.Distinct().Count() < 8 || Array.Exists(_exampleKeys, word => Plain(key).Contains(word, StringComparison.Ordinal));

    /// <summary>"null" is the origin of every page in a sandbox.</summary>
    private static string? FindAnyOrigin(IConfiguration configuration) =>
        configuration.GetSection(Pipeline.Origins).GetChildren().Any(origin => origin.Value is "*" or "null") ? "CORS allows any origin" : null;

    private static string? FindAdminPassword(IConfiguration configuration) =>
        _defaultPasswords.Contains(Plain(configuration[OperatorAccounts.FirstAdminPassword] ?? "")) ? "The password of the first admin is a default that everybody knows" : null;

    private static string? FindPlainDatabase(IConfiguration configuration)
    {
        var plain = Database.ConnectionNames.Where(name => configuration.GetConnectionString(name) is { Length: > 0 } connection && !DemandsTls(connection)).ToArray();
        return plain.Length == 0 ? null : $"The database would be spoken to without TLS, which is not demanded by the connection string '{string.Join("' and '", plain)}'";
    }

    private static bool DemandsTls(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).SslMode >= SslMode.Require;
        }
        catch (ArgumentException)
        {
            // It cannot be read, so it demands nothing.
            return false;
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
