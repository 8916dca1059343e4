namespace PrimeTask.Tests.Operations;

public sealed class SampleDataTests(PrimeTaskApp app)
{
    [Fact]
    public async Task SampleData_ForAUser_IsThereAtOnceAndVaried()
    {
        using var user = await ApiUser.RegisterAsync(app);
        for (var asked = 0; asked < 3; asked++)
            Assert.Equal(0, (int)(await user.GetAsync("tasks/")).Data["count"]!);

        var (exitCode, output) = await CommandAsync("--email", user.Email.ToUpperInvariant(), "--tasks", "250");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Added 250 tasks", output);
        var tasks = new List<JsonNode>();
        for (var page = 1; page <= 3; page++)
        {
            var list = (await user.GetAsync($"tasks/?page_size=100&page={page}&ordering=id")).Data;
            Assert.Equal(250, (int)list["count"]!);
            tasks.AddRange(list["results"]!.AsArray()!);
        }

        Assert.Equal(250, tasks.Select(task => (string)task["title"]!).Distinct().Count());
        Assert.Equal(["cancelled", "completed", "in_progress", "pending"], Values("status"));
        Assert.Equal(["high", "low", "medium"], Values("priority"));
        Assert.Equal(tasks.Select(Created).Order(), tasks.Select(Created));
        Assert.All(tasks, task =>
        {
            Assert.InRange(Created(task), DateTimeOffset.UtcNow.AddDays(-46), DateTimeOffset.UtcNow);
            Assert.InRange((DateTimeOffset)task["updated_at"]!, Created(task), DateTimeOffset.UtcNow);
            Assert.Equal((string)task["status"]! == "completed", task["completed_at"] is not null);
        });
        Assert.Contains(tasks, task => task["due_date"] is null);
        Assert.Contains(tasks, task => (DateTimeOffset?)task["due_date"] > DateTimeOffset.UtcNow);
        var stats = (await user.GetAsync("tasks/stats/")).Data;
        Assert.Equal(250, (int)stats["total"]!);
        Assert.InRange((int)stats["overdue"]!, 1, 200);

        string[] Values(string member) => [.. tasks.Select(task => (string)task[member]!).Distinct().Order(StringComparer.Ordinal)];

        static DateTimeOffset Created(JsonNode task) => (DateTimeOffset)task["created_at"]!;
    }

    [Theory]
    [InlineData("email: Nobody has this address.", "--email", "nobody@example.com")]
    [InlineData("--tasks must be a number from 1 to 10000.", "--email", "nobody@example.com", "--tasks", "0")]
    public async Task SampleData_ThatCannotBe_EndsWithASentence(string sentence, params string[] arguments)
    {
        var (exitCode, output) = await CommandAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, output);
        Assert.DoesNotContain("   at ", output);
    }

    private async Task<(int ExitCode, string Output)> CommandAsync(params string[] arguments) =>
        await ServiceProcess.CommandAsync(["sample-data", .. arguments], "", await app.SettingsAsync());
}
