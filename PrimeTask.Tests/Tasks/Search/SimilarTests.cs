using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Search;

namespace PrimeTask.Tests.Tasks.Search;

/// <summary>Typing errors are forgiven where nothing has the words themselves.</summary>
public sealed class SimilarTests(PrimeTaskApp app)
{
    [Theory]
    [InlineData("Write the report", "reprot", 2)]
    [InlineData("Write the report", "REPOTR", 2)]
    [InlineData("Write the report", "erport", 2)]
    [InlineData("Write the report", "repport", 2)]
    [InlineData("Write the report", "rport", 2)]
    [InlineData("Write the report", "rapart", null)]
    [InlineData("Buy milk", "mlik", 2)]
    [InlineData("Buy milk", "nilk buy", 2)]
    [InlineData("Buy milk", "nilk sell", null)]
    [InlineData("Buy milk", "mil", 0)]
    [InlineData("Meet on Wednesday", "wensday", 4)]
    [InlineData("Meet tomorrow", "tommorow", 4)]
    [InlineData("Meet tomorrow", "tomorrow meat", 2)]
    [InlineData("Buy groceries", "grocereis", 2)]
    [InlineData("Buy groceries", "groxexxes", null)]
    // Not typed to the end yet.
    [InlineData("Presentation for Ann", "presnet", 3)]
    [InlineData("Presentation for Ann", "presentaton", 2)]
    [InlineData("Boats", "book", null)]
    // Four letters or more; signs are what they are.
    [InlineData("Call Tim", "tmi", null)]
    [InlineData("itall", "it_all", null)]
    [InlineData("Café", "cafe", 2)]
    [InlineData("ΣΧΕΔΙΑΣΜΟΣ", "σχεδισαμος", 2)]
    [InlineData("Straße fegen", "starsse", 2)]
    [InlineData("購物清單", "清單 購物", null)]
    public void Distance_OfATitle_CountsTypingErrors(string title, string search, int? distance) =>
        Assert.Equal(distance, TextSearch.For(search)!.Mistyped is { } words ? words.DistanceTo(title) : title.Contains(search, StringComparison.OrdinalIgnoreCase) ? 0 : null);

    [Theory]
    [InlineData("\"reprot\"")]
    [InlineData("abc")]
    [InlineData("a-b-c-d")]
    [InlineData("\"two words\" abc")]
    public void Search_OfWhatIsQuotedOrShort_ForgivesNothing(string search) => Assert.Null(TextSearch.For(search)!.Mistyped);

    [Fact]
    public async Task Search_OfMistypedWords_FindsTheNearestOnlyWhereNothingHasThem()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        await other.AddTaskAsync("Write the quarterly report");
        await user.AddTaskAsync("Book the resort");
        await user.AddTaskAsync("Write the report");
        await user.AddTaskAsync("Reporters call back");
        await user.PostAsync("tasks/", new { title = "Read the quarterly report", status = "completed" });

        var found = (await user.GetAsync("tasks/?search=reprot")).Data;
        Assert.Equal(["Read the quarterly report", "Write the report", "Reporters call back"], Titles(found));
        Assert.True((bool)found["similar"]!);
        Assert.Equal(3, (int)found["count"]!);
        Assert.Equal(["Read the quarterly report"], Titles((await user.GetAsync("tasks/?search=qartely+reprot")).Data));
        Assert.Equal(["Read the quarterly report"], Titles((await user.GetAsync("tasks/?search=reprot&status=completed")).Data));

        var second = (await user.GetAsync("tasks/?search=reprot&page_size=2&page=2")).Data;
        Assert.Equal(["Reporters call back"], Titles(second));
        Assert.Null((string?)second["next"]);
        (await user.GetAsync("tasks/?search=reprot&page_size=2&page=3")).MustFail(HttpStatusCode.NotFound, "Resource not found");

        var exact = (await user.GetAsync("tasks/?search=resort")).Data;
        Assert.Equal(["Book the resort"], Titles(exact));
        Assert.False(exact.AsObject().ContainsKey("similar"));
        // Another status has the word: nothing stands in for it.
        Assert.Empty(Titles((await user.GetAsync("tasks/?search=resort&status=completed")).Data));
        Assert.Empty(Titles((await user.GetAsync("tasks/?search=%22reprot%22")).Data));
        await user.PostAsync("tasks/", new { title = "Something", description = "A reprot of old" });
        Assert.Equal(["Something"], Titles((await user.GetAsync("tasks/?search=reprot")).Data));
    }

    [Fact]
    public async Task Search_OfMistypedWordsByAnAdmin_LooksAtOneOwnersTasks()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        var word = $"zebra{user.Username}";
        await user.AddTaskAsync(word);

        Assert.Equal([word], Titles((await admin.GetAsync($"tasks/?search=zbera{user.Username}&owner={user.Id}")).Data));
        Assert.Empty(Titles((await admin.GetAsync($"tasks/?search=zbera{user.Username}")).Data));
    }

    [Fact]
    public async Task Search_OfMistypedWords_ShowsNoMoreThanTheNearest()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.PostAsync("tasks/bulk/", new { operations = Enumerable.Range(0, SimilarTasks.MaxFound + 10).Select(number => new { op = "create", data = new { title = $"Invoice {number}" } }) });

        var found = (await user.GetAsync("tasks/?search=invioce&page_size=100")).Data;

        Assert.Equal(SimilarTasks.MaxFound, (int)found["count"]!);
        Assert.Equal(SimilarTasks.MaxFound, found["results"]!.AsArray().Count);
        Assert.Null((string?)found["next"]);
    }

    private static IEnumerable<string> Titles(JsonNode page) => page["results"]!.AsArray().Select(task => (string)task!["title"]!);
}
