using NodaTime;

namespace PrimeTask.ApiService.Contract;

/// <summary>The names of time zones, as IANA has them.</summary>
public static class TimeZones
{
    public const string Utc = "UTC";
    public const string Example = "Asia/Kolkata";
    public const string Unknown = $"Unknown time zone. Give an IANA name, for example {Example}.";

    /// <summary>Of a column, in characters. The longest name has 32.</summary>
    public const int MaxLength = 64;

    private static readonly HashSet<string> _names = new(DateTimeZoneProviders.Tzdb.Ids, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => _names;

    public static bool IsKnown(string name) => _names.Contains(name);

    /// <returns>Null where the query names none.</returns>
    public static string? TimeZone(this QueryReader query, string parameter)
    {
        var name = query.Text(parameter);
        if (name is null || IsKnown(name))
            return name;
        query.Errors.Add(parameter, Unknown);
        return null;
    }
}

/// <summary>A time zone that the API knows.</summary>
public sealed class TimeZoneAttribute : TextRuleAttribute
{
    public TimeZoneAttribute()
        : base(int.MaxValue) => Example = TimeZones.Example;

    public override void Check(FieldErrors errors, string field, string sent)
    {
        if (!TimeZones.IsKnown(sent))
            errors.Add(field, TimeZones.Unknown);
    }
}
