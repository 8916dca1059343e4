namespace PrimeTask.Tests.OpenApi;

/// <summary>What the document allows and refuses of every member and every parameter, the server does: at each limit and past it, for null, for each choice.</summary>
public sealed class DeclaredRulesTests(PrimeTaskApp app)
{
    /// <summary>Of nothing: what is wrong with a request is said before what is missing.</summary>
    private const string NoId = "1234567890123";

    /// <summary>Sentences about what no document can say: they depend on other members, or on what is stored.</summary>
    private static readonly string[] _beyondTheDocument =
    [
        "Passwords do not match.", "Current password is incorrect.", "New password must be different from current password.", "There is nothing at this address.",
        "Unknown time zone. ", "Write a rule as RFC 5545 has it, ", "There is no such project.", "There is nothing with this id here, ", "This is no cursor of this query. ",
    ];

    /// <summary>Whether it is required, another member says: the operation of a bulk request.</summary>
    private const string RequiredForSome = "id";

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static int _texts;

    /// <summary>Members that no two accounts share.</summary>
    private static readonly string[] _unique = ["email", "username"];

    [Fact]
    public async Task Members_OfEveryBody_AreHeldToTheDocument()
    {
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var differences = new List<string>();
        var sent = 0;
        // A file, which comes in several formats, is looked at by the worker only (TaskFileTests).
        foreach (var (method, path, operation) in document.Operations.Where(operation => operation.Operation["requestBody"]?["content"]?.AsObject().Count == 1))
        {
            // Of its own, because some of these bodies change the account.
            using var user = await ApiUser.RegisterAsync(app);
            var caller = path.Contains("/admin/", StringComparison.Ordinal) ? admin : user;
            var address = path["/api/v1/".Length..].Replace("{id}", $"{(caller == admin ? user.Id : await user.AddTaskAsync())}", StringComparison.Ordinal);
            var schema = Resolve(document, operation["requestBody"]!["content"]!["application/json"]!["schema"]!);
            foreach (var sample in Samples(document, schema, Body(operation)))
            {
                sent++;
                var response = await caller.SendAsync(new HttpMethod(method), address, (object)sample.Body);
                Compare(response, sample.Field, sample.IsAllowed, $"{method} {path} {sample.Body.ToJsonString()}", differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(sent > 200, $"Only {sent} bodies were sent.");
    }

    [Fact]
    public async Task Parameters_OfEveryOperation_AreHeldToTheDocument()
    {
        var document = await DocumentedResponses.DocumentAsync(app.BaseAddress);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var differences = new List<string>();
        var sent = 0;
        foreach (var (method, path, operation) in document.Operations)
        {
            foreach (var parameter in (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! != "path"))
            {
                var name = (string)parameter!["name"]!;
                var isHeader = (string)parameter["in"]! == "header";
                foreach (var (value, isAllowed) in Texts(parameter["schema"]!))
                {
                    sent++;
                    var address = path["/api/v1/".Length..].Replace("{id}", NoId, StringComparison.Ordinal) + (isHeader ? "" : $"?{name}={Uri.EscapeDataString(value)}");
                    // Nothing in the body: what is wrong with it is named beside what is wrong with the header.
                    var body = operation["requestBody"] is null ? null : new JsonObject();
                    var response = await admin.SendAsync(new HttpMethod(method), address, (object?)body, isHeader ? [(name, value)] : []);
                    Compare(response, isHeader ? name.ToLowerInvariant().Replace('-', '_') : name, isAllowed, $"{method} {address}: {name} {value}", differences);
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(sent > 150, $"Only {sent} parameters were sent.");
    }

    private static void Compare(ApiResponse response, string field, bool isAllowed, string request, List<string> differences)
    {
        var sentences = response.Errors(field).Where(sentence => !Array.Exists(_beyondTheDocument, known => sentence.StartsWith(known, StringComparison.Ordinal))).ToArray();
        if (isAllowed != (sentences.Length == 0) || (int)response.Status >= 500)
            differences.Add($"{request[..Math.Min(request.Length, 400)]} should be {(isAllowed ? "allowed" : "refused")}: {(int)response.Status} {response.Body?.ToJsonString()}");
    }

    /// <summary>A body in which all members may be there together.</summary>
    private static JsonObject Body(JsonObject operation)
    {
        var body = operation["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone().AsObject();
        if (body["operations"]?[0] is JsonObject step)
            (step["op"], step["id"]) = ("delete", 0);
        return body;
    }

    /// <summary>The body with one member changed or left out, for every member, also of the objects in a list.</summary>
    private static IEnumerable<(JsonObject Body, string Field, bool IsAllowed)> Samples(ApiDocument document, JsonNode schema, JsonObject body)
    {
        foreach (var (name, described) in schema["properties"]!.AsObject())
        {
            var member = Resolve(document, described!);
            var required = schema["required"]?.AsArray().Any(one => (string)one! == name) == true;
            if (name != RequiredForSome)
                yield return (With(body, name, null, isLeftOut: true), name, !required);
            foreach (var (value, isAllowed) in Values(described!, member, body[name]))
                yield return (With(body, name, value), name, isAllowed);
            if (member["items"] is not { } items || body[name] is not JsonArray list)
                continue;
            if ((string?)items["type"] == "string")
            {
                foreach (var (text, isAllowed) in TextsOf(items))
                    yield return (With(body, name, new JsonArray(text)), name, isAllowed);
                yield return (With(body, name, new JsonArray(5)), name, false);
                yield return (With(body, name, new JsonArray([.. Enumerable.Range(0, (int)member["maxItems"]!).Select(number => JsonValue.Create($"n{number}"))])), name, true);
                yield return (With(body, name, new JsonArray([.. Enumerable.Range(0, (int)member["maxItems"]! + 1).Select(number => JsonValue.Create($"n{number}"))])), name, false);
                continue;
            }

            foreach (var (inner, field, isAllowed) in Samples(document, Resolve(document, items), list[0]!.AsObject()))
                yield return (With(body, name, new JsonArray(inner)), $"{name}[0].{field}", isAllowed);
        }
    }

    private static JsonObject With(JsonObject body, string name, JsonNode? value, bool isLeftOut = false)
    {
        var changed = body.DeepClone().AsObject();
        foreach (var one in _unique.Where(one => one != name && changed[one] is not null))
            changed[one] = Text(30, new JsonObject { ["format"] = one });
        changed.Remove(name);
        if (!isLeftOut)
            changed[name] = value;
        return changed;
    }

    private static IEnumerable<(JsonNode? Value, bool IsAllowed)> Values(JsonNode described, JsonNode schema, JsonNode? example)
    {
        var types = schema["type"] is JsonArray several ? [.. several.Select(type => (string)type!)] : new[] { (string?)schema["type"] ?? "string" };
        yield return (null, types.Contains("null") || described["oneOf"]?.AsArray().Any(choice => (string?)choice!["type"] == "null") == true);
        if (types.Contains("string"))
        {
            yield return (5, false);
            foreach (var (text, isAllowed) in Texts(schema))
                yield return (text, isAllowed);
            yield break;
        }

        yield return ("x", false);
        if (schema["minItems"] is { } least && schema["maxItems"] is { } most && example is JsonArray items)
        {
            foreach (var (count, isAllowed) in new[] { ((int)least - 1, false), ((int)least, true), ((int)most, true), ((int)most + 1, false) })
                yield return (new JsonArray([.. Enumerable.Range(0, count).Select(_ => items[0]!.DeepClone())]), isAllowed);
        }
    }

    /// <summary>Values as text: of a string, and of all that stands in a query.</summary>
    private static IEnumerable<(string Text, bool IsAllowed)> Texts(JsonNode schema)
    {
        var kinds = schema["anyOf"]?.AsArray().Select(kind => kind!).ToArray() ?? [schema["items"] ?? schema];
        foreach (var kind in kinds)
        {
            foreach (var sample in TextsOf(kind).Where(sample => sample.IsAllowed || kinds.Length == 1))
                yield return sample;
        }

        if (kinds.Any(kind => kind["enum"] is not null))
        {
            foreach (var unknown in new[] { "unheard_of", "", "PENDING" })
                yield return (unknown, false);
        }
    }

    private static IEnumerable<(string Text, bool IsAllowed)> TextsOf(JsonNode schema)
    {
        foreach (var choice in schema["enum"]?.AsArray() ?? [])
            yield return ((string)choice!, true);
        foreach (var (limit, beyond) in new[] { ("minLength", -1), ("maxLength", 1) })
        {
            if (schema[limit] is not { } length || ((string?)schema["format"] == "email" && beyond < 0))
                continue;
            yield return (Text((int)length, schema), true);
            yield return (Text((int)length + beyond, schema), false);
        }

        foreach (var (limit, beyond) in new[] { ("minimum", -1), ("maximum", 1) })
        {
            if (schema[limit] is not { } number)
                continue;
            yield return ("x", false);
            yield return (((long)number).ToString(CultureInfo.InvariantCulture), true);
            yield return (((long)number + beyond).ToString(CultureInfo.InvariantCulture), false);
        }

        if ((string?)schema["format"] == "int64")
        {
            yield return ("9223372036854775807", true);
            yield return ("9223372036854775808", false);
        }

        if (schema["pattern"] is not null || (string?)schema["format"] is "email" or "date-time")
            yield return ("not, this!", false);
        if ((string?)schema["format"] == "date-time")
            yield return ("2026-12-01T08:00:00Z", true);
    }

    /// <summary>A text that nobody else sends, and that is no common password.</summary>
    private static string Text(int length, JsonNode schema)
    {
        var end = (string?)schema["format"] == "email" ? "@example.com" : "";
        // The shortest username has three characters: a random pair would sometimes be one that is taken.
        var number = Interlocked.Increment(ref _texts) % (Digits.Length * Digits.Length);
        var text = $"q{Digits[number / Digits.Length]}{Digits[number % Digits.Length]}" + string.Concat(Enumerable.Range(0, (length / 32) + 1).Select(_ => $"{Guid.NewGuid():N}"));
        return text[..Math.Max(0, length - end.Length)] + end;
    }

    /// <summary>The schema itself, where it is named or may also be null.</summary>
    private static JsonNode Resolve(ApiDocument document, JsonNode schema) =>
        schema["oneOf"] is JsonArray choices ? Resolve(document, choices.First(choice => (string?)choice!["type"] != "null")!)
        : schema["$ref"] is { } reference ? document.Json["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!
        : schema;
}
