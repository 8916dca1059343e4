using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrimeTask.ApiService.Tasks.History;

/// <summary>One change of a task. Entries are written with the change or not at all, and go when the task is deleted for good (<c>Data/Sql/task-history.sql</c>).</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    public long TaskId { get; private set; }

    public long Id { get; private set; }

    /// <summary>Who did it; the account may be gone.</summary>
    public long ActorId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>JSON: for each member of the task that has changed, what it was and what it is.</summary>
    public string Changes { get; private set; } = "";

    /// <returns>Null when nothing has changed.</returns>
    public static HistoryEntry? OfChange(TaskResponse before, TaskResponse after, long actorId, DateTimeOffset at) =>
        TaskDifference.Between(before, after) is { } changes ? Of(after.Id, actorId, at, changes) : null;

    public static HistoryEntry OfDeletion(long taskId, long actorId, DateTimeOffset at) => Of(taskId, actorId, at, TaskDifference.OfDeletedAt(null, at));

    public static HistoryEntry OfRestoration(long taskId, long actorId, DateTimeOffset deletedAt, DateTimeOffset at) =>
        Of(taskId, actorId, at, TaskDifference.OfDeletedAt(deletedAt, null));

    private static HistoryEntry Of(long taskId, long actorId, DateTimeOffset at, string changes) =>
        new() { TaskId = taskId, ActorId = actorId, At = at, Changes = changes };
}

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("task_history");
        // Every change of a task adds one: this is the only index that it costs.
        builder.HasKey(entry => new { entry.TaskId, entry.Id });
        builder.Property(entry => entry.Id).UseIdentityByDefaultColumn();
        builder.Property(entry => entry.Changes).HasColumnType("jsonb");
    }
}
