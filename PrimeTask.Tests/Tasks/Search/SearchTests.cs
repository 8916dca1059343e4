using PrimeTask.ApiService.Contract;

namespace PrimeTask.Tests.Tasks.Search;

/// <summary>What a search finds: words in any order, phrases in quotes, in any case of any script.</summary>
public sealed class SearchTests(PrimeTaskApp app)
{
    [Theory]
    // Greek, with a final sigma that is none in the middle of a word.
    [InlineData("ΣΧΕΔΙΑΣΜΟΣ", "ΣΧΕΔΙΑΣ")]
    [InlineData("ΣΧΕΔΙΑΣΜΟΣ", "σχεδιας")]
    [InlineData("σχεδιασμός", "ΣΧΕΔΙΑΣΜΌΣ")]
    [InlineData("Straße fegen", "STRASSE")]
    [InlineData("STRASSE FEGEN", "straße")]
    [InlineData("Ещё один ОТЧЁТ", "отчёт ЕЩЁ")]
    [InlineData("Éclair", "éCLAIR")]
    [InlineData("\ufb01nd it", "FIND")]
    [InlineData("300 \u212A", "300 k")]
    [InlineData("\U00010400\U00010401", "\U00010428\U00010429")]
    // One letter with its accent as one code point and as two.
    [InlineData("Caf\u00e9", "cafe\u0301")]
    [InlineData("Cafe\u0301", "caf\u00e9")]
    [InlineData("Book hotel in Leipzig", "Leipzig book")]
    [InlineData("Book hotel in Leipzig", "  LEIP\u3000zig  hot ")]
    [InlineData("Book hotel in Leipzig", "\"hotel in\" book")]
    [InlineData("Book hotel in Leipzig", "\"hotel in leip")]
    [InlineData("Book hotel in Leipzig", "book \"\"")]
    [InlineData("Book hotel in Leipzig", "hot hotel oo book")]
    [InlineData("27\" screen", "27\"")]
    [InlineData("100 % of it_all", "100 % _")]
    [InlineData(@"C:\temp", @"c:\")]
    [InlineData("購物清單", "清單 購物")]
    public async Task Search_OfWordsThatAreThere_FindsTheTask(string title, string search)
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync(title);
        await user.PostAsync("tasks/", new { title = "In the description", description = title });
        await user.AddTaskAsync("Something else");

        Assert.Equal(2, await CountAsync(user, search));
    }

    [Theory]
    [InlineData("Book hotel in Leipzig", "Leipzig book flight")]
    [InlineData("Book hotel in Leipzig", "\"book leipzig\"")]
    [InlineData("Book hotel in Leipzig", "\"in hotel\"")]
    [InlineData("Book hotel in Leipzig", "\"hotel  in\"")]
    [InlineData("100 percent", "%")]
    [InlineData("itall", "it_all")]
    // What is kept for the index beside the text is found by nobody.
    [InlineData("σ", "A")]
    [InlineData("αβγδεζηθικλμνξοπρστυφχψω", "n")]
    public async Task Search_OfWordsThatAreNotThere_FindsNothing(string title, string search)
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync(title);

        Assert.Equal(0, await CountAsync(user, search));
    }

    [Fact]
    public async Task Search_OfNothingButSpacesAndQuotes_LeavesNothingOut()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.AddTaskAsync();

        foreach (var search in new[] { "", " ", "\"\"", "\"", "\t" })
            Assert.Equal(1, await CountAsync(user, search));
    }

    [Fact]
    public async Task Search_AfterAChange_FindsTheNewText()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var path = $"tasks/{await user.AddTaskAsync("ΑΒΓ")}/";

        foreach (var (title, description, found, lost) in new[] { ("ΔΕΖ", (string?)null, "δεζ", "αβγ"), ("Plain", null, "plain", "δεζ"), ("Plain", "ΗΘΙ", "ηθι plain", "δεζ"), ("Ünder", "x", "ünder", "ηθι") })
        {
            Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, path, new { title, description })).Status);
            Assert.Equal((1, 0), (await CountAsync(user, found), await CountAsync(user, lost)));
        }

        var bulk = await user.PostAsync("tasks/bulk/", new { operations = new object[] { new { op = "create", data = new { title = "ΚΛΜ" } } } });
        Assert.Equal(HttpStatusCode.OK, bulk.Status);
        Assert.Equal(1, await CountAsync(user, "κλμ"));
    }

    [Fact]
    public async Task Search_OfUsers_FindsNamesInAnyCaseAndOrder()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "ΟΔΥΣΣΕΑΣ", last_name = $"O\u0308zil{user.Username}" });

        foreach (var search in new[] { $"οδυσσεας {user.Username}", $"\"{user.Username.ToUpperInvariant()}@example\"", $"ÖZIL{user.Username} ΟΔΥΣΣΕΑΣ", $"\"οδυσσεας özil{user.Username}\"" })
            Assert.Equal(1, (int)(await admin.GetAsync($"auth/admin/users/?search={Uri.EscapeDataString(search)}")).Data["count"]!);

        // Email and name lie side by side where they are searched.
        foreach (var between in new[] { "\n", "" })
            Assert.Equal(0, (int)(await admin.GetAsync($"auth/admin/users/?search={Uri.EscapeDataString($"\"{user.Email}{between}{user.Username}\"")}")).Data["count"]!);
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData("a\u0000b")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u0085")]
    [InlineData("\ufffe")]
    public async Task Search_OfControlCharacters_IsRefused(string search)
    {
        using var admin = await ApiUser.SignInAdminAsync(app);

        foreach (var path in new[] { "tasks/", "tasks/admin/all/", "auth/admin/users/" })
        {
            var response = (await admin.GetAsync($"{path}?search={Uri.EscapeDataString(search)}")).MustFail(HttpStatusCode.BadRequest, "Validation failed");
            Assert.Equal([WireText.HasControls], response.Errors("search"));
        }
    }

    private static async Task<int> CountAsync(ApiUser user, string search) =>
        (int)(await user.GetAsync($"tasks/?search={Uri.EscapeDataString(search)}")).Data["count"]!;
}
