using Microsoft.Extensions.Configuration;

namespace PrimeTask.AppHost;

/// <summary>Checks the command line: a misspelt setting must not be ignored silently.</summary>
internal static class CommandLine
{
    // Of .NET and of Aspire, which have more than can be listed here.
    private static readonly string[] _foreign = ["AppHost:", "ASPIRE_", "ASPNETCORE_", "DcpPublisher:", "DOTNET_", "environment", "Logging:"];

    // Generated when they are not given, and so not in appsettings.json: an empty value there would be one.
    private static readonly string[] _generated = ["Parameters:admin-password", "Parameters:database-api-password", "Parameters:jwt-signing-key"];

    /// <summary>Ends the program after printing the settings with their defaults when the command line asks for help.</summary>
    /// <exception cref="DistributedApplicationException">An argument is no setting, or an unknown one.</exception>
    internal static void Check(string[] args, string appSettings)
    {
        var defaults = new ConfigurationBuilder().AddJsonFile(appSettings).Build();
        var known = new SortedSet<string>(
            defaults.AsEnumerable().Where(pair => pair.Value is not null && !_foreign.Any(prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal))).Select(pair => pair.Key).Concat(_generated),
            StringComparer.OrdinalIgnoreCase);
        if (args.Any(argument => argument is "--help" or "-h" or "-?"))
        {
            Console.WriteLine("Settings, as --Name=value, as environment variables (__ for :), or in appsettings.json:");
            foreach (var name in known)
                Console.WriteLine($"  --{name,-26} {(defaults[name] is { Length: > 0 } value ? value : "(found or generated)")}");
            Environment.Exit(0);
        }

        foreach (var name in NamesIn(args))
        {
            if (!known.Contains(name) && !_foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                throw new DistributedApplicationException($"There is no setting '{name}'. The settings are: {string.Join(", ", known)}.");
        }
    }

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
