using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks.Recurrence;

public enum RecurrenceFrom
{
    Schedule,
    Completion,
}

/// <summary>Which occurrences of a recurring task get new values.</summary>
public enum EditScope
{
    This,

    /// <summary>This one, and all that will be made after it.</summary>
    Following,
}

/// <summary>What is done to a task beside giving it other values.</summary>
public enum TaskStep
{
    None,

    /// <summary>It gets the status that it had before it was completed or cancelled.</summary>
    Reopen,

    /// <summary>It is cancelled, and the next occurrence made.</summary>
    Skip,
}

/// <summary>The place of a recurring task in its series, and what the next one will be like.</summary>
public sealed record Occurrence
{
    /// <summary>Where the rule puts it, in local time of its owner, also when it alone was moved elsewhere, or clocks skip that time.</summary>
    public required DateTime Slot { get; init; }

    public required bool IsAllDay { get; init; }

    /// <summary>Has the day, weekday and month that the rule does not name: the 31st, also of an occurrence in February.</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>How many there are up to this one, itself included, since the rule was set.</summary>
    public required int Number { get; init; }

    /// <summary>What the next one gets where it alone was changed; null for what it has itself.</summary>
    public TaskTemplate? Template { get; init; }

    /// <summary>The <see cref="Digest"/> of the task when it was made by completing the one before; null for the first.</summary>
    public string? AsMade { get; init; }

    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(Slot);

    /// <summary>Of a task that recurs.</summary>
    public static Occurrence Of(TaskItem task) => task.Occurrence ?? First(task);

    /// <summary>Differs when anything differs that people can change of a task, but for its place in the order by hand, and the order of its labels.</summary>
    public static string Digest(TaskItem task) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            new { Template = TaskTemplate.Of(task) with { Labels = [.. task.Labels.Order(StringComparer.Ordinal)] }, task.DueDate, task.DueOn, task.Status, task.Recurrence, task.RecurrenceFrom }, WireJson.Options)));

    /// <summary>After an edit of the task that left the rule alone.</summary>
    /// <param name="changes">The edit.</param>
    /// <param name="task">As it is now.</param>
    /// <param name="before">Of the task before.</param>
    /// <param name="isMoved">Whether it is due at another time.</param>
    /// <returns>Null where all follows from the task.</returns>
    public Occurrence? After(TaskChanges changes, TaskItem task, TaskTemplate before, bool isMoved)
    {
        if (changes.Following)
            return (isMoved ? First(task) with { Number = Number, AsMade = AsMade } : this) with { Template = Template?.Edit(changes) };
        var isChanged = TaskTemplate.Of(task) != before;
        return isChanged || isMoved || task.Occurrence is not null ? this with { Template = Template ?? (isChanged ? before : null) } : null;
    }

    /// <summary>The place after this one.</summary>
    /// <param name="task">The task at this place.</param>
    /// <param name="now">When it is completed.</param>
    /// <returns>Null when this is the last one.</returns>
    public Occurrence? Next(TaskItem task, DateTimeOffset now)
    {
        var rule = RecurrenceRule.Parse(task.Recurrence!);
        var zone = ZoneDays.Of(task.Owner.TimeZone);
        var (slot, anchor) = (LocalDateTime.FromDateTime(Slot), LocalDate.FromDateOnly(Anchor));
        if (task.RecurrenceFrom == RecurrenceFrom.Completion)
        {
            anchor = LocalDate.FromDateOnly(zone.DateAt(now));
            slot = anchor + slot.TimeOfDay;
        }

        if (rule.Next(slot, anchor) is not { } next || rule.Count <= Number || next.Date > rule.LastDay || zone.TimeOf(next) > rule.LastInstant?.ToDateTimeOffset())
            return null;
        return new Occurrence { Slot = next.ToDateTimeUnspecified(), IsAllDay = IsAllDay, Anchor = anchor.ToDateOnly(), Number = Number + 1 };
    }

    /// <summary>When the rule has it due.</summary>
    public (DateTimeOffset? Date, DateOnly? Day) Due(string timeZone) =>
        IsAllDay ? (null, Day) : (ZoneDays.Of(timeZone).TimeOf(LocalDateTime.FromDateTime(Slot)), null);

    private static Occurrence First(TaskItem task)
    {
        var slot = task.DueDate is { } time ? ZoneDays.Of(task.Owner.TimeZone).LocalTimeAt(time).ToDateTimeUnspecified() : task.DueOn!.Value.ToDateTime(TimeOnly.MinValue);
        return new Occurrence { Slot = slot, IsAllDay = task.DueDate is null, Anchor = DateOnly.FromDateTime(slot), Number = 1 };
    }
}

/// <summary>What an occurrence hands on to the next one as it is.</summary>
public sealed record TaskTemplate(string Title, string? Description, TaskItemPriority Priority, DateOnly? StartOn, long? Project, string[] Labels)
{
    public static TaskTemplate Of(TaskItem task) => new(task.Title, task.Description, task.Priority, task.StartOn, task.ProjectId, task.Labels);

    public TaskTemplate Edit(TaskChanges changes) => new(
        changes.Title.Or(Title)!, changes.Description.Or(Description), changes.Priority.Or(Priority), changes.StartOn.Or(StartOn), changes.Project.Or(Project),
        [.. changes.Labels.Value ?? Labels]);

    public bool Equals(TaskTemplate? other) =>
        other is not null && (Title, Description, Priority, StartOn, Project) == (other.Title, other.Description, other.Priority, other.StartOn, other.Project)
        && Labels.SequenceEqual(other.Labels);

    public override int GetHashCode() => HashCode.Combine(Title, Description, Priority, StartOn, Project, Labels.Length);
}
