using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Search;

namespace PrimeTask.Tests.Tasks.Search;

/// <summary>Searches cost no more than they must: what they count and what they look at has an end.</summary>
public sealed class BoundedSearchTests(PrimeTaskApp app)
{
    private const int BulkSize = 200;

    [Fact]
    public async Task Search_WithMoreMatchesThanAreCounted_SaysSoAndGoesOnBehindThem()
    {
        using var user = await ApiUser.RegisterAsync(app);
        const int made = 1200;
        await AddAsync(user, made, number => $"Report {number}");

        var found = (await user.GetAsync("tasks/?search=report&page_size=100")).Data;
        Assert.Equal(PageCount.Most, (int)found["count"]!);
        Assert.True((bool)found["count_is_minimum"]!);

        var last = (await user.GetAsync($"tasks/?search=report&page_size=100&page={made / 100}")).Data;
        Assert.Equal(PageCount.Most, (int)last["count"]!);
        Assert.Equal(100, last["results"]!.AsArray().Count);
        Assert.Null((string?)last["next"]);
        (await user.GetAsync($"tasks/?search=report&page_size=100&page={(made / 100) + 1}")).MustFail(HttpStatusCode.NotFound, "Resource not found");

        var all = (await user.GetAsync("tasks/?page_size=1")).Data;
        Assert.Equal(made, (int)all["count"]!);
        Assert.False(all.AsObject().ContainsKey("count_is_minimum"));
    }

    [Fact]
    public async Task Search_OfAListThatIsScannedWhole_CountsAllMatches()
    {
        using var user = await ApiUser.RegisterAsync(app);
        const int made = 350;
        await AddAsync(user, made, number => $"Report {number}");

        var found = (await user.GetAsync("tasks/?search=report")).Data;

        Assert.Equal(made, (int)found["count"]!);
        Assert.False(found.AsObject().ContainsKey("count_is_minimum"));
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("due_date")]
    [InlineData("-due_date")]
    [InlineData("title")]
    public async Task Search_OfAListThatIsScannedWhole_KeepsItsOrder(string ordering)
    {
        using var user = await ApiUser.RegisterAsync(app);
        const int made = 350;
        await AddAsync(user, made, number => $"Report {number % 7}", number => number % 3 == 0 ? null : $"2030-01-01T00:00:{number * 17 % 60:00}Z");

        var (found, _) = await SearchAllAsync(user, $"report&ordering={ordering}");
        var (all, _) = await SearchAllAsync(user, $"&ordering={ordering}");

        Assert.Equal(all, found);
        Assert.Equal(made, all.Count);
    }

    [Fact]
    public async Task Search_OfAWordInTheOldestTasks_FindsThemAll()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await AddAsync(user, 3, number => $"Zephyr {number}");
        await AddAsync(user, TaskSearch.MaxScanned, number => $"Report {number}");

        var found = (await user.GetAsync("tasks/?search=ZEPHYR&page_size=2")).Data;

