using PrimeTask.ApiService.Http;
using PrimeTask.Tests.Accounts;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Tasks;

/// <summary>Searches cost no more than they must: what they count and what they look at has an end.</summary>
public sealed class BoundedSearchTests(PrimeTaskApp app)
{
    private const int BulkSize = 200;

    [Fact]
    public async Task Search_WithMoreMatchesThanAreCounted_SaysSoAndGoesOnBehindThem()
    {
        using var user = await ApiUser.RegisterAsync(app);
        for (var made = 0; made < PageCount.Most + BulkSize; made += BulkSize)
        {
            var operations = Enumerable.Range(made, BulkSize).Select(number => new { op = "create", data = new { title = $"Report {number}" } });
            await user.PostAsync("tasks/bulk/", new { operations });
        }

        var found = (await user.GetAsync("tasks/?search=report&page_size=100")).Data;
        Assert.Equal(PageCount.Most, (int)found["count"]!);
        Assert.True((bool)found["count_is_minimum"]!);

        var behind = (await user.GetAsync($"tasks/?search=report&page_size=100&page={(PageCount.Most / 100) + 2}")).Data;
        Assert.Equal(100, behind["results"]!.AsArray().Count);
        Assert.Null((string?)behind["next"]);
        Assert.Equal(404, (int)(await user.GetAsync($"tasks/?search=report&page_size=100&page={(PageCount.Most / 100) + 3}")).Status);

        var all = (await user.GetAsync("tasks/?page_size=1")).Data;
        Assert.Equal(PageCount.Most + BulkSize, (int)all["count"]!);
        Assert.False(all.AsObject().ContainsKey("count_is_minimum"));
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("ab", false)]
    [InlineData("a", false)]
    [InlineData("%%%", false)]
    [InlineData("ab c", true)]
    [InlineData("x-ray", true)]
    [InlineData("- -", false)]
    [InlineData("-a", true)]
    [InlineData("a-", false)]
    [InlineData("ab-", true)]
    public void IsIndexed_OfAText_IsTrueWhereItHasATrigram(string search, bool indexed) =>
        Assert.Equal(indexed, TextSearch.IsIndexed(search));
}
