using Spectre.Console;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>What a person sees in the terminal.</summary>
internal sealed class ConsoleOutput
{
    private static readonly Color[] _colours = [Color.Teal, Color.Purple, Color.Olive, Color.Blue, Color.Green, Color.Fuchsia];

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console = Create();
    private readonly List<string> _names = [];
    private int _nameWidth;

    internal static void Fail(DistributedApplicationException exception) => Fail(exception, exception.LogTail);

    /// <summary>One sentence, then the last lines of the log of what failed.</summary>
    internal static void Fail(Exception exception, IReadOnlyList<string> logTail)
    {
        Console.Error.WriteLine(exception.Message);
        foreach (var line in logTail)
            Console.Error.WriteLine($"    {line}");
    }

    internal void AddNames(IEnumerable<string> names)
    {
        _names.AddRange(names);
        _nameWidth = _names.Max(name => name.Length);
    }

    internal void Log(string name, string line)
    {
        var colour = _colours[Math.Max(0, _names.IndexOf(name)) % _colours.Length];
        lock (_gate)
        {
            _console.Write(new Text(name.PadRight(_nameWidth), new Style(colour)));
            // Not through the layout engine: it would wrap long lines and slow busy logs down.
            _console.Profile.Out.Writer.WriteLine($" | {line}");
        }
    }

    internal void Say(string line)
    {
        lock (_gate)
            _console.WriteLine(line);
    }

    internal void ShowResources(IEnumerable<ResourceView> resources)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Resource", "Type", "State", "Health", "Address");
        foreach (var resource in resources)
            table.AddRow(Markup.Escape(resource.Name), resource.Type, resource.State, resource.Health ?? "", string.Join('\n', resource.Urls));
        lock (_gate)
            _console.Write(table);
    }

    /// <summary>Shows values that were made for a person. It does so once; they are masked everywhere else.</summary>
    internal void ShowGenerated(IReadOnlyList<ParameterResource> parameters, string secretsFile)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Made for you at this first start, shown only now").AddColumns("Parameter", "What it is", "Value");
        foreach (var parameter in parameters)
            table.AddRow(Markup.Escape(parameter.Name), Markup.Escape(parameter.Description ?? ""), Markup.Escape(parameter.Value));
        lock (_gate)
        {
            _console.Write(table);
            _console.WriteLine($"Kept in {secretsFile}, which only its owner can read.");
        }
    }

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
            console.Profile.Width = 200; // No terminal to fit into: tables must not be broken at the default of 80.
        return console;
    }
}
