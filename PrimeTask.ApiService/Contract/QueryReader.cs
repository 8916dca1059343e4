using System.Globalization;

namespace PrimeTask.ApiService.Contract;

/// <summary>Declares a parameter of a query. What <see cref="QueryReader"/> accepts and the API's documentation follow from it.</summary>
public sealed record QueryParameter(string Name, string Description, string Example)
{
    /// <summary>The values it can have; null for any. With a <see cref="Range"/>: beside the numbers.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Several values with commas between them.</summary>
    public bool Several { get; init; }

    /// <summary>Smallest and largest whole number; null for what is no number.</summary>
    public (long Min, long Max)? Range { get; init; }

    /// <summary>Of one value, in characters.</summary>
    public int MaxLength { get; init; } = 200;

    public string? Format { get; init; }

    public static QueryParameter Choices<T>(string name, string description, string example)
        where T : struct, Enum =>
        new(name, description, example) { Allowed = [.. Contract.Choices.Names<T>()], Several = true };

    public static QueryParameter Flag(string name, string description) => new(name, description, "true") { Allowed = ["true", "false"] };

    public static QueryParameter Id(string name, string description, string example) => new(name, description, example) { Range = (1, long.MaxValue) };

    public static QueryParameter Time(string name, string description, string example) => new(name, description, example) { Format = "date-time" };
}

/// <summary>Reads a query strictly: an unknown parameter or value is an error that lists what is allowed, never an unfiltered response.</summary>
public sealed class QueryReader
{
    private readonly IQueryCollection _query;
    private readonly Dictionary<string, QueryParameter> _parameters;

    public QueryReader(IQueryCollection query, IEnumerable<QueryParameter> parameters)
    {
        _query = query;
        _parameters = parameters.ToDictionary(parameter => parameter.Name);
        foreach (var name in query.Keys.Where(name => !_parameters.ContainsKey(name)))
            Errors.Add(name, $"Unknown parameter. Allowed: {(_parameters.Count == 0 ? "none" : string.Join(", ", _parameters.Keys))}.");
    }

    public FieldErrors Errors { get; } = [];

    public bool Has(string name) => _query.ContainsKey(name);

    public string? Text(string name)
    {
        if (!_query.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            Errors.Add(name, "Give this parameter only once.");
        var text = WireText.Normalize(values[0] ?? "");
        // Of several values, each is looked at where it is read.
        if (!_parameters[name].Several)
            Errors.CheckCharacters(name, text, _parameters[name].MaxLength);
        return text;
    }

    /// <summary>One or several wire names, separated by commas.</summary>
    /// <param name="name">Of the parameter.</param>
    /// <param name="groups">Names of several at once.</param>
    public T[] Many<T>(string name, IReadOnlyDictionary<string, T[]>? groups = null)
        where T : struct, Enum
    {
        if (!_query.TryGetValue(name, out var values))
            return [];

        var choices = new HashSet<T>();
        foreach (var value in values.ToString().Split(','))
        {
            if (Choices.TryParse<T>(value.Trim(), out var choice))
                choices.Add(choice);
            else if (groups?.TryGetValue(value.Trim(), out var group) == true)
                choices.UnionWith(group);
            else if (!Errors.Has(name))
                Errors.Add(name, Choices.Invalid(_parameters[name].Allowed!));
        }

        return [.. choices];
    }

    /// <summary>One or several texts, separated by commas; none where the parameter is missing.</summary>
    public IReadOnlyList<string> Several(string name) => Text(name) is { } text ? [.. text.Split(',').Select(part => part.Trim())] : [];

    public bool? Flag(string name) => Choice(name) is { } value ? value == "true" : null;

    public DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        var text when WireTime.TryParse(text, out var time) => time,
        _ => Refuse<DateTimeOffset>(name, WireTime.Invalid),
    };

    public long? Number(string name) => Text(name) is { } text ? Number(name, text) : null;

    /// <param name="name">Of the parameter.</param>
    /// <param name="text">One of its values.</param>
    public long? Number(string name, string text)
    {
        var (min, max) = _parameters[name].Range!.Value;
        return text switch
        {
            _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
            _ => Refuse<long>(name, $"Enter a whole number from {min} to {max}{(_parameters[name].Allowed is { } allowed ? $", or {string.Join(", ", allowed)}" : "")}."),
        };
    }

    /// <returns>Null also for what is not allowed.</returns>
    public T? One<T>(string name)
        where T : struct, Enum => Choice(name) is { } value ? Choices.Parse<T>(value) : null;

    /// <returns>Null also for what is not allowed.</returns>
    public string? Choice(string name)
    {
        var (value, allowed) = (Text(name), _parameters[name].Allowed!);
        if (value is null || allowed.Contains(value))
            return value;
        Errors.Add(name, Choices.Invalid(allowed));
        return null;
    }

    public T? Refuse<T>(string name, string sentence)
        where T : struct
    {
        Errors.Add(name, sentence);
        return null;
    }
}
