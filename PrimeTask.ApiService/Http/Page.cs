using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace PrimeTask.ApiService.Http;

/// <summary>One page of a list; <c>next</c> and <c>previous</c> are absolute addresses that keep the other parameters.</summary>
public sealed record Page<T>(int Count, string? Next, string? Previous, IReadOnlyList<T> Results);

/// <summary>Which page a caller wants.</summary>
public sealed record PageRequest(int Number, int Size)
{
    private const string NumberParameter = "page";
    private const string SizeParameter = "page_size";
    private const int DefaultSize = 20;
    private const int MaxSize = 100;

    /// <summary>Keeps the offset of the last possible page inside an int.</summary>
    private const int MaxNumber = int.MaxValue / MaxSize;

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new(NumberParameter, "Number of the page, from 1.", "1"),
        new(SizeParameter, $"Items on a page, 1 to {MaxSize}; {DefaultSize} if left out.", "20"),
    ];

    public static PageRequest Read(QueryReader query) => new(
        (int)(query.Number(NumberParameter, 1, MaxNumber) ?? 1),
        (int)(query.Number(SizeParameter, 1, MaxSize) ?? DefaultSize));

    /// <summary>Null for a page past the end; the first page of an empty list is not.</summary>
    public async Task<Page<T>?> TakeAsync<T>(IQueryable<T> ordered, HttpRequest request, CancellationToken cancellationToken)
    {
        var count = await ordered.CountAsync(cancellationToken);
        var skip = (Number - 1) * Size;
        if (skip >= count && Number > 1)
            return null;

        var results = await ordered.Skip(skip).Take(Size).ToListAsync(cancellationToken);
        return new Page<T>(
            count,
            skip + Size < count ? Address(request, Number + 1) : null,
            Number > 1 ? Address(request, Number - 1) : null,
            results);
    }

    private static string Address(HttpRequest request, int number)
    {
        var query = request.Query.Where(parameter => parameter.Key != NumberParameter)
            .Append(new(NumberParameter, number.ToString(CultureInfo.InvariantCulture)));
        var path = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path);
        return QueryHelpers.AddQueryString(path, query);
    }
}
