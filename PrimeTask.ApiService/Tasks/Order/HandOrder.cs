using System.Globalization;

namespace PrimeTask.ApiService.Tasks.Order;

/// <summary>
/// An order that people make by hand. Each item has a decimal number for a key, items with the same key are ordered by their ids, and an item that nobody
/// has moved yet has its id for a key: what is new comes last. A moved item gets a number between its neighbours', so that a move changes one row.
/// </summary>
internal static class HandOrder
{
    /// <summary>Decimals of a key. Where two neighbours leave no room for another number, the items around them are spread out again.</summary>
    public const int MaxScale = 12;

    /// <summary>How far apart items are after that.</summary>
    private const decimal RoomyGap = 1e-6m;

    public static string Write(decimal key) => key.ToString(CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out decimal key) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key);

    /// <summary>A number between two others, with few decimals; null where there is none with at most <see cref="MaxScale"/> of them.</summary>
    public static decimal? Between(decimal low, decimal high)
    {
        var middle = (low + high) / 2;
        for (var scale = 0; scale <= MaxScale; scale++)
        {
            var rounded = Math.Round(middle, scale);
            if (rounded > low && rounded < high)
                return rounded;
        }

        return null;
    }

    /// <summary>Moves one of few, with those that have to be spread out for it.</summary>
    /// <param name="moved">The one.</param>
    /// <param name="others">All others, in any order.</param>
    /// <param name="move">Where to.</param>
    /// <param name="next">A number after every key, which is no item's id.</param>
    public static PlacedEditOutcome Move<T>(T moved, IReadOnlyCollection<T> others, HandMove move, decimal next)
        where T : IHandPlaced
    {
        HandPlaced[] placed = [.. others.Select(other => new HandPlaced(other.Id, other.Position ?? other.Id)).OrderBy(other => other.Key).ThenBy(other => other.Id)];
        if (move.PlaceIn(placed) is not { } place)
            return PlacedEditOutcome.NoPlace;
        foreach (var (id, key) in Place(placed, place, moved.Id, next))
            (id == moved.Id ? moved : others.Single(other => other.Id == id)).MoveTo(key);
        return PlacedEditOutcome.Done;
    }

    /// <summary>Moves an item.</summary>
    /// <param name="others">All other items, in their order.</param>
    /// <param name="place">How many of them come before it.</param>
    /// <param name="moved">The item's id.</param>
    /// <param name="next">A number after every key, which is no item's id.</param>
    /// <returns>The new keys: the item's, and of others where they had to be spread out.</returns>
    public static IReadOnlyDictionary<long, decimal> Place(IReadOnlyList<HandPlaced> others, int place, long moved, decimal next)
    {
        if (place == others.Count)
            return new Dictionary<long, decimal> { [moved] = next };
        if (place == 0)
            return new Dictionary<long, decimal> { [moved] = decimal.Floor(others[0].Key) - 1 };
        if (Between(others[place - 1].Key, others[place].Key) is { } key)
            return new Dictionary<long, decimal> { [moved] = key };

        // The smallest neighbourhood that has room for all of its items.
        for (var reach = 8; ; reach *= 2)
        {
            var first = Math.Max(0, place - reach);
            var end = Math.Min(others.Count, place + reach);
            var low = first == 0 ? decimal.Floor(others[0].Key) - (end - first) : others[first - 1].Key;
            var high = end == others.Count ? next : others[end].Key;
            var gap = (high - low) / (end - first + 2);
            if (gap < RoomyGap && (first > 0 || end < others.Count))
                continue;
            long[] ids = [.. others.Skip(first).Take(place - first).Select(other => other.Id), moved, .. others.Skip(place).Take(end - place).Select(other => other.Id)];
            return ids.Index().ToDictionary(item => item.Item, item => Math.Round(low + (gap * (item.Index + 1)), MaxScale));
        }
    }
}

/// <summary>An item of a list that is ordered by hand.</summary>
internal sealed record HandPlaced(long Id, decimal Key);

/// <summary>What has a place of its own in an order by hand, and is read as a whole to be moved.</summary>
internal interface IHandPlaced
{
    long Id { get; }

    /// <summary>Null until it is moved.</summary>
    decimal? Position { get; }

    void MoveTo(decimal position);
}

/// <summary>What came of a change of something in an order by hand.</summary>
public enum PlacedEditOutcome
{
    Done,
    Missing,

    /// <summary>If-Match names another state of it.</summary>
    Changed,

    /// <summary>What it shall be next to is not there.</summary>
    NoPlace,
}
