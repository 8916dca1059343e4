using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.ApiService.Transfers;

/// <summary>
/// A table (RFC 4180) of the members that are a task's own, with a byte order mark, without which spreadsheets take UTF-8 for something else.
/// </summary>
/// <remarks>
/// A spreadsheet takes a cell for a formula that begins with one of certain characters, and a formula can send the sheet's contents elsewhere (OWASP, CSV
/// Injection). Such a cell gets an apostrophe before it, which an import takes away again; so a cell that begins with an apostrophe gets one too.
/// </remarks>
internal sealed class CsvTaskFile : TaskFile
{
    private const string NotUtf8 = "its text is not UTF-8. Save it as \"CSV UTF-8\".";

    private const char Apostrophe = '\'';
    private const string BeginningsOfFormulas = "=+-@\t\r\n＝＋－＠";

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>What is the owner's, or says the same as another column or as other rows, is left out.</summary>
    private static readonly string[] _columns =
    [
        .. WireJson.Options.GetTypeInfo(typeof(TaskResponse)).Properties.Select(property => property.Name)
            .Where(name => !name.StartsWith("owner", StringComparison.Ordinal) && !name.EndsWith("_display", StringComparison.Ordinal) && name is not ("version" or "hand_position" or "subtasks"))
            .SelectMany(name => name == "project" ? (string[])[name, ProjectName] : [name]),
    ];

    private static readonly char[] _delimiters = [',', ';', '\t'];

    public override string ContentType => "text/csv";

    public override string Extension => "csv";

    public override byte[] Write(ExportedHead head) => [.. _strictUtf8.Preamble, .. Write(_columns)];

    public override byte[] Write(IReadOnlyList<ExportedTask> tasks, bool isFirst) => Write([.. tasks.Select(task =>
    {
        var members = Members(task);
        return _columns.Select(column => Guard(members[column] is JsonArray names ? string.Join(',', names.Select(name => (string)name!)) : members[column]?.ToString() ?? "")).ToArray();
    })]);

    public override byte[] Tail() => [];

    protected override IEnumerable<(ImportedTask? Task, string? Problem)> Rows(byte[] content)
    {
        using var reader = Open(content);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(content),
            // In UTF-16, and with every quote twice. The exact limit is that of the task.
            MaxFieldSize = TaskItem.MaxDescriptionLength * 4,
            BadDataFound = bad => throw new UnreadableFileException($"line {bad.Context.Parser?.RawRow} has a quote where none may be."),
        });
        var columns = ReadHeader(csv);
        while (Read(csv))
            yield return ReadRow(csv, columns);
    }

    private static string[] ReadHeader(CsvReader csv)
    {
        if (!Read(csv))
            throw new UnreadableFileException("the file is empty.");
        string[] columns = [.. csv.Parser.Record!.Select(column => column.Trim().ToLowerInvariant())];
        // UTF-16 without a byte order mark is valid UTF-8 full of NULs, which Postgres does not take in the sentence that would name the column.
        if (Array.Exists(columns, column => column.Contains('\0', StringComparison.Ordinal)))
            throw new UnreadableFileException(NotUtf8);
        if (Array.Find(columns, column => !_columns.Contains(column)) is { } unknown)
            throw new UnreadableFileException($"\"{WireText.Cut(unknown, 50)}\" is no column. Allowed: {string.Join(", ", _columns)}.");
        if (columns.Distinct().Count() < columns.Length)
            throw new UnreadableFileException("two columns have the same name.");
        if (!columns.Contains("title"))
            throw new UnreadableFileException("the column title is missing. The first line must name the columns.");
        return columns;
    }

    private static (ImportedTask? Task, string? Problem) ReadRow(CsvReader csv, string[] columns)
    {
        var cells = csv.Parser.Record!;
        if (cells.Length > columns.Length)
            return (null, $"This line has {cells.Length} cells, and there are {columns.Length} columns.");
        var members = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells).Where(pair => pair.Second.Length > 0))
            members[column] = Member(column, Unguard(cell));
        return JsonTaskFile.Read(JsonSerializer.SerializeToElement(members));
    }

    /// <summary>In a cell, what is no text in JSON is text too.</summary>
    private static JsonNode Member(string column, string cell) => column switch
    {
        "labels" => new JsonArray([.. cell.Split(',').Select(name => JsonValue.Create(name.Trim()))]),
        "id" or "project" or "parent" or "next" when long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => cell,
    };

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(NotUtf8);
        }
        catch (CsvHelperException)
        {
            throw new UnreadableFileException($"line {csv.Parser.RawRow} can't be read: is a quote not closed, or a text longer than {TaskItem.MaxDescriptionLength} characters?");
        }
    }

    private static StreamReader Open(byte[] content) => new(new MemoryStream(content, writable: false), _strictUtf8);

    /// <summary>The one that the first line has most of: spreadsheets write a semicolon where a comma stands in numbers.</summary>
    private static string DelimiterOf(byte[] content)
    {
        var line = Encoding.Latin1.GetString(content.AsSpan(0, Math.Min(content.Length, 4096))).Split('\n')[0];
        return _delimiters.MaxBy(delimiter => line.Count(letter => letter == delimiter)).ToString();
    }

    private static byte[] Write(params string[][] rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Guard(string cell) => cell.Length > 0 && IsGuarded(cell[0]) ? Apostrophe + cell : cell;

    private static string Unguard(string cell) => cell.Length > 1 && cell[0] == Apostrophe && IsGuarded(cell[1]) ? cell[1..] : cell;

    private static bool IsGuarded(char first) => first == Apostrophe || BeginningsOfFormulas.Contains(first, StringComparison.Ordinal);
}