        Assert.Equal(3, (int)found["count"]!);
        Assert.False(found.AsObject().ContainsKey("count_is_minimum"));
        Assert.Equal(["Zephyr 2", "Zephyr 1"], Titles(found));
        Assert.Equal(["Zephyr 0"], Titles((await user.GetAsync($"tasks/?search=ZEPHYR&page_size=2&cursor={found["next_cursor"]}")).Data));
    }

    [Fact]
    public async Task Search_OfWordsInEverySoManyTasks_FindsAllInOrder()
    {
        using var user = await ApiUser.RegisterAsync(app);
        const int made = TaskSearch.MaxScanned + 300;
        int[] steps = [2, 3, 10, 40, 150, 400, 1150];
        // What fills a page from the tasks that are scanned is not counted in the others.
        var counted = new Dictionary<int, int> { [2] = 1000, [3] = 667, [10] = 200 };
        // The newest holds all of them.
        await AddAsync(user, made, number => $"Task {string.Join(' ', steps.Where(step => (made - 1 - number) % step == 0).Select(step => $"every{step}th"))}");

        foreach (var step in steps)
        {
            var (ids, counts) = await SearchAllAsync(user, $"every{step}th");

            var expected = (made + step - 1) / step;
            Assert.Equal(expected, ids.Count);
            Assert.Equal(ids.OrderDescending().Distinct(), ids);
            var told = counted.TryGetValue(step, out var least) ? (least, true) : (expected, false);
            Assert.All(counts, count => Assert.Equal(told, count));
        }
    }

    public static TheoryData<string> Orderings => [.. Soak.Cases(1, "due_date", "-due_date", "-created_at")];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Orderings))]
    public async Task Search_OfTwoLetters_ReachesEveryTaskByCursor(string ordering)
    {
        using var user = await ApiUser.RegisterAsync(app);
        const int made = (2 * TaskSearch.MaxScanned) + 600;
        await AddAsync(user, made, number => number % 900 == 0 ? $"Qz {number}" : $"Report {number}", number => number % 2 == 0 ? null : $"2030-01-01T00:00:{number % 60:00}Z");

        var (titles, pages) = (new List<string>(), 0);
        for (var cursor = ""; cursor is not null; pages++)
        {
            var page = (await user.GetAsync($"tasks/?search=qz&ordering={ordering}{cursor}")).Data;
            titles.AddRange(Titles(page));
            cursor = (string?)page["next_cursor"] is { } next ? $"&cursor={next}" : null;
            Assert.Equal(cursor is null, page["next"] is null);
        }

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, (made / 900) + 1).Select(number => $"Qz {number * 900}").Order(), titles.Order());
    }

    [Fact]
    public async Task Search_OfTextAcrossTitleAndDescription_FindsNothing()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.PostAsync("tasks/", new { title = "First", description = "Second" });

        Assert.Equal(1, (int)(await user.GetAsync("tasks/?search=second")).Data["count"]!);
        Assert.Equal(0, (int)(await user.GetAsync("tasks/?search=%22first%0Asecond%22")).Data["count"]!);
        Assert.Equal(0, (int)(await user.GetAsync("tasks/?search=firstsecond")).Data["count"]!);
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("ab", false)]
    [InlineData("a", false)]
    [InlineData("%%%", false)]
    [InlineData("ab c", false)]
    [InlineData("\"ab c\"", true)]
    [InlineData("ab abc", true)]
    [InlineData("\u03c3\u03c7\u03ad", true)]
    [InlineData("\u03c3\u03c7", false)]
    [InlineData("\u2192\u2192\u2192", false)]
    [InlineData("x-ray", true)]
    [InlineData("- -", false)]
    [InlineData("-a", true)]
    [InlineData("a-", false)]
    [InlineData("ab-", true)]
    public void IsIndexed_OfAText_IsTrueWhereItHasATrigram(string search, bool indexed) =>
        Assert.Equal(indexed, TextSearch.For(search)!.IsIndexed);

    /// <summary>Follows the cursor to the end.</summary>
    private static async Task<(List<long> Ids, List<(int Count, bool IsMinimum)> Counts)> SearchAllAsync(ApiUser user, string word)
    {
        var (ids, counts) = (new List<long>(), new List<(int, bool)>());
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await user.GetAsync($"tasks/?search={word}&page_size=100{cursor}")).Data;
            ids.AddRange(page["results"]!.AsArray().Select(task => (long)task!["id"]!));
            counts.Add(((int)page["count"]!, (bool?)page["count_is_minimum"] ?? false));
            cursor = (string?)page["next_cursor"] is { } next ? $"&cursor={next}" : null;
        }

        return (ids, counts);
    }

    private static async Task AddAsync(ApiUser user, int count, Func<int, string> title, Func<int, string?>? due = null)
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(BulkSize))
            await user.PostAsync("tasks/bulk/", new { operations = numbers.Select(number => new { op = "create", data = new { title = title(number), due_date = due?.Invoke(number) } }) });
    }

    private static IEnumerable<string> Titles(JsonNode page) => page["results"]!.AsArray().Select(task => (string)task!["title"]!);
}
