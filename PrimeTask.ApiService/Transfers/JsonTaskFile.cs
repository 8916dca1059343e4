using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>One object with the account, its projects, labels and saved views, and the array <c>tasks</c>, each as the API shows it. An array of tasks alone is read too.</summary>
internal sealed class JsonTaskFile : TaskFile
{
    private const string Tasks = "tasks";

    /// <summary>What a page of HTML needs escaped is plain text in a file, and a sixth as long.</summary>
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string ContentType => "application/json";

    public override string Extension => "json";

    public override byte[] Write(ExportedHead head)
    {
        var text = JsonSerializer.Serialize(head, WireJson.Options);
        return Encoding.UTF8.GetBytes($"{text[..^1]},\"{Tasks}\":[");
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
        var root = MemberOf(document.RootElement, Tasks) ?? document.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
            throw new UnreadableFileException($"it must be an array of tasks, or an object whose member {Tasks} is one.");
        foreach (var element in root.EnumerateArray())
            yield return Read(element);
    }

    protected override FileHead ReadHead(byte[] content)
    {
        using var document = Parse(content);
        var root = document.RootElement;
        return new(
            [.. ReadAll<ImportedProject>(root, "projects", "project").Select(project => new FileProject(WireText.Line(project.Name.Value!), project.Id.Value)
            {
                Color = project.Color.Or(Color.Gray),
                Archived = project.Archived.Or(false),
            })],
            [.. ReadAll<ImportedLabel>(root, "labels", "label", (label, errors) => TextListAttribute.CheckName(errors, "name", label.Name.Value!, Label.MaxNameLength))
                .Select(label => new FileLabel(WireText.Line(label.Name.Value!), label.Color.Or(Color.Gray)))],
            ReadAll<ViewRequest>(root, "views", "view"));
    }

    /// <summary>Also for a row of a table.</summary>
    internal static (ImportedTask? Task, string? Problem) Read(JsonElement element) => Read<ImportedTask>(element, "task");

    private static (T? Value, string? Problem) Read<T>(JsonElement element, string kind)
        where T : class
    {
        try
        {
            return (element.Deserialize<T>(WireJson.Options), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var path = (exception as JsonException)?.Path?.TrimStart('$', '.');
            return (null, string.IsNullOrEmpty(path) ? $"This is no {kind}." : $"{path} has the wrong type.");
        }
    }

    /// <summary>All of a kind that the file has, if it has any.</summary>
    private static List<T> ReadAll<T>(JsonElement root, string member, string kind, Action<T, FieldErrors>? check = null)
        where T : class
    {
        if (MemberOf(root, member) is not { ValueKind: not JsonValueKind.Null } elements)
            return [];
        if (elements.ValueKind != JsonValueKind.Array)
            throw new UnreadableFileException($"its member {member} must be an array.");
        if (elements.GetArrayLength() > FileHead.Most)
            throw new UnreadableFileException($"it has more than {FileHead.Most} {member}.");

        var all = new List<T>();
        foreach (var element in elements.EnumerateArray())
        {
            var (value, problem) = Read<T>(element, kind);
            var errors = new FieldErrors();
            if (value is not null)
                errors.Check(value);
            if (value is not null && !errors.Any)
                check?.Invoke(value, errors);
            if ((value is null ? problem ?? FieldErrors.Null : errors.FirstProblem()) is { } wrong)
                throw new UnreadableFileException($"{kind} {all.Count + 1} is wrong. {wrong}");
            all.Add(value!);
        }

        return all;
    }

    private static JsonElement? MemberOf(JsonElement root, string name)
    {
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : null;
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
