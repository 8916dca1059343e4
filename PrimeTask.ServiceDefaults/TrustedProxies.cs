using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
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

    /// <summary>What is wrong for Production: somebody is believed who can't be a proxy of ours.</summary>
    internal static string? FindProblem(IConfiguration configuration)
    {
        foreach (var text in Split(configuration[Setting]))
        {
            if (Parse(text) is not { } network)
                return Unreadable(text);
            if (IsTooWide(network))
                return $"Forwarded headers would be believed from all of {text}";
        }

        return null;
    }

    private static IPNetwork[] Read(string? setting) => Array.ConvertAll(Split(setting), text => Parse(text)
        ?? throw BadSetting.Refuse(Setting, $"{Unreadable(text)}."));

    private static string[] Split(string? setting) => (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Unreadable(string text) => $"The setting {Setting} names '{text}', which is neither an address nor a network such as 10.0.0.0/8";

    private static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }

    /// <summary>Wider than the widest network that one operator has: 10.0.0.0/8, a provider's /32 of IPv6, or what never leaves the site.</summary>
    private static bool IsTooWide(IPNetwork network)
    {
        var address = network.BaseAddress;
        var least = address.IsIPv4MappedToIPv6 ? 96 + 8
            : address.IsIPv6UniqueLocal ? 7
            : address.IsIPv6LinkLocal ? 10
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? 32 : 8;
        return network.PrefixLength < least;
    }
}
