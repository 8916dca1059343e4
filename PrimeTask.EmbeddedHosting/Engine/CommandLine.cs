using Microsoft.Extensions.Configuration;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Checks the command line: a misspelt setting must not be ignored silently.</summary>
internal static class CommandLine
{
    /// <summary>A setting is known when <c>appsettings.json</c> has it or the engine reads it.</summary>
    /// <exception cref="DistributedApplicationException">An argument is no setting, or an unknown one.</exception>
    internal static void RejectUnknownSettings(string[] args, IConfiguration appSettings)
    {
        var known = Known(appSettings);
        foreach (var name in NamesIn(args))
        {
            if (!name.StartsWith("Parameters:", StringComparison.OrdinalIgnoreCase) && !known.Contains(name))
                throw new DistributedApplicationException($"There is no setting '{name}'. The settings are: {string.Join(", ", known)}.");
        }
    }

    /// <summary>Prints the settings with their defaults when the command line asks for help.</summary>
    /// <returns>Whether it did.</returns>
    internal static bool ShowHelp(string[] args, IConfiguration appSettings)
    {
        if (!args.Any(argument => argument is "--help" or "-h" or "-?"))
            return false;
        Console.WriteLine("Settings, as --Name=value, as environment variables (__ for :), or in appsettings.json:");
        foreach (var name in Known(appSettings))
            Console.WriteLine($"  --{name,-26} {appSettings[name] ?? EngineSettings.DefaultOf(name)}");
        return true;
    }

    internal static SortedSet<string> Known(IConfiguration appSettings) =>
        new(appSettings.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).Concat(EngineSettings.Names),
            StringComparer.OrdinalIgnoreCase);

    // The forms that the configuration system reads: --name=value, --name value, /name=value, name=value.
    private static IEnumerable<string> NamesIn(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : args[i].TrimStart('/');
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 && (name.Length == args[i].Length || ++i == args.Length))
                throw new DistributedApplicationException($"'{args[i >= args.Length ? i - 1 : i]}' is not a setting with a value. Write it as --Name=value.");
            yield return equals < 0 ? name : name[..equals];
        }
    }
}
