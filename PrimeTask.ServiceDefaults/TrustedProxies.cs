using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Which proxies are believed when they say, in <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c>, who called them and at what address: those that the
/// setting <c>TrustedProxies</c> names by address or network, separated by commas. Nobody else is.
/// </summary>
public static class TrustedProxies
{
    private const string Setting = "TrustedProxies";

    /// <param name="builder">Of the service.</param>
    /// <param name="always">Who is believed without being named.</param>
    /// <exception cref="OptionsValidationException">The setting names something else.</exception>
    public static void AddTrustedProxies(this IHostApplicationBuilder builder, params IPNetwork[] always)
    {
        IPNetwork[] trusted = [.. always, .. Read(builder.Configuration[Setting])];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
            // As far back as the proxies are ours; the first stranger is the caller.
            options.ForwardLimit = null;
        });
    }

    private static IPNetwork[] Read(string? setting) =>
        [.. (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new OptionsValidationException(
            Setting, typeof(ForwardedHeadersOptions), [$"The setting {Setting} names '{text}', which is neither an address nor a network such as 10.0.0.0/8."]);
    }
}
