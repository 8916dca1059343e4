using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrimeTask.ApiService.Http;

/// <summary>A place in an ordered list: right after the item with this sort key and id. To callers it is opaque.</summary>
/// <param name="Key">The item's value in the list's order.</param>
/// <param name="Id">Breaks ties between equal keys.</param>
public sealed record Cursor(string Key, long Id)
{
    public const string Parameter = "cursor";
    public const int MaxLength = 2000;
    public const string Invalid = "This is no cursor of this query. Use next_cursor of an answer with the same filters and ordering.";

    private const char Separator = '|';

    /// <param name="query">Filters and order of the list: a cursor is good for these only.</param>
    public string Write(string query) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Digest(query)}{Separator}{Id}{Separator}{Key}")));

    /// <returns>Null for what is no cursor, or one of another query.</returns>
    public static Cursor? Read(string text, string query)
    {
        if (!Base64Url.IsValid(text))
            return null;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        return parts.Length == 3 && parts[0] == Digest(query)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Cursor(parts[2], id)
            : null;
    }

    private static string Digest(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 8));
}
