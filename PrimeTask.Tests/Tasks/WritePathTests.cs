using System.Text.Json;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.Tests.Tasks;

/// <summary>Every property of a task, written in every way that there is, is what the response says and what is read afterwards.</summary>
public sealed class WritePathTests(PrimeTaskApp app)
{
    /// <summary>Two values of every member of a request, none of them its default; one of the two that exclude each other.</summary>
    private static readonly Dictionary<string, (string? First, string? Second)> _values = new()
    {
        ["title"] = ("Paint the fence", "Paint the gate"),
        ["description"] = ("Green", "Blue"),
        ["status"] = ("completed", "in_progress"),
        ["priority"] = ("high", "low"),
        ["due_date"] = ("2026-12-01T10:00:00Z", null),
        ["due_on"] = (null, "2027-01-31"),
        ["start_on"] = ("2026-11-30", "2027-01-01"),
    };

    private static readonly Dictionary<string, string> _first = Sent(value => value.First);
    private static readonly Dictionary<string, string> _second = Sent(value => value.Second);

    [Fact]
    public void Values_OfEveryMember_AreTried() =>
        Assert.Equal(typeof(TaskRequest).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).Order(), _values.Keys.Order());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Creation_OfEveryProperty_IsWhatIsReadAfterwards(bool isFirst)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var sent = isFirst ? _first : _second;

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
        var id = (long)(await user.PostAsync("tasks/", _first)).Data["id"]!;

        await MustBeStoredAsync(user, _second, (await user.SendAsync(HttpMethod.Put, $"tasks/{id}/", _second)).Data);
        await MustBeStoredAsync(user, _first, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", _first)).Data);
        await MustBeStoredAsync(user, _second, await BulkAsync(user, new { op = "update", id, data = _second }));
        foreach (var (member, value) in _first)
            await MustBeStoredAsync(user, new() { [member] = value }, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new Dictionary<string, string> { [member] = value })).Data);
        await MustBeStoredAsync(user, _first, (await user.GetAsync($"tasks/{id}/")).Data);
    }

    [Fact]
    public async Task Change_OfEveryProperty_IsInTheHistory()
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var (member, (first, second)) in _values)
        {
            // Beside the two that exclude each other.
            var others = _first.Where(other => other.Key != "due_date" && other.Key != member).ToDictionary();
            var before = (await user.PostAsync("tasks/", first is null ? others : new(others) { [member] = first })).Data;
            var id = (long)before["id"]!;

            Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new Dictionary<string, string?> { [member] = second })).Status);

            var change = (await user.GetAsync($"tasks/{id}/history/")).Data["results"]!.AsArray().Single()!["changes"]![member]!;
            Assert.Equal((first, second), ((string?)change["from"], (string?)change["to"]));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deletion_OfATaskWithEveryProperty_IsUndoneByRestoring(bool isFirst)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var sent = isFirst ? _first : _second;
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
        var sent = isFirst ? _first : _second;
        var file = type == "text/csv"
            ? $"{string.Join(',', sent.Keys)}\n{string.Join(',', sent.Values)}\n"
            : JsonSerializer.Serialize(new[] { sent });

        Assert.Equal("done", (string?)(await user.ImportAsync(file, type))["state"]);

        var listed = (await user.GetAsync("tasks/")).Data["results"]!.AsArray().Single()!;
        await MustBeStoredAsync(user, sent, (await user.GetAsync($"tasks/{(long)listed["id"]!}/")).Data);
    }

    private static Dictionary<string, string> Sent(Func<(string? First, string? Second), string?> choose) =>
        _values.Where(value => choose(value.Value) is not null).ToDictionary(value => value.Key, value => choose(value.Value)!);

    private static async Task<JsonNode> BulkAsync(ApiUser user, object operation, params (string Name, string Value)[] headers)
    {
        var result = (await user.PostAsync("tasks/bulk/", new { operations = new[] { operation } }, headers)).Data["results"]![0]!;
        Assert.True((bool)result["success"]!, result.ToJsonString());
        return result["data"]!;
    }

    private static async Task MustBeStoredAsync(ApiUser user, Dictionary<string, string> sent, JsonNode said)
    {
        Assert.All(sent, member => Assert.Equal(member.Value, (string?)said[member.Key]));
        var read = await user.GetAsync($"tasks/{(long)said["id"]!}/");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.True(JsonNode.DeepEquals(said, read.Data), $"{said.ToJsonString()}\n{read.Data.ToJsonString()}");
        var listed = (await user.GetAsync("tasks/?page_size=100")).Data["results"]!.AsArray().Single(task => (long)task!["id"]! == (long)said["id"]!)!;
        Assert.All(listed.AsObject(), member => Assert.True(JsonNode.DeepEquals(member.Value, said[member.Key]), member.Key));
    }
}
