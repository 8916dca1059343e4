using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PrimeTask.ApiService.Contract;

/// <summary>Entity tags of RFC 9110, section 8.8.3.</summary>
public static class EntityTags
{
    public static string Of(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

    /// <summary>Whether the header If-Match or If-None-Match names <paramref name="etag"/> or is <c>*</c>.</summary>
    public static bool Match(StringValues header, string etag) =>
        EntityTagHeaderValue.TryParseList(header, out var tags) && tags.Any(tag => tag.Tag == "*" || tag.Tag == etag);
}
