using System.Text.Json;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.Tests.Tasks;

/// <summary>Every property of a task, written in every way that there is, is what the response says and what is read afterwards.</summary>
public sealed class WritePathTests(PrimeTaskApp app)
{
    /// <summary>Two values of every member of a request, none of them its default; one of the two that exclude each other.</summary>
    private static readonly Dictionary<string, (JsonNode? First, JsonNode? Second)> _values = new()
    {
        ["title"] = ("Paint the fence", "Paint the gate"),
        ["description"] = ("Green", "Blue"),
        ["status"] = ("completed", "in_progress"),
        ["priority"] = ("high", "low"),
        ["due_date"] = ("2026-12-01T10:00:00Z", null),
        ["due_on"] = (null, "2027-01-31"),
        ["start_on"] = ("2026-11-30", "2027-01-01"),
        [Project] = (0, 0),
        ["recurrence"] = ("FREQ=DAILY", "FREQ=MONTHLY;BYDAY=-1FR"),
        ["recurrence_from"] = ("completion", "schedule"),
        [Parent] = (0, 0),
        ["labels"] = (new JsonArray("garden", "with \"quotes\" and \\"), new JsonArray("weekend")),
    };

    /// <summary>Its values are two projects of the user.</summary>
    private const string Project = "project";

    /// <summary>Its values are two tasks of the user, each in the project beside it.</summary>
    private const string Parent = "parent";

