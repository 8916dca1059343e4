using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>A real SMTP server on the loopback address, which keeps what it is given, and can be away.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string Username = "primetask";
    public const string Password = "only-the-tests-know-1729";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentDictionary<string, SmtpResponse> _refusals = new(StringComparer.OrdinalIgnoreCase);
    private readonly X509Certificate2? _certificate;
    private readonly bool _hesitates;
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private MailServer(X509Certificate2? certificate, bool hesitates) => (_certificate, _hesitates) = (certificate, hesitates);

    public int Port { get; } = FreePort.Take();

    /// <summary>All that was taken, in its order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <param name="certificate">With one it offers STARTTLS, and takes mail only over TLS and from who signs in.</param>
    /// <param name="hesitates">It takes mail, and does not say so.</param>
    public static MailServer Start(X509Certificate2? certificate = null, bool hesitates = false)
    {
        var server = new MailServer(certificate, hesitates);
        server.Listen();
        return server;
    }

    public void Listen()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
                if (_certificate is not null)
                    endpoint.Certificate(_certificate).AuthenticationRequired().AllowUnsecureAuthentication(false);
            })
            .Build();
        var services = new ServiceProvider();
        services.Add(new Store(_received, _hesitates));
        services.Add((IMailboxFilter)new Filter(_refusals));
        services.Add(new Authenticator());
        _stop = new CancellationTokenSource();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>Refuses mail for this address; null takes it again.</summary>
    public void Refuse(string address, SmtpResponse? response)
    {
        if (response is null)
            _refusals.TryRemove(address, out _);
        else
            _refusals[address] = response;
    }

    /// <summary>Waits until so many mails have come for this address.</summary>
    /// <returns>The last of them.</returns>
    public async Task<ReceivedMail> WaitAsync(string address, string subject, int count = 1)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            var found = Of(address, subject);
            if (found.Length >= count)
                return found[count - 1];
            Assert.True(watch.Elapsed < _patience, $"Mail '{subject}' number {count} for {address} did not come. What came: {string.Join("; ", Received.Select(mail => $"{mail.Recipient} {mail.Message.Subject}"))}");
        }
    }

    public ReceivedMail[] Of(string address, string subject) =>
        [.. Received.Where(mail => mail.Recipient == address && mail.Message.Subject == subject)];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var mail in _received)
            mail.Message.Dispose();
    }

    private sealed class Store(ConcurrentQueue<ReceivedMail> received, bool hesitates) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var bytes = buffer.ToArray();
            using var stream = new MemoryStream(bytes);
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            received.Enqueue(new(transaction.To.Single().AsAddress(), message, Encoding.UTF8.GetString(bytes), context.Pipe.IsSecure, context.Authentication.User));
            if (hesitates)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(ConcurrentDictionary<string, SmtpResponse> refusals) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            refusals.TryGetValue(to.AsAddress(), out var response) ? throw new SmtpResponseException(response) : Task.FromResult(true);
    }

    private sealed class Authenticator : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (Username, Password));
    }
}

/// <param name="Recipient">Of the envelope.</param>
/// <param name="Message">As a mail program reads it.</param>
/// <param name="Raw">As it came.</param>
/// <param name="Encrypted">Whether it came over TLS.</param>
/// <param name="Sender">Who had signed in; empty for nobody.</param>
internal sealed record ReceivedMail(string Recipient, MimeMessage Message, string Raw, bool Encrypted, string? Sender)
{
    public string Text => (Message.TextBody ?? "").ReplaceLineEndings("\n");

    public string Html => Message.HtmlBody ?? "";

    /// <summary>The one link, which both forms of the mail have.</summary>
    public Uri Link()
    {
        var text = new Uri(Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)));
        Assert.Contains($"href=\"{text.AbsoluteUri}\"", WebUtility.HtmlDecode(Html), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The token of the link.</summary>
    public string Token()
    {
        Assert.StartsWith("#token=", Link().Fragment, StringComparison.Ordinal);
        return Link().Fragment["#token=".Length..];
    }
}
