using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MailKit.Security;
using MimeKit;

namespace PrimeTask.ApiService.Mail;

/// <summary>How mail is sent. The API needs the host alone, to know whether any is; all the rest is for the worker.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The setting that lets Production send mail without TLS.</summary>
    public const string AllowWithoutTls = $"{Section}:{nameof(AllowWithoutTls)}";

    private const string WithoutTls = "None";

    private static readonly Dictionary<string, SecureSocketOptions> _tls = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StartTls"] = SecureSocketOptions.StartTls,
        ["Implicit"] = SecureSocketOptions.SslOnConnect,
        [WithoutTls] = SecureSocketOptions.None,
    };

    /// <summary>The SMTP server; no mail is sent without one.</summary>
    public string? Host { get; set; }

    public string Port { get; set; } = "587";

    /// <summary><c>StartTls</c> and <c>Implicit</c> (port 465) demand TLS and a valid certificate; <c>None</c> is without.</summary>
    public string Tls { get; set; } = "StartTls";

    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Whom mail comes from: an address, with or without a name before it.</summary>
    public string? From { get; set; }

    /// <summary>Where people reach the web app. Links in mail begin with it, and never with what a request calls this host.</summary>
    public string? PublicAddress { get; set; }

    [MemberNotNullWhen(true, nameof(Host))]
    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    internal int PortNumber => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : 0;

    internal SecureSocketOptions Security => _tls[Tls];

    internal MailboxAddress? Sender => MailboxAddress.TryParse(From, out var sender) && sender.Domain.Length > 0 ? sender : null;

    /// <summary>Not what is wrong with mail: only whether it would be sent in the clear.</summary>
    internal static string? FindPlainMail(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return !string.IsNullOrWhiteSpace(section[nameof(Host)]) && string.Equals(section[nameof(Tls)], WithoutTls, StringComparison.OrdinalIgnoreCase)
            ? "Mail would be sent without TLS, because Mail:Tls is None"
            : null;
    }

    internal static string? SayWhenOff(IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration[$"{Section}:{nameof(Host)}"]) ? "Mail is off, because Mail:Host is not set." : null;

    /// <summary>An address of the web app. What follows the hash sign reaches no server and no log.</summary>
    internal Uri LinkTo(string path, string? token = null) => new(new Uri(PublicAddress!), token is null ? path : $"{path}#token={token}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
            yield break;
        if (PortNumber == 0)
            yield return new("Mail:Port must be a number from 1 to 65535.");
        if (!_tls.ContainsKey(Tls))
            yield return new($"Mail:Tls must be one of {string.Join(", ", _tls.Keys)}.");
        if (string.IsNullOrEmpty(Username) != string.IsNullOrEmpty(Password))
            yield return new("Mail:Username and Mail:Password go together: set both or neither.");
        if (Sender is null)
            yield return new("Mail:From must be the address that mail comes from, such as 'PrimeTask <tasks@example.com>'.");
        if (!IsPublicAddress(PublicAddress))
            yield return new("Mail:PublicAddress must be where people reach the web app, such as 'https://tasks.example.com', without a path; only localhost may go without https.");
    }

    private static bool IsPublicAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