    [Fact]
    public void Values_OfEveryMember_AreTried() =>
        Assert.Equal(typeof(TaskRequest).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).Order(), _values.Keys.Order());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Creation_OfEveryProperty_IsWhatIsReadAfterwards(bool isFirst)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var sent = await SentAsync(user, isFirst);

        await MustBeStoredAsync(user, sent, (await user.PostAsync("tasks/", sent)).Data);
        await MustBeStoredAsync(user, sent, (await user.PostAsync("tasks/", sent, ("Idempotency-Key", "first"))).Data);
        await MustBeStoredAsync(user, sent, (await user.PostAsync("tasks/", sent, ("Idempotency-Key", "first"))).Data);
        await MustBeStoredAsync(user, sent, await BulkAsync(user, new { op = "create", data = sent }));
        await MustBeStoredAsync(user, sent, await BulkAsync(user, new { op = "create", data = sent }, ("Idempotency-Key", "bulk")));
        await MustBeStoredAsync(user, sent, await BulkAsync(user, new { op = "create", data = sent }, ("Idempotency-Key", "bulk")));
    }

    [Fact]
    public async Task Change_OfEveryProperty_IsWhatIsReadAfterwards()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (first, second) = (await SentAsync(user, isFirst: true), await SentAsync(user, isFirst: false));
        var id = (long)(await user.PostAsync("tasks/", first)).Data["id"]!;

        await MustBeStoredAsync(user, second, (await user.SendAsync(HttpMethod.Put, $"tasks/{id}/", second)).Data);
        await MustBeStoredAsync(user, first, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", first)).Data);
        await MustBeStoredAsync(user, second, await BulkAsync(user, new { op = "update", id, data = second }));
        foreach (var (member, value) in first)
            await MustBeStoredAsync(user, new() { [member] = value?.DeepClone() }, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new JsonObject { [member] = value?.DeepClone() })).Data);
        await MustBeStoredAsync(user, first, (await user.GetAsync($"tasks/{id}/")).Data);
    }

    [Fact]
    public async Task Change_OfEveryProperty_IsInTheHistory()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var (first, second) = (await SentAsync(user, isFirst: true), await SentAsync(user, isFirst: false));
        foreach (var member in _values.Keys)
        {
            var task = new JsonObject { ["title"] = "Paint" };
            if (member == "recurrence")
                task["due_on"] = "2026-12-01";
            if (first[member] is { } value)
                task[member] = value.DeepClone();
            var id = (long)(await user.PostAsync("tasks/", task)).Data["id"]!;

            Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new JsonObject { [member] = second[member]?.DeepClone() })).Status);

            var change = (await user.GetAsync($"tasks/{id}/history/")).Data["results"]!.AsArray().Single()!["changes"]![member]!;
            Assert.True(JsonNode.DeepEquals(first[member], change["from"]), $"{member}: {change.ToJsonString()}");
            Assert.True(JsonNode.DeepEquals(second[member], change["to"]), $"{member}: {change.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deletion_OfATaskWithEveryProperty_IsUndoneByRestoring(bool isFirst)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var sent = await SentAsync(user, isFirst);
        var task = (await user.PostAsync("tasks/", sent)).Data;

        await user.SendAsync(HttpMethod.Delete, $"tasks/{task["id"]}/");
        var restored = (await user.PostAsync($"tasks/{task["id"]}/restore/", new { })).Data;

        await MustBeStoredAsync(user, sent, restored);
        Assert.True(JsonNode.DeepEquals(task, restored), $"{task.ToJsonString()}\n{restored.ToJsonString()}");
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("text/csv", true)]
    [InlineData("text/csv", false)]
    public async Task Import_OfEveryProperty_IsWhatIsReadAfterwards(string type, bool isFirst)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var sent = await SentAsync(user, isFirst);
        // In a file, that is a task of the file (TransferTests).
        await user.SendAsync(HttpMethod.Delete, $"tasks/{sent[Parent]}/");
        sent.Remove(Parent);
        var file = type == "text/csv"
            ? $"{string.Join(',', sent.Select(member => member.Key))}\n{string.Join(',', sent.Select(member => Cell(member.Value!)))}\n"
            : new JsonArray(sent.DeepClone()).ToJsonString();

        Assert.Equal("done", (string?)(await user.ImportAsync(file, type))["state"]);

        var listed = (await user.GetAsync("tasks/")).Data["results"]!.AsArray().Single()!;
        await MustBeStoredAsync(user, sent, (await user.GetAsync($"tasks/{(long)listed["id"]!}/")).Data);
    }

    private static async Task<JsonObject> SentAsync(ApiUser user, bool isFirst)
    {
        var sent = new JsonObject();
        foreach (var (member, values) in _values)
        {
            if ((isFirst ? values.First : values.Second) is { } value)
            {
                sent[member] = member switch
                {
                    Project => (long)(await user.PostAsync("projects/", new { name = "House" })).Data["id"]!,
                    Parent => (long)(await user.PostAsync("tasks/", new { title = "Renovate", project = (long)sent[Project]! })).Data["id"]!,
                    _ => value.DeepClone(),
                };
            }
        }

        return sent;
    }

    private static string Cell(JsonNode value) =>
        $"\"{(value is JsonArray names ? string.Join(',', names.Select(name => (string)name!)) : value.ToString()).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<JsonNode> BulkAsync(ApiUser user, object operation, params (string Name, string Value)[] headers)
    {
        var result = (await user.PostAsync("tasks/bulk/", new { operations = new[] { operation } }, headers)).Data["results"]![0]!;
        Assert.True((bool)result["success"]!, result.ToJsonString());
        return result["data"]!;
    }

    private static async Task MustBeStoredAsync(ApiUser user, JsonObject sent, JsonNode said)
    {
        Assert.All(sent, member => Assert.True(JsonNode.DeepEquals(member.Value, said[member.Key]), $"{member.Key}: {said.ToJsonString()}"));
        var read = await user.GetAsync($"tasks/{(long)said["id"]!}/");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.True(JsonNode.DeepEquals(said, read.Data), $"{said.ToJsonString()}\n{read.Data.ToJsonString()}");
        var listed = (await user.GetAsync("tasks/?page_size=100")).Data["results"]!.AsArray().Single(task => (long)task!["id"]! == (long)said["id"]!)!;
        Assert.All(listed.AsObject(), member => Assert.True(JsonNode.DeepEquals(member.Value, said[member.Key]), member.Key));
    }
}
