using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace PrimeTask.ApiService.Contract;

/// <summary>One page of a list; <c>next</c> and <c>previous</c> are absolute addresses that keep the other parameters.</summary>
public sealed record Page<T>(
    int Count,
    [property: Example("https://tasks.example.com/api/v1/tasks/?page=3")] string? Next,
    [property: Example("https://tasks.example.com/api/v1/tasks/?page=1")] string? Previous,
    IReadOnlyList<T> Results)
{
    /// <summary>For the parameter <c>cursor</c>, on lists that have it: left out when nothing follows.</summary>
    [Example("MGE5Zjh8NDJ8NjM5")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }

    /// <summary>True where there can be more than <c>count</c> says, because counting them all would cost too much; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountIsMinimum { get; init; }

    /// <summary>True where nothing has the words that were looked for, and these have similar ones; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Similar { get; init; }

    /// <summary>The same page with what each item is shown as.</summary>
    public Page<TShown> Map<TShown>(Func<T, TShown> show) =>
        new(Count, Next, Previous, [.. Results.Select(show)]) { NextCursor = NextCursor, CountIsMinimum = CountIsMinimum, Similar = Similar };
}

/// <summary>How many items a list has, or how many at least.</summary>
public readonly record struct PageCount(int Count, bool IsMinimum)
{
    /// <summary>What nothing but reading every item can tell is counted up to here: so it costs the same however many there are.</summary>
    public const int Most = 1000;

    public static PageCount Exact(int count) => new(count, false);

    /// <param name="count">More than <see cref="Most"/> where there are more.</param>
    public static PageCount UpToMost(int count) => new(Math.Min(count, Most), count > Most);

    public static async Task<PageCount> UpToMostAsync<T>(IQueryable<T> items, CancellationToken cancellationToken) =>
        UpToMost(await items.Take(Most + 1).CountAsync(cancellationToken));
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
        (int)(query.Number(NumberParameter) ?? 1),
        (int)(query.Number(SizeParameter) ?? DefaultSize));

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

        return Fill(count, await ordered.Skip(skip).Take(Size + 1).ToListAsync(cancellationToken), request, cursorAt);
    }

    /// <summary>The first of <paramref name="rest"/>, which is what follows a cursor in the whole list that <paramref name="countAsync"/> counts.</summary>
    public async Task<Page<T>> TakeAfterAsync<T>(
        IQueryable<T> rest, Func<Task<PageCount>> countAsync, HttpRequest request, Func<T, string> cursorAt, CancellationToken cancellationToken)
    {
        var count = await countAsync();
        return FillAfter(count, await rest.Take(Size + 1).ToListAsync(cancellationToken), request, cursorAt);
    }

    /// <summary>This page of a list; null for a page past the end.</summary>
    /// <param name="count">Of the whole list.</param>
    /// <param name="results">One more than is shown where more follow: a count can be out of date when the items are read, and would then hide that.</param>
    /// <param name="request">For the addresses of the other pages.</param>
    /// <param name="cursorAt">The place after an item.</param>
    public Page<T>? Fill<T>(PageCount count, IReadOnlyList<T> results, HttpRequest request, Func<T, string?> cursorAt)
    {
        if (results.Count == 0 && Number > 1)
            return null;

        var more = results.Count > Size;
        return new Page<T>(
            count.Count,
            more ? Address(request, NumberParameter, Write(Number + 1)) : null,
            Number > 1 ? Address(request, NumberParameter, Write(Number - 1)) : null,
            [.. results.Take(Size)])
        {
            NextCursor = more ? cursorAt(results[Size - 1]) : null,
            CountIsMinimum = count.IsMinimum,
        };
    }

    /// <summary>The page that follows a cursor.</summary>
    /// <inheritdoc cref="Fill"/>
    public Page<T> FillAfter<T>(PageCount count, IReadOnlyList<T> results, HttpRequest request, Func<T, string> cursorAt)
    {
        var page = new Page<T>(count.Count, null, null, [.. results.Take(Size)]) { CountIsMinimum = count.IsMinimum };
        return results.Count > Size ? GoOn(page, request, cursorAt(results[Size - 1])) : page;
    }

    /// <summary>The same page of a list that goes on at a cursor.</summary>
    public static Page<T> GoOn<T>(Page<T> page, HttpRequest request, string cursor) =>
        page with { Next = Address(request, Cursor.Parameter, cursor), NextCursor = cursor };

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Address(HttpRequest request, string name, string value)
    {
        var query = request.Query.Where(parameter => parameter.Key is not (NumberParameter or Cursor.Parameter)).Append(new(name, value));
        var path = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path);
        return QueryHelpers.AddQueryString(path, query);
    }
}
