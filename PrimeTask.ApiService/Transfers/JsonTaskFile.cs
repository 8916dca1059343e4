using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>One object with the account, the saved views and the array <c>tasks</c>, each as the API shows it. An array alone is read too.</summary>
internal sealed class JsonTaskFile : TaskFile
{
    private const string Tasks = "tasks";

    /// <summary>What a page of HTML needs escaped is plain text in a file, and a sixth as long.</summary>
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string ContentType => "application/json";

    public override string Extension => "json";

    public override byte[] Head(UserResponse user, DateTimeOffset now, IReadOnlyList<ViewResponse> views)
    {
        var head = JsonSerializer.Serialize(new { ExportedAt = now, User = user, Views = views }, WireJson.Options);
        return Encoding.UTF8.GetBytes($"{head[..^1]},\"{Tasks}\":[");
    }

    public override byte[] Write(IReadOnlyList<ExportedTask> tasks, bool isFirst)
    {
        using var content = new MemoryStream();
        foreach (var (index, task) in tasks.Index())
        {
            content.Write(isFirst && index == 0 ? "\n"u8 : ",\n"u8);
            using var writer = new Utf8JsonWriter(content, _options);
            Members(task).WriteTo(writer);
        }

        return content.ToArray();
    }

    public override byte[] Tail() => "\n]}\n"u8.ToArray();

    protected override IEnumerable<(ImportedTask? Task, string? Problem)> Rows(byte[] content)
    {
        using var document = Parse(content);
        var root = TasksOf(document.RootElement);
        if (root.ValueKind != JsonValueKind.Array)
            throw new UnreadableFileException($"it must be an array of tasks, or an object whose member {Tasks} is one.");
        foreach (var element in root.EnumerateArray())
            yield return Read(element);
    }

    /// <summary>Also for a row of a table.</summary>
    internal static (ImportedTask? Task, string? Problem) Read(JsonElement element)
    {
        try
        {
            return (element.Deserialize<ImportedTask>(WireJson.Options), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var path = (exception as JsonException)?.Path?.TrimStart('$', '.');
            return (null, string.IsNullOrEmpty(path) ? "This is no task." : $"{path} has the wrong type.");
        }
    }

    private static JsonElement TasksOf(JsonElement root)
    {
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Tasks, out var member) ? member : root;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, which the parser lets pass.
            throw new UnreadableFileException("the name of one of its members is no text.");
        }
    }

    private static JsonDocument Parse(byte[] content)
    {
        try
        {
            return JsonDocument.Parse(content.AsMemory(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0));
        }
        catch (JsonException exception)
        {
            throw new UnreadableFileException($"it is not JSON (line {exception.LineNumber + 1}).");
        }
    }
}
