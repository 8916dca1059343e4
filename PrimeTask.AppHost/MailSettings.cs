using Microsoft.Extensions.Configuration;

namespace PrimeTask.AppHost;

/// <summary>How the worker sends mail; it checks them itself. Without a host there is none.</summary>
internal sealed record MailSettings(string Host, string Port, string Tls, string Username, string From, string PublicAddress)
{
    internal static MailSettings Read(IConfiguration configuration)
    {
        return new(Of("Host"), Of("Port"), Of("Tls"), Of("Username"), Of("From"), Of("PublicAddress"));

        string Of(string name) => configuration[$"Mail:{name}"] ?? "";
    }

    internal static IResourceBuilder<ParameterResource> AddPassword(IDistributedApplicationBuilder builder) =>
        builder.AddParameter("mail-password", builder.Configuration["Parameters:mail-password"] ?? "", secret: true);
}
