using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace PrimeTask.ApiService.Http;

/// <summary>One page of a list; <c>next</c> and <c>previous</c> are absolute addresses that keep the other parameters.</summary>
public sealed record Page<T>(int Count, string? Next, string? Previous, IReadOnlyList<T> Results)
{
    /// <summary>For the parameter <c>cursor</c>, on lists that have it: left out when nothing follows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }

    /// <summary>True where there are more than <c>count</c> says, because counting them all would cost too much; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountIsMinimum { get; init; }
}

/// <summary>How many items a list has, or how many at least.</summary>
public readonly record struct PageCount(int Count, bool IsMinimum)
{
    /// <summary>What nothing but reading every item can tell is counted up to here: so it costs the same however many there are.</summary>
    public const int Most = 1000;

    public static PageCount Exact(int count) => new(count, false);

    public static async Task<PageCount> UpToMostAsync<T>(IQueryable<T> items, CancellationToken cancellationToken)
    {
        var count = await items.Take(Most + 1).CountAsync(cancellationToken);
        return new PageCount(Math.Min(count, Most), count > Most);
    }
}

/// <summary>Which page a caller wants.</summary>
public sealed record PageRequest(int Number, int Size)
{
    public const string NumberParameter = "page";

    private const string SizeParameter = "page_size";
    private const int DefaultSize = 20;
    private const int MaxSize = 100;

    /// <summary>Keeps the offset of the last possible page inside an int.</summary>
    private const int MaxNumber = int.MaxValue / MaxSize;

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new(NumberParameter, "Number of the page, from 1.", "1") { Range = (1, MaxNumber) },
        new(SizeParameter, $"Items on a page, 1 to {MaxSize}; {DefaultSize} if left out.", "20") { Range = (1, MaxSize) },
    ];

    public static PageRequest Read(QueryReader query) => new(
        (int)(query.Number(NumberParameter, 1, MaxNumber) ?? 1),
        (int)(query.Number(SizeParameter, 1, MaxSize) ?? DefaultSize));

    /// <summary>Null for a page past the end; the first page of an empty list is not.</summary>
    public Task<Page<T>?> TakeAsync<T>(IQueryable<T> ordered, HttpRequest request, CancellationToken cancellationToken) =>
        TakeAsync(ordered, () => PageCount.UpToMostAsync(ordered, cancellationToken), request, _ => null, cancellationToken);

    /// <inheritdoc cref="TakeAsync{T}(IQueryable{T}, HttpRequest, CancellationToken)"/>
    public async Task<Page<T>?> TakeAsync<T>(
        IQueryable<T> ordered, Func<Task<PageCount>> countAsync, HttpRequest request, Func<T, string?> cursorAt, CancellationToken cancellationToken)
    {
        var count = await countAsync();
        var skip = (Number - 1) * Size;
        if (skip >= count.Count && !count.IsMinimum && Number > 1)
            return null;

        var (results, more) = await TakeAsync(ordered.Skip(skip), cancellationToken);
        if (count.IsMinimum && results.Count == 0)
            return null;

        return new Page<T>(
            count.Count,
            more ? Address(request, NumberParameter, Write(Number + 1)) : null,
            Number > 1 ? Address(request, NumberParameter, Write(Number - 1)) : null,
            results)
        {
            NextCursor = more ? cursorAt(results[^1]) : null,
            CountIsMinimum = count.IsMinimum,
        };
    }

    /// <summary>The first of <paramref name="rest"/>, which is what follows a cursor in the whole list that <paramref name="countAsync"/> counts.</summary>
    public async Task<Page<T>> TakeAfterAsync<T>(
        IQueryable<T> rest, Func<Task<PageCount>> countAsync, HttpRequest request, Func<T, string> cursorAt, CancellationToken cancellationToken)
    {
        var count = await countAsync();
        var (results, more) = await TakeAsync(rest, cancellationToken);
        var next = more ? cursorAt(results[^1]) : null;
        return new Page<T>(count.Count, next is null ? null : Address(request, Cursor.Parameter, next), null, results)
        {
            NextCursor = next,
            CountIsMinimum = count.IsMinimum,
        };
    }

    /// <summary>One more than is shown is read: a count can be out of date when the items are read, and would then hide that more follow.</summary>
    private async Task<(List<T> Results, bool More)> TakeAsync<T>(IQueryable<T> ordered, CancellationToken cancellationToken)
    {
        var results = await ordered.Take(Size + 1).ToListAsync(cancellationToken);
        var more = results.Count > Size;
        if (more)
            results.RemoveAt(Size);
        return (results, more);
    }

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Address(HttpRequest request, string name, string value)
    {
        var query = request.Query.Where(parameter => parameter.Key is not (NumberParameter or Cursor.Parameter)).Append(new(name, value));
        var path = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path);
        return QueryHelpers.AddQueryString(path, query);
    }
}
