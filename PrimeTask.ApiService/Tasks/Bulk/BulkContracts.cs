using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Recurrence;

namespace PrimeTask.ApiService.Tasks.Bulk;

public enum BulkAction
{
    Create,
    Update,
    Delete,
    Restore,
    Duplicate,
    Complete,
    Reopen,
    Skip,
    Move,
}

/// <param name="Operations">Up to 200, done in their order.</param>
/// <param name="Atomic">All or nothing; if false, what fails keeps nothing else from being done.</param>
public sealed record BulkRequest([property: Required, Length(1, BulkRequest.MaxOperations)] IReadOnlyList<BulkOperation?> Operations, bool Atomic = true)
{
    public const int MaxOperations = 200;

    public IReadOnlyList<BulkStep> Read(FieldErrors errors)
    {
        errors.Check(this);
        return errors.Any ? [] : [.. Operations.Select(BulkStep.Read)];
    }
}

public sealed record BulkOperation
{
    /// <summary>What one operation moves to the trash or out of it, no other one of the same request finds.</summary>
    [Required]
    public Maybe<BulkAction> Op { get; init; }

    /// <summary>Of the task, unless it is to be created.</summary>
    public Maybe<long?> Id { get; init; }

    /// <summary>To delete for good, also what is in the trash.</summary>
    [Example(false)]
    public bool? Permanent { get; init; }

    /// <summary>To update: as the query's parameter of that name.</summary>
    public Maybe<EditScope> Scope { get; init; }

    /// <summary>Like the header If-Match.</summary>
    [Example("\"3c5b0f7d\"")]
    public string? IfMatch { get; init; }

    /// <summary>To create, like the body of POST; to update, like that of PATCH; to move, like that of the request that moves.</summary>
    public BulkData? Data { get; init; }
}

/// <summary>A task's members, and where to in the order by hand.</summary>
[Partial]
public sealed record BulkData : TaskRequest
{
    /// <inheritdoc cref="MoveRequest.Before"/>
    [Example(null)]
    public Maybe<long?> Before { get; init; }

    /// <inheritdoc cref="MoveRequest.After"/>
    [Example(null)]
    public Maybe<long?> After { get; init; }

    [Example(false)]
    public Maybe<bool> First { get; init; }

    [Example(false)]
    public Maybe<bool> Last { get; init; }

    internal TaskMoveRequest ToMove() => new() { Before = Before, After = After, First = First, Last = Last, Project = Project, Status = Status, Parent = Parent };
}

/// <summary>An operation as it was understood, or what is wrong with it.</summary>
/// <remarks>Members of later releases are left out of its JSON where they are not present: see <see cref="TaskChanges"/>.</remarks>
public sealed record BulkStep(BulkAction Action, long Id, string? IfMatch, TaskChanges? Changes, FieldErrors Errors)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsForGood { get; init; }

    /// <summary>Where to, of a move.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HandMove? Move { get; init; }

    /// <summary>Whether what it names can lie in the trash.</summary>
    [JsonIgnore]
    public bool MayBeInTrash => Action == BulkAction.Restore || IsForGood;

    public static BulkStep Read(BulkOperation? operation)
    {
        var errors = new FieldErrors();
        if (operation is null)
        {
            errors.Add(Failures.Detail, FieldErrors.Null);
            return new BulkStep(default, 0, null, null, errors);
        }

        errors.Check(operation);
        var action = operation.Op.Value;
        if (errors.Any)
            return new BulkStep(action, 0, null, null, errors);

        if (action != BulkAction.Create && !operation.Id.IsPresent)
            errors.Add("id", FieldErrors.Required);
        return new BulkStep(action, operation.Id.Value ?? 0, operation.IfMatch, ReadChanges(operation, errors), errors)
        {
            Move = action == BulkAction.Move ? ReadData(operation.Data, errors, (data, fields) => data.ToMove().Read(fields)) : null,
            IsForGood = action == BulkAction.Delete && operation.Permanent == true,
        };
    }

    private static TaskChanges? ReadChanges(BulkOperation operation, FieldErrors errors) => operation.Op.Value switch
    {
        BulkAction.Create => ReadData(operation.Data, errors, (data, fields) => data.ReadWhole(fields)),
        BulkAction.Update when ReadData(operation.Data, errors, (data, fields) => data.ReadPart(fields)) is { } changes => changes with { Following = operation.Scope.Value == EditScope.Following },
        BulkAction.Complete => TaskChanges.Completed,
        BulkAction.Reopen => TaskChanges.Of(TaskStep.Reopen),
        BulkAction.Skip => TaskChanges.Of(TaskStep.Skip),
        BulkAction.Move => operation.Data?.ToMove().ReadChanges(),
        _ => null,
    };

    private static T? ReadData<T>(BulkData? data, FieldErrors errors, Func<BulkData, FieldErrors, T> read)
        where T : class
    {
        if (data is null)
        {
            errors.Add("data", FieldErrors.Required);
            return null;
        }

        var fields = new FieldErrors();
        var result = read(data, fields);
        errors.AddUnder("data", fields);
        return result;
    }
}

/// <summary>What became of one operation: as its own request would have been answered.</summary>
public sealed record BulkResult(
    bool Success, [property: Example(200)] int Status, [property: Example(TaskEndpoints.Updated)] string Message)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TaskResponse? Data { get; init; }

    [Example("\"3c5b0f7d\"")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Etag { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}

/// <param name="Results">In the order of the operations.</param>
public sealed record BulkResponse(IReadOnlyList<BulkResult> Results);
