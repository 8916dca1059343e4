using PrimeTask.ApiService.Contract;

namespace PrimeTask.Tests.Contract;

/// <summary>What a text may be: characters are code points, in NFC, and something of a title can be seen.</summary>
public sealed class TextTests(PrimeTaskApp app)
{
    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u200d\u2060\ufeff")]
    [InlineData("\u00ad")]
    [InlineData("\u3164")]
    [InlineData("\u115f\u1160")]
    [InlineData("\ufe0f")]
    [InlineData("\u2800")]
    [InlineData("\U000e0041")]
    [InlineData(" \u202e ")]
    public async Task Title_WithoutAVisibleCharacter_IsRefused(string title)
    {
        using var user = await ApiUser.RegisterAsync(app);

        Assert.Equal([FieldErrors.Invisible], (await user.PostAsync("tasks/", new { title })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("title"));
        foreach (var name in new[] { "first_name", "last_name" })
        {
            var response = await user.SendAsync(HttpMethod.Patch, "auth/profile/", new Dictionary<string, string> { [name] = title });
            Assert.Equal([FieldErrors.Invisible], response.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors(name));
        }
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u200bx")]
    [InlineData(".")]
    [InlineData("\U0001faea")]
    [InlineData("\ue000")]
    public async Task Title_WithAVisibleCharacter_IsKept(string title)
    {
        using var user = await ApiUser.RegisterAsync(app);

        Assert.Equal(title, (string)(await user.PostAsync("tasks/", new { title })).Data["title"]!);
    }

    /// <summary>Normalizing them takes time that grows with their square: a request of a megabyte would take a minute.</summary>
    [Fact]
    public async Task Texts_WithManyMarksOnACharacter_AreRefusedUnread()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var stranger = ApiUser.Anonymous(app);
        var few = $"a{string.Concat(Enumerable.Repeat("\u0301\u0316", 32))}";
        var many = $"a{string.Concat(Enumerable.Repeat("\u0301\u0316", 60_000))}";

        Assert.Equal(few.Normalize(), (string)(await user.PostAsync("tasks/", new { title = few })).Data["title"]!);
        Assert.Contains(WireText.HasManyMarks, (await user.PostAsync("tasks/", new { title = many })).Errors("title"));
        Assert.Contains(WireText.HasManyMarks, (await user.PostAsync("tasks/", new { title = "x", labels = (string[])[$"{few}\u0301"] })).Errors("labels"));
        Assert.Contains(WireText.HasManyMarks, (await stranger.PostAsync("auth/register/", new { email = "x@example.com", username = "x", first_name = many, password = "a-quiet-Harbour-88", password_confirm = "a-quiet-Harbour-88" })).Errors("first_name"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("auth/login/", new { email = user.Email, password = many })).Status);
    }

    [Fact]
    public async Task Label_ThatCannotBeNormalized_IsRefused()
    {
        using var user = await ApiUser.RegisterAsync(app);
        Assert.Equal(HttpStatusCode.BadRequest, (await user.GetAsync("tasks/?label=%EF%BF%BE")).Status);
        Assert.Equal([WireText.HasControls], (await user.PostAsync("tasks/", new { title = "x", labels = (string[])["\uFFFE"] })).Errors("labels"));
    }

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0001')]
    [InlineData('\u000b')]
    [InlineData('\u001b')]
    [InlineData('\u007f')]
    [InlineData('\u009b')]
    [InlineData('\uffff')]
    public async Task Texts_WithAControlCharacter_AreRefused(char control)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var text = $"a{control}b";

        var task = (await user.PostAsync("tasks/", new { title = text, description = text })).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        var profile = (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = text, last_name = text })).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        foreach (var sentences in new[] { task.Errors("title"), task.Errors("description"), profile.Errors("first_name"), profile.Errors("last_name") })
            Assert.Equal([WireText.HasControls], sentences);
    }

    [Fact]
    public async Task Texts_WithTabsAndLineBreaks_AreKept()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var made = (await user.PostAsync("tasks/", new { title = "a\tb\nc", description = "\ta\r\nb\n" })).Data;

        Assert.Equal(("a\tb\nc", "\ta\r\nb\n"), ((string)made["title"]!, (string)made["description"]!));
    }

    [Fact]
    public async Task Lengths_AreCountedInCodePointsOfNfc()
    {
        using var user = await ApiUser.RegisterAsync(app);
        string[] fit = [Repeat("\U0001f680", 200), Repeat("e\u0301", 200), $"  {Repeat("x", 200)} "];
        string[] exceed = [Repeat("\U0001f680", 201), Repeat("e\u0301", 201), Repeat("\u0958", 101)];

        foreach (var title in fit)
            Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title })).Status);
        foreach (var title in exceed)
            Assert.Equal(["Ensure this field has no more than 200 characters."], (await user.PostAsync("tasks/", new { title })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("title"));
    }

    [Fact]
    public async Task Texts_InWhicheverForm_AreKeptInNfc()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var task = (await user.PostAsync("tasks/", new { title = "Cafe\u0301", description = "A\u030a" })).Data;
        var changed = (await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { description = "u\u0308" })).Data;
        var profile = (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Zoe\u0308" })).Data;

        Assert.Equal(
            ("Caf\u00e9", "\u00c5", "\u00fc", "Zo\u00eb"), ((string)task["title"]!, (string)task["description"]!, (string)changed["description"]!, (string)profile["first_name"]!));
    }

    [Theory]
    [InlineData("2026-12-01\n")]
    [InlineData("2026-12-01T10:00:00Z\n")]
    [InlineData("2026-12-01\r\n")]
    [InlineData("\n2026-12-01")]
    [InlineData("2026-12-01T10:00:00.123456\u0663Z")]
    [InlineData("\u0662\u0660\u0662\u0666-12-01")]
    public async Task DueDate_WithMoreThanADate_IsRefused(string due)
    {
        using var user = await ApiUser.RegisterAsync(app);

        Assert.Equal(
            ["Enter a valid date and time."], (await user.PostAsync("tasks/", new { title = "x", due_date = due })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("due_date"));
        Assert.Equal(
            ["Enter a valid date and time."],
            (await user.GetAsync($"tasks/?due_before={Uri.EscapeDataString(due)}")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("due_before"));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
