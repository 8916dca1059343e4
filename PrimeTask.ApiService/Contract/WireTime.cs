using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PrimeTask.ApiService.Contract;

/// <summary>Times as the API reads and writes them: RFC 3339, in UTC with <c>Z</c> on the way out.</summary>
public static partial class WireTime
{
    public const string Invalid = "Enter a valid date and time.";
    public const string InvalidDate = "Enter a valid date, as YYYY-MM-DD.";

    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>The current time as Postgres keeps it, so that a response equals what is read later.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>A time without an offset is UTC, a bare date is midnight UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var match = Rfc3339().Match(text);
        if (!match.Success)
            return false;

        var value = match.Groups["date"].Value;
        if (match.Groups["time"].Success)
        {
            // A plus sign that a query did not escape arrives as a space.
            var offset = match.Groups["offset"].Value.ToUpperInvariant().Replace(' ', '+');
            value += $"T{match.Groups["time"].Value}{match.Groups["fraction"].Value}{offset}";
        }

        return DateTimeOffset.TryParseExact(
            value, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    /// <summary>A day of the calendar, without a time or a zone.</summary>
    public static bool TryParseDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Digits after the microseconds are cut: Postgres does not keep them.
    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ](?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2})?)((?<fraction>\.[0-9]{1,6})[0-9]*)?(?<offset>[Zz]|[+\- ][0-9]{2}:[0-9]{2})?)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rfc3339();
}

public sealed class WireTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WireTime.TryParse(reader.GetString() ?? "", out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
}
