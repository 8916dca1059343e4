using System.Globalization;

namespace PrimeTask.ApiService.Contract;

/// <summary>Describes a parameter of a query for <see cref="QueryReader"/> and for the API's documentation.</summary>
public sealed record QueryParameter(string Name, string Description, string Example)
{
    /// <summary>The values it can have; null for any.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Several values with commas between them.</summary>
    public bool Several { get; init; }

    /// <summary>Smallest and largest whole number; null for what is no number.</summary>
    public (long Min, long Max)? Range { get; init; }

    public static QueryParameter Choices<T>(string name, string description, string example)
        where T : struct, Enum =>
        new(name, description, example) { Allowed = [.. Contract.Choices.Names<T>()], Several = true };

    public static QueryParameter Flag(string name, string description) => new(name, description, "true") { Allowed = ["true", "false"] };
}

/// <summary>Reads a query strictly: an unknown parameter or value is an error that lists what is allowed, never an unfiltered answer.</summary>
public sealed class QueryReader
{
    private const int MaxTextLength = 200;

    private readonly IQueryCollection _query;

    public QueryReader(IQueryCollection query, IReadOnlyCollection<QueryParameter> allowed)
    {
        _query = query;
        foreach (var name in query.Keys.Where(name => allowed.All(parameter => parameter.Name != name)))
            Errors.Add(name, $"Unknown parameter. Allowed: {(allowed.Count == 0 ? "none" : string.Join(", ", allowed.Select(parameter => parameter.Name)))}.");
    }

    public FieldErrors Errors { get; } = [];

    public bool Has(string name) => _query.ContainsKey(name);

    public string? Text(string name, int maxLength = MaxTextLength)
    {
        if (!_query.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            Errors.Add(name, "Give this parameter only once.");
        var text = WireText.Normalize(values[0] ?? "");
        Errors.CheckCharacters(name, text, maxLength);
        return text;
    }

    /// <summary>One or several wire names, separated by commas.</summary>
    public T[] Many<T>(string name)
        where T : struct, Enum
    {
        if (!_query.TryGetValue(name, out var values))
            return [];

        var choices = new HashSet<T>();
        foreach (var value in values.ToString().Split(','))
        {
            if (Choices.TryParse<T>(value.Trim(), out var choice))
                choices.Add(choice);
            else if (!Errors.Has(name))
                Errors.Add(name, Choices.Invalid<T>());
        }

        return [.. choices];
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => Refuse<bool>(name, "Invalid choice. Allowed: true, false."),
    };

    public DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        var text when WireTime.TryParse(text, out var time) => time,
        _ => Refuse<DateTimeOffset>(name, WireTime.Invalid),
    };

    public long? Number(string name, long min, long max) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
        _ => Refuse<long>(name, $"Enter a whole number from {min} to {max}."),
    };

    public string Choice(string name, IEnumerable<string> allowed, string fallback)
    {
        var value = Text(name);
        if (value is null || allowed.Contains(value))
            return value ?? fallback;
        Errors.Add(name, $"Invalid choice. Allowed: {string.Join(", ", allowed)}.");
        return fallback;
    }

    public T? Refuse<T>(string name, string sentence)
        where T : struct
    {
        Errors.Add(name, sentence);
        return null;
    }
}
