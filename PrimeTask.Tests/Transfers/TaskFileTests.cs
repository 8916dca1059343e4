using CsvHelper;
using CsvHelper.Configuration;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Transfers;

namespace PrimeTask.Tests.Transfers;

/// <summary>What a file of tasks holds after it was written and read, and what is said of files that are none.</summary>
public sealed class TaskFileTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What spreadsheets, JSON and CSV take for something else.</summary>
    private static readonly string[] _texts =
    [
        "Plain", "=HYPERLINK(\"https://example.com/?\"&A1)", "+1", "-1", "@SUM(A1)", "'tis", "'=1", "''", "\"quoted\"", "semi;colon", "com,ma", "ＨＩ", "＝1", "日本語 👩‍👩‍👧", "null", "\\n \\u0000",
    ];

    /// <summary>As long as a description can be, of characters that files write in one, two or more.</summary>
    private static readonly string[] _longest =
        [.. ((string[])["x", "\"", "=", "日", "👩"]).Select(character => string.Concat(Enumerable.Repeat(character, TaskItem.MaxDescriptionLength)))];

    [Theory]
    [InlineData(TransferFormat.Json)]
    [InlineData(TransferFormat.Csv)]
    public void Tasks_ThatWereWritten_AreReadAsTheyWere(TransferFormat format)
    {
        TaskItem[] tasks =
        [
            .. _texts.SelectMany(text => new[] { Make(text, null, TaskItemStatus.Pending), Make("A task", $"{text}\r\nsecond\n\tline", TaskItemStatus.Completed) }),
            .. _longest.Select(text => Make("Long", text, TaskItemStatus.Cancelled)),
        ];
        var file = TaskFile.Of(format);

        var read = file.Read(
            [.. file.Write(new ExportedHead(_now, SomeUser, [], [], [])), .. file.Write([.. tasks[..3].Select(task => new ExportedTask(TaskResponseOf(task), null))], isFirst: true), .. file.Write([.. tasks[3..].Select(task => new ExportedTask(TaskResponseOf(task), null))], isFirst: false), .. file.Tail()], _now);

        Assert.Equal((null, 0), (read.Problem, read.Errors.Count));
        Assert.Equal(tasks.Select(Shown), read.Tasks.Select(task => Shown(TaskItem.Import(7, task.Changes, task.CreatedAt, task.CompletedAt, _now.AddDays(1)))));
    }

    [Theory]
    [InlineData(TransferFormat.Json)]
    [InlineData(TransferFormat.Csv)]
    public void File_WithoutTasks_IsWrittenAndSaysSo(TransferFormat format)
    {
        var file = TaskFile.Of(format);

        var read = file.Read([.. file.Write(new ExportedHead(_now, SomeUser, [], [], [])), .. file.Tail()], _now);

        Assert.Equal("Nothing was imported: the file has no tasks.", read.Problem);
    }

    [Fact]
    public void Table_HasNoCellThatASpreadsheetTakesForAFormula()
    {
        var file = TaskFile.Of(TransferFormat.Csv);
        byte[] content = [.. file.Write(new ExportedHead(_now, SomeUser, [], [], [])), .. file.Write([.. _texts.Select(text => new ExportedTask(TaskResponseOf(Make(text, text, TaskItemStatus.Pending)), text))], isFirst: true)];
        using var csv = new CsvReader(new StreamReader(new MemoryStream(content)), new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), content[..3]);
        Assert.All(csv.GetRecords<dynamic>().SelectMany(row => ((IDictionary<string, object>)row).Values), cell => Assert.DoesNotMatch(@"\A[=+\-@\t\r\n＝＋－＠]", (string)cell));
    }

    [Theory]
    [InlineData("title;due_date\nPaint;2026-05-01\n")]
    [InlineData("title\tdue_date\r\nPaint\t2026-05-01\r\n")]
    [InlineData("\uFEFF Title ,DUE_DATE\nPaint,2026-05-01")]
    [InlineData("due_date,title\n2026-05-01,\"Paint\"\n\n")]
    public void Table_AsSpreadsheetsWriteIt_IsRead(string text)
    {
        var read = TaskFile.Of(TransferFormat.Csv).Read(Encoding.UTF8.GetBytes(text), _now);

        var task = Assert.Single(read.Tasks);
        Assert.Equal(("Paint", new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)), (task.Changes.Title.Value, task.Changes.DueDate.Value));
    }

    [Theory]
    [InlineData(TransferFormat.Json, "", "Nothing was imported: it is not JSON (line 1).")]
    [InlineData(TransferFormat.Json, "[\n{\"title\":}]", "Nothing was imported: it is not JSON (line 2).")]
    [InlineData(TransferFormat.Json, "{}", "Nothing was imported: it must be an array of tasks, or an object whose member tasks is one.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":{}}", "Nothing was imported: it must be an array of tasks, or an object whose member tasks is one.")]
    [InlineData(TransferFormat.Json, "[]", "Nothing was imported: the file has no tasks.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[{\"title\":\"a\"}],\"\\ud800\":1}", "Nothing was imported: the name of one of its members is no text.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"projects\":[]}", "Nothing was imported: the file has no tasks.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"projects\":{}}", "Nothing was imported: its member projects must be an array.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"projects\":[{\"name\":\"a\"},null]}", "Nothing was imported: project 2 is wrong. This field may not be null.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"projects\":[{\"name\":\"a\",\"color\":\"no\"}]}", "Nothing was imported: project 1 is wrong. color")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"projects\":[{\"id\":1}]}", "Nothing was imported: project 1 is wrong. name: This field is required.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"labels\":[{\"name\":\"a,b\"}]}", "Nothing was imported: label 1 is wrong. name: ")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"labels\":[7]}", "Nothing was imported: label 1 is wrong. This is no label.")]
    [InlineData(TransferFormat.Json, "{\"tasks\":[],\"views\":[{\"name\":\"a\",\"layout\":1}]}", "Nothing was imported: view 1 is wrong. layout has the wrong type.")]
    [InlineData(TransferFormat.Csv, "", "Nothing was imported: the file is empty.")]
    [InlineData(TransferFormat.Csv, "title\n", "Nothing was imported: the file has no tasks.")]
    [InlineData(TransferFormat.Csv, "priority\nlow\n", "Nothing was imported: the column title is missing. The first line must name the columns.")]
    [InlineData(TransferFormat.Csv, "title,title\na,b\n", "Nothing was imported: two columns have the same name.")]
    [InlineData(TransferFormat.Csv, "title,colour\na,b\n", "Nothing was imported: \"colour\" is no column. Allowed: id, title,")]
    [InlineData(TransferFormat.Csv, "title\n\"never closed\n", "Nothing was imported: line")]
    public void File_ThatCantBeRead_SaysWhy(TransferFormat format, string text, string problem)
    {
        var read = TaskFile.Of(format).Read(Encoding.UTF8.GetBytes(text), _now);

        Assert.Empty(read.Tasks);
        Assert.StartsWith(problem, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonFile_HasTextAsItIs()
    {
        const string Text = "<b>日本語</b> 'Käse' & \\";
        var part = TaskFile.Of(TransferFormat.Json).Write([new(TaskResponseOf(Make("A task", Text, TaskItemStatus.Pending)), "Küche")], isFirst: true);

        Assert.Contains("\"description\":\"<b>日本語</b> 'Käse' & \\\\\"", Encoding.UTF8.GetString(part), StringComparison.Ordinal);
        Assert.Contains("\"Küche\"", Encoding.UTF8.GetString(part), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1", "title\nKäse\n")]
    [InlineData("utf-16", "title\nCheese\n")]
    public void Table_ThatIsNotUtf8_SaysSo(string encoding, string text)
    {
        var read = TaskFile.Of(TransferFormat.Csv).Read(Encoding.GetEncoding(encoding).GetBytes(text), _now);

        Assert.Equal("Nothing was imported: its text is not UTF-8. Save it as \"CSV UTF-8\".", read.Problem);
    }

    [Theory]
    [InlineData(TransferFormat.Json, """[{"title":"a"},{},{"title":" "},5,{"title":7},{"title":"b","status":"odd","due_date":"soon"},{"title":"c","created_at":"2030-01-01"},null]""",
        "2 title: This field is required.|3 title: This field may not be blank.|4 : This is no task.|5 : title has the wrong type.|6 due_date: Enter a valid date and time.|6 status: Invalid choice. Allowed: pending, in_progress, completed, cancelled.|7 created_at: This time is in the future.|8 : This field may not be null.")]
    [InlineData(TransferFormat.Csv, "title,status,due_date\na,,\n,pending,\nb,odd,soon\nc,pending,,too,much\n",
        "2 title: This field is required.|3 due_date: Enter a valid date and time.|3 status: Invalid choice. Allowed: pending, in_progress, completed, cancelled.|4 : This line has 5 cells, and there are 3 columns.")]
    public void Tasks_OfWhichSomeAreWrong_AreNamedAndNoneIsRead(TransferFormat format, string text, string expected)
    {
        var read = TaskFile.Of(format).Read(Encoding.UTF8.GetBytes(text), _now);

        Assert.Empty(read.Tasks);
        Assert.Equal(expected.Split('|').Order(), read.Errors.Select(error => $"{error.Row} {error.Field}: {error.Message}").Order());
        Assert.Equal($"Nothing was imported: {read.Errors.Select(error => error.Row).Distinct().Count()} tasks are wrong.", read.Problem);
    }

    private static ApiService.Accounts.UserResponse SomeUser => new(7, "ann@example.com", true, "ann", "Ann", "Marsh", default, "UTC", _now, _now);

    private static TaskItem Make(string title, string? description, TaskItemStatus status)
    {
        var task = TaskItem.Create(7, new TaskChanges(new(title), new(description), new(TaskItemStatus.Pending), new(TaskItemPriority.High), new(_now.AddHours(5))), _now.AddDays(-2));
        if (status != TaskItemStatus.Pending)
            task.Edit(new TaskChanges(default, default, new(status), default, default) { DueOn = new(new(2028, 2, 29)), StartOn = new(new(2028, 1, 31)) }, _now.AddDays(-1));
        return task;
    }

    private static TaskResponse TaskResponseOf(TaskItem task) => TaskResponse.Created(task, 42, 1, "ann", "ann@example.com");

    private static (string, string?, TaskItemStatus, TaskItemPriority, DateTimeOffset?, DateOnly?, DateOnly?, DateTimeOffset?, DateTimeOffset) Shown(TaskItem task) =>
        (task.Title, task.Description, task.Status, task.Priority, task.DueDate, task.DueOn, task.StartOn, task.CompletedAt, task.CreatedAt);
}
