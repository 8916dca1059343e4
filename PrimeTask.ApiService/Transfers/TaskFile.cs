using System.Text.Json;
using System.Text.Json.Nodes;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Transfers;

/// <summary>A format of files of tasks: it is written in parts, and read as a whole.</summary>
internal abstract class TaskFile
{
    public const int MostTasks = 50_000;

    /// <summary>Of a file to import, in bytes.</summary>
    public const int MaxSize = 10 * 1024 * 1024;

    public const string ProjectName = "project_name";

    public const string NothingImported = "Nothing was imported:";

    public abstract string ContentType { get; }

    public abstract string Extension { get; }

    public static TaskFile Of(TransferFormat format) => format switch
    {
        TransferFormat.Json => new JsonTaskFile(),
        TransferFormat.Csv => new CsvTaskFile(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public abstract byte[] Write(ExportedHead head);

    /// <param name="tasks">Some of the tasks.</param>
    /// <param name="isFirst">Whether they are the first of the file.</param>
    public abstract byte[] Write(IReadOnlyList<ExportedTask> tasks, bool isFirst);

    public abstract byte[] Tail();

    /// <summary>All of the file, or what is wrong with it: one wrong task, and none is imported.</summary>
    public ReadFile Read(byte[] content, DateTimeOffset now)
    {
        var tasks = new List<ReadTask>();
        var parents = new FileParents();
        var errors = new List<RowError>();
        FileHead head;
        try
        {
            head = ReadHead(content);
            foreach (var (row, (task, problem)) in Rows(content).Index())
            {
                if (row == MostTasks)
                    throw new UnreadableFileException($"it has more than {MostTasks} tasks. Import it in several files.");
                if (task is null)
                    errors.Add(new RowError(row + 1, null, problem ?? FieldErrors.Null));
                else
                    Check(row + 1, task, head, now, tasks, errors);
                parents.Add(task);
            }
        }
        catch (UnreadableFileException exception)
        {
            return ReadFile.Wrong($"{NothingImported} {exception.Message}");
        }

        errors.AddRange(parents.Errors());
        var wrong = errors.Select(error => error.Row).Distinct().Count();
        return wrong > 0 ? ReadFile.Wrong($"{NothingImported} {(wrong == 1 ? "1 task is" : $"{wrong} tasks are")} wrong.", errors)
            : tasks.Count == 0 && head.IsEmpty ? ReadFile.Wrong($"{NothingImported} the file has no tasks.")
            : new(head, [.. tasks.Select((task, row) => task with { Parent = parents.RowOf(row) })], null, []);
    }

    /// <summary>The tasks as they stand in the file; null and a sentence for one that can't be read.</summary>
    /// <exception cref="UnreadableFileException">The file as a whole can't be read.</exception>
    protected abstract IEnumerable<(ImportedTask? Task, string? Problem)> Rows(byte[] content);

    /// <exception cref="UnreadableFileException">Something in it is wrong.</exception>
    protected virtual FileHead ReadHead(byte[] content) => FileHead.Empty;

    /// <summary>A task as the API shows it, with the name of its project: ids are not the same elsewhere.</summary>
    protected static JsonObject Members(ExportedTask task)
    {
        var members = JsonSerializer.SerializeToNode(task.Task, WireJson.Options)!.AsObject();
        members.Insert(members.IndexOf("project") + 1, ProjectName, task.ProjectName);
        return members;
    }

    /// <summary>By its name; where there is none, by its id among the projects of the file.</summary>
    private static FileProject? ProjectOf(ImportedTask task, FileHead head) => task.ProjectName.Value is { } name && WireText.Line(name) is { Length: > 0 } line
        ? new(line, task.Project.Value)
        : task.Project.Value is { } id ? head.FindProject(id) : null;

    private static void Check(int row, ImportedTask task, FileHead head, DateTimeOffset now, List<ReadTask> tasks, List<RowError> errors)
    {
        var found = new FieldErrors();
        // Its id is one of the account that was exported.
        var changes = task.ReadWhole(found) with { Parent = default };
        if (task.Next.Value is not null)
            changes = changes with { Recurrence = default, RecurrenceFrom = default };
        // A day, because not every clock is right and not every time has a zone.
        if (task.CreatedAt.Value > now.AddDays(1))
            found.Add("created_at", "This time is in the future.");
        decimal? position = null;
        if (task.Position.Value is { } text)
        {
            if (HandOrder.TryRead(text, out var key))
                position = key;
            else
                found.Add("position", "This is no position of an export.");
        }

        if (found.Any)
            errors.AddRange(found.ToDictionary().SelectMany(field => field.Value.Select(sentence => new RowError(row, field.Key, sentence))));
        else
            tasks.Add(new ReadTask(changes, task.CreatedAt.Value, task.CompletedAt.Value) { Project = ProjectOf(task, head), Position = position });
    }
}

/// <param name="Head">What it has beside its tasks.</param>
/// <param name="Tasks">All of them, or none when there is a problem.</param>
/// <param name="Problem">Why the file can't be imported.</param>
/// <param name="Errors">What is wrong with single tasks.</param>
internal sealed record ReadFile(FileHead Head, IReadOnlyList<ReadTask> Tasks, string? Problem, IReadOnlyList<RowError> Errors)
{
    public static ReadFile Wrong(string problem, IReadOnlyList<RowError>? errors = null) => new(FileHead.Empty, [], problem, errors ?? []);
}

/// <summary>A valid task of a file.</summary>
internal sealed record ReadTask(TaskChanges Changes, DateTimeOffset? CreatedAt, DateTimeOffset? CompletedAt)
{
    /// <summary>Null for the Inbox.</summary>
    public FileProject? Project { get; init; }

    public decimal? Position { get; init; }

    /// <summary>The place of its parent among the tasks of the file; null for none.</summary>
    public int? Parent { get; init; }
}

/// <param name="Task">As the API shows it.</param>
/// <param name="ProjectName">Null in the Inbox.</param>
internal sealed record ExportedTask(TaskResponse Task, string? ProjectName);

/// <summary>The message ends a sentence about the file.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
