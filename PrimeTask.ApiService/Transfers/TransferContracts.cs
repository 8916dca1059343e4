using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>What the file shall be.</summary>
public sealed record ExportRequest
{
    /// <summary>json has the account with its projects, labels, saved views and tasks, csv the tasks as a table.</summary>
    [Required]
    public Maybe<TransferFormat> Format { get; init; }
}

/// <summary>An export or import, and how far it is.</summary>
/// <param name="State">none when there is no such transfer: all else is then null or 0.</param>
/// <param name="Format">Of the file.</param>
/// <param name="Total">How many tasks there are; 0 until it is known.</param>
/// <param name="Done">How many of them are exported or imported.</param>
/// <param name="Size">Of the file, in bytes. A file of more than 10 MiB or 50,000 tasks must be split to be imported.</param>
/// <param name="Problem">Why it has failed: what is wrong with the file, or how much of it was imported.</param>
/// <param name="RowErrors">What is wrong with single tasks of the file: the first 50 sentences.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="EndedAt">When it was done, or had failed.</param>
/// <param name="ExpiresAt">When it is deleted.</param>
public sealed record TransferResponse(
    [property: Example("done")] TransferState State,
    TransferFormat? Format,
    [property: Example(120)] int Total,
    [property: Example(120)] int Done,
    [property: Example(48_213)] long Size,
    string? Problem,
    IReadOnlyList<RowError> RowErrors,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? ExpiresAt)
{
    public static TransferResponse From(Transfer? transfer) => transfer is null
        ? new(TransferState.None, null, 0, 0, 0, null, [], null, null, null)
        : new(
            transfer.State,
            transfer.Format,
            transfer.Total,
            transfer.Done,
            transfer.Size,
            transfer.Problem,
            JsonSerializer.Deserialize<RowError[]>(transfer.Errors, WireJson.Options)!,
            transfer.CreatedAt,
            transfer.EndedAt,
            transfer.ExpiresAt);
}

/// <param name="Row">The task's number in the file, from 1.</param>
/// <param name="Field">Null when it is about the whole task.</param>
/// <param name="Message">A sentence.</param>
public sealed record RowError([property: Example(17)] int Row, [property: Example("title")] string? Field, [property: Example(FieldErrors.Required)] string Message);

/// <summary>A file to import: an export in JSON, or an array of tasks. What is there already with the same name stays as it is, and takes the file's tasks.</summary>
/// <param name="Tasks">At most 50,000.</param>
/// <param name="Projects">In their order, also those without tasks; at most 10,000.</param>
/// <param name="Labels">With their colours; at most 10,000.</param>
/// <param name="Views">There can be 100 with those that are there already. A view of subtasks, or of projects that the file does not have, is left out.</param>
public sealed record ImportFile(
    IReadOnlyList<ImportedTask> Tasks, IReadOnlyList<ImportedProject>? Projects, IReadOnlyList<ImportedLabel>? Labels, IReadOnlyList<ViewRequest>? Views);

/// <summary>A project of a file.</summary>
public sealed record ImportedProject : ProjectRequest
{
    /// <summary>What project of tasks and views of the file refers to. The imported project has an id of its own.</summary>
    public Maybe<long?> Id { get; init; }
}

/// <summary>A label of a file.</summary>
public sealed record ImportedLabel
{
    [Required, Line(Label.MaxNameLength, Pattern = TextListAttribute.Pattern, Example = "errand")]
    public Maybe<string> Name { get; init; }

    public Maybe<Color> Color { get; init; }
}

/// <summary>A task of a file: as in the body of POST, and with the times that it had.</summary>
public sealed record ImportedTask : TaskRequest
{
    /// <summary>Now if it is left out.</summary>
    public Maybe<DateTimeOffset?> CreatedAt { get; init; }

    /// <summary>Only a completed task has one; now if it is left out.</summary>
    public Maybe<DateTimeOffset?> CompletedAt { get; init; }

    /// <summary>Instead of project, which is an id of the account that was exported: the project of that name, which is made where it is missing.</summary>
    [Line(Tasks.Projects.Project.MaxNameLength, MinLength = 0, Example = "Kitchen")]
    public Maybe<string?> ProjectName { get; init; }

    /// <summary>Of an export: what parent of other tasks of the file refers to. The imported task has an id of its own.</summary>
    public Maybe<long?> Id { get; init; }

    /// <summary>Of an export: the order by hand stays as it was. Where not all tasks of the file have one, their order in the file is taken.</summary>
    [Text(64, Example = "42.5")]
    public Maybe<string?> Position { get; init; }

    /// <summary>Of an export: another task goes on with the series, so this one does not recur.</summary>
    [Example(null)]
    public Maybe<long?> Next { get; init; }
}
