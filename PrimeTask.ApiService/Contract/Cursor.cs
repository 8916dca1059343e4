using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrimeTask.ApiService.Contract;

/// <summary>A place in an ordered list: right after the item with this sort key and id. To callers it is opaque.</summary>
/// <param name="Key">The item's value in the list's order.</param>
/// <param name="Id">Breaks ties between equal keys.</param>
public sealed record Cursor(string Key, long Id)
{
    public const string Parameter = "cursor";
    public const int MaxLength = 2000;
    public const string Invalid = "This is no cursor of this query. Use next_cursor of a response with the same filters and ordering.";

    private const char Separator = '|';

    /// <param name="query">Filters and order of the list: a cursor is good for these only.</param>
    public string Write(string query) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Check(query)}{Separator}{Id}{Separator}{Key}")));

    /// <returns>Null for what is no cursor, for a part of one, and for one of another query.</returns>
    public static Cursor? Read(string text, string query)
    {
        if (!Base64Url.IsValid(text))
            return null;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        if (parts.Length != 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var cursor = new Cursor(parts[2], id);
        return cursor.Check(query) == parts[0] ? cursor : null;
    }

    /// <summary>Of the whole cursor: one that lost its end would otherwise be a place in the same list, and a walk would end early.</summary>
    private string Check(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{query}{Separator}{Id}{Separator}{Key}"))).AsSpan(0, 8));
}
