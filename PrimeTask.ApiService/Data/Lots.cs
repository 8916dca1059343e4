using Microsoft.EntityFrameworkCore;

namespace PrimeTask.ApiService.Data;

internal static class Lots
{
    private const int Size = 1000;

    /// <summary>Deletes in statements that each end long before their time limit, however much there is; repeated, it goes on from where it was broken off.</summary>
    /// <param name="rows">In an order that has an index where there can be many: then no lot reads more than it deletes.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <param name="size">Of a lot: less where a row takes much with it.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> DeleteInLotsAsync<T>(this IOrderedQueryable<T> rows, CancellationToken cancellationToken, int size = Size)
    {
        for (var deleted = 0; ;)
        {
            var lot = await rows.Take(size).ExecuteDeleteAsync(cancellationToken);
            deleted += lot;
            if (lot < size)
                return deleted;
        }
    }
}
