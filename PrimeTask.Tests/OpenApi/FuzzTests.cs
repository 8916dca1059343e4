namespace PrimeTask.Tests.OpenApi;

/// <summary>
/// Sends every operation what it does not expect, made from the document itself. That the status and the body are described is checked by
/// <see cref="DocumentedResponses"/>, for these responses as for all others.
/// </summary>
public sealed class FuzzTests(PrimeTaskApp app)
{
    private const int Seed = 20_261_122;

    private static readonly string[] _odd =
    [
        "", " ", "null", "0", "-1", "9223372036854775807", "9223372036854775808", "1e400", "true", "[]", "{}", "\u0000", "a\u0000b", "\ud83d\ude00", "\u202egnirts",
        "%", "_", "\\", "'; DROP TABLE tasks; --", "<script>", "../../etc/passwd", "2026-02-30", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59-14:00", "pending,pending", "-", "--id", new('x', 10_001),
    ];

    private static readonly int _requestsPerOperation = Soak.Of(30, 240);

    // Hashing a password takes as long as a hundred other requests.
    private static readonly int _requestsPerHashingOperation = Soak.Of(5, 20);

    private static readonly HashSet<string> _hashing = ["register", "login", "changePassword"];

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Operations_WithAnyInput_AnswerAsDescribedAndNeverFail()
    {
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);
        using var user = await ApiUser.RegisterAsync(app);
        var task = await user.AddTaskAsync();
        var operations = document.Operations.ToArray();

        var sent = await Task.WhenAll(operations.Select(async (operation, index) =>
        {
            var random = new Random(Seed + index);
            using var caller = ApiUser.Anonymous(app);
            caller.Use(user.Access, user.Refresh);
            var count = _hashing.Contains((string)operation.Operation["operationId"]!) ? _requestsPerHashingOperation : _requestsPerOperation;
            for (var number = 0; number < count; number++)
                await SendAsync(caller, operation, task, random);
            return count;
        }));

        Assert.True(sent.Sum() >= Soak.Of(600, 5_000), $"Only {sent.Sum()} requests were sent.");
    }

    private static async Task SendAsync(
        ApiUser caller, (string Method, string Path, JsonObject Operation) operation, long task, Random random)
    {
        var path = operation.Path["/api/v1/".Length..].Replace("{id}", Id(random, task), StringComparison.Ordinal);
        var query = string.Join('&', (operation.Operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string)parameter!["in"]! == "query" && random.Next(4) == 0)
            .Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(Value(parameter!, random))}"));
        var headers = (operation.Operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string)parameter!["in"]! == "header" && random.Next(3) == 0)
            .Select(parameter => ((string)parameter!["name"]!, Header(random)));
        using var content = operation.Operation["requestBody"]?["content"]?["application/json"] is { } body
            ? Content(body, random)
            : null;

        var response = await caller.SendAsync(new HttpMethod(operation.Method), $"{path}?{query}", content, [.. headers]);

        Assert.True((int)response.Status < 500, $"{operation.Method} {path}?{query}: {response.Status} {response.Body}");
        if ((int)response.Status >= 400)
            response.MustFail(response.Status, (string)response.Body!["message"]!);
    }

    private static string Id(Random random, long task) =>
        random.Next(4) == 0 ? task.ToString(CultureInfo.InvariantCulture)
        : random.Next(2) == 0 ? random.NextInt64().ToString(CultureInfo.InvariantCulture)
        : Uri.EscapeDataString(Odd(random).Replace("/", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 and < 100 } text && text.Trim('.').Length > 0 ? text : "0");

    private static string Value(JsonNode parameter, Random random)
    {
        var allowed = (parameter["schema"]!["items"] ?? parameter["schema"])!["enum"]?.AsArray();
        return random.Next(3) == 0 || allowed is null ? Short(Odd(random)) : (string)allowed[random.Next(allowed.Count)]!;
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;

    private static string Header(Random random) => random.Next(3) switch
    {
        0 => "*",
        1 => "\"" + random.Next() + "\"",
        _ => new string((char)random.Next('!', '~'), random.Next(1, 300)),
    };

    private static StringContent Content(JsonNode body, Random random)
    {
        var example = body["example"]!.DeepClone();
        var text = random.Next(10) == 0 ? Odd(random) : Mutate(example, random).ToJsonString();
        // Lone surrogates, which no serializer would send.
        if (random.Next(20) == 0)
            text = text.Replace(":\"", ":\"\\ud800", StringComparison.Ordinal);
        return new StringContent(text, Encoding.UTF8, random.Next(30) == 0 ? "text/plain" : "application/json");
    }

    /// <summary>Replaces, removes and adds members here and there.</summary>
    private static JsonNode Mutate(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Select(member => member.Key).ToArray())
                {
                    var choice = random.Next(8);
                    if (choice == 0)
                        members.Remove(name);
                    else if (choice <= 2)
                        members[name] = Any(random);
                    else if (members[name] is JsonObject or JsonArray)
                        members[name] = Mutate(members[name]!.DeepClone(), random);
                }

                if (random.Next(4) == 0)
                    members["unheard_of"] = Any(random);
                return members;
            case JsonArray items:
                for (var count = random.Next(5); count > 0; count--)
                    items.Add(random.Next(4) == 0 ? Any(random) : Mutate(items[0]!.DeepClone(), random));
                return items;
            default:
                return node;
        }
    }

    private static JsonNode? Any(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => random.NextInt64(),
        2 => -random.NextDouble() * 1e300,
        3 => random.Next(2) == 0,
        4 => new JsonArray(1, "x", null),
        5 => new JsonObject { ["x"] = 1 },
        _ => Odd(random),
    };

    private static string Odd(Random random) => _odd[random.Next(_odd.Length)];
}
