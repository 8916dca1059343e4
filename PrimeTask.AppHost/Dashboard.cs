using System.Globalization;

namespace PrimeTask.AppHost;

internal static class Dashboard
{
    /// <summary>
    /// The dashboard at <c>http://localhost:&lt;port&gt;</c>, and what it talks to on free ports: all on this machine only and with Aspire's tokens, so that
    /// no certificate has to be trusted. Settings that somebody has made otherwise stay.
    /// </summary>
    internal static void UseDashboard(this IDistributedApplicationBuilder builder, int port)
    {
        builder.Configuration["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        builder.Configuration["AppHost:SuppressDashboardLoginUrlInStartupSummary"] = "true"; // StartSummary shows it, as the last lines.
        builder.Configuration["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] ??= "true";
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ??= "http://localhost:0";
        builder.Configuration["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] ??= "http://localhost:0";
    }
}
