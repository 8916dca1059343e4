using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

public enum ChecklistState
{
    Ok,
    Allowed,
    Refused,
}

/// <summary>One thing that must be right before a service runs in Production.</summary>
/// <param name="Name">What is looked at, in a few words.</param>
/// <param name="FindProblem">What is wrong, as a sentence without its full stop; null when nothing is.</param>
/// <param name="Remedy">How to mend it.</param>
/// <param name="Permission">The setting that allows it all the same when it is true; null when nothing does.</param>
/// <param name="Remark">What is worth saying where nothing is wrong, as a sentence; null for nothing.</param>
public sealed record ChecklistItem(string Name, Func<IConfiguration, string?> FindProblem, string Remedy, string? Permission = null, Func<IConfiguration, string?>? Remark = null)
{
    /// <returns>The state, and what there is to say about it.</returns>
    public (ChecklistState State, string Sentence) Check(IConfiguration configuration)
    {
        if (FindProblem(configuration) is not { } problem)
            return (ChecklistState.Ok, Remark?.Invoke(configuration) ?? "");
        return Permission is not null && string.Equals(configuration[Permission], "true", StringComparison.OrdinalIgnoreCase)
            ? (ChecklistState.Allowed, $"{problem}, and {Permission} is true.")
            : (ChecklistState.Refused, $"{problem}: {Remedy}.");
    }
}

/// <summary>What concerns every service, and the refusal to start.</summary>
public static class Checklist
{
    public static ChecklistItem ProxiesAreNamed { get; } = new(
        "Trusted proxies", TrustedProxies.FindProblem, "name in TrustedProxies the addresses or networks of your own proxies and of nobody else");

    public static ChecklistItem HostsAreNamed { get; } = new(
        "Allowed hosts",
        configuration => HostsOf(configuration["AllowedHosts"]) is { Length: > 0 } hosts && !hosts.Any(IsAnyHost) ? null : "AllowedHosts is empty or allows any host",
        "name in AllowedHosts the hosts that this service is called by, separated by semicolons");

    /// <summary>Lets nothing start in Production that the items refuse.</summary>
    /// <exception cref="OptionsValidationException">Its failures are the sentences of all that are refused.</exception>
    public static void MustPass(this IHostApplicationBuilder builder, params IEnumerable<ChecklistItem> items)
    {
        if (!builder.Environment.IsProduction())
            return;
        var refusals = items.Select(item => item.Check(builder.Configuration)).Where(result => result.State == ChecklistState.Refused).ToArray();
        if (refusals.Length > 0)
            throw new OptionsValidationException(nameof(Checklist), typeof(ChecklistItem), refusals.Select(refusal => refusal.Sentence));
    }

    private static string[] HostsOf(string? setting) => (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As the framework's host filter understands it.</summary>
    private static bool IsAnyHost(string host) => new HostString(host).Host is "*" or "[::]" or "0.0.0.0";
}
