using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.Tests.Tasks.Order;

public sealed class HandOrderTests
{
    [Theory]
    [InlineData("1", "2", "1.5")]
    [InlineData("1", "9", "5")]
    [InlineData("1", "1.5", "1.2")]
    [InlineData("-1", "0", "-0.5")]
    [InlineData("7", "7.000000000001", null)]
    [InlineData("7", "7", null)]
    public void Between_TwoNumbers_IsShort(string low, string high, string? expected) =>
        Assert.Equal(expected, HandOrder.Between(Number(low), Number(high)) is { } key ? HandOrder.Write(key) : null);

    /// <summary>Against a list that does the same; half of the moves go to the same place, which leaves no room there again and again.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(60)]
    public void Place_ManyTimes_IsWhatAListDoes(int count)
    {
        var random = new Random(20_261_130 + count);
        var next = 1000m;
        var keys = Enumerable.Range(1, count).ToDictionary(id => (long)id, id => (decimal)id);
        var expected = keys.Keys.ToList();
        var moved = 0;
        for (var number = 0; number < 3_000; number++)
        {
            var id = (long)random.Next(1, count + 1);
            expected.Remove(id);
            var place = random.Next(2) == 0 ? count / 2 : random.Next(count);
            expected.Insert(place, id);

            HandPlaced[] others = [.. Sorted(keys).Where(other => other.Id != id)];
            var changed = HandOrder.Place(others, place, id, ++next);
            moved += changed.Count;
            foreach (var (other, key) in changed)
                keys[other] = key;

            Assert.Equal(expected, Sorted(keys).Select(item => item.Id));
            Assert.All(keys.Values, key => Assert.True(key.Scale <= HandOrder.MaxScale));
        }

        Assert.True(moved < 3_000 * 3, $"{moved} keys were changed.");
    }

    [Fact]
    public void Place_AmongItemsWithTheSameKey_IsWhereItShallBe()
    {
        HandPlaced[] others = [new(1, 5), new(2, 5), new(3, 5)];

        var keys = HandOrder.Place(others, 1, 9, 100);

        Assert.Equal([1, 9, 2, 3], others.Select(other => new HandPlaced(other.Id, keys.GetValueOrDefault(other.Id, other.Key))).Append(new(9, keys[9])).OrderBy(item => item.Key).ThenBy(item => item.Id).Select(item => item.Id));
    }

    private static IEnumerable<HandPlaced> Sorted(Dictionary<long, decimal> keys) => keys.Select(item => new HandPlaced(item.Key, item.Value)).OrderBy(item => item.Key).ThenBy(item => item.Id);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
