using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>
/// How many tasks an owner has of a status and a priority, as far as <see cref="TaskCountFolding"/> has come: the changes since lie in
/// <see cref="TaskCountChange"/>, and both together are exact in every snapshot of the database.
/// </summary>
public sealed class TaskCount
{
    /// <summary>The owner under whom everybody's tasks are counted.</summary>
    public const long Everybody = 0;

    private TaskCount()
    {
    }

    public long OwnerId { get; private set; }

    public TaskItemStatus Status { get; private set; }

    public TaskItemPriority Priority { get; private set; }

    public long Count { get; private set; }
}

/// <summary>
/// What one change of tasks adds to the counts. A trigger writes it in the transaction of the change; it is only ever inserted, so that writers of one owner
/// never wait for each other.
/// </summary>
public sealed class TaskCountChange
{
    private TaskCountChange()
    {
    }

    public long Id { get; private set; }

    public long OwnerId { get; private set; }

    public TaskItemStatus Status { get; private set; }

    public TaskItemPriority Priority { get; private set; }

    public long Change { get; private set; }
}

internal sealed class TaskCountConfiguration : IEntityTypeConfiguration<TaskCount>, IEntityTypeConfiguration<TaskCountChange>
{
    public void Configure(EntityTypeBuilder<TaskCount> builder)
    {
        builder.ToTable("task_counts");
        builder.HasKey(count => new { count.OwnerId, count.Status, count.Priority });
        builder.Property(count => count.Status).HasMaxLength(16).HasConversion<ChoiceConverter<TaskItemStatus>>();
        builder.Property(count => count.Priority).HasMaxLength(16).HasConversion<ChoiceConverter<TaskItemPriority>>();
    }

    public void Configure(EntityTypeBuilder<TaskCountChange> builder)
    {
        builder.ToTable("task_count_changes");
        builder.Property(change => change.Status).HasMaxLength(16).HasConversion<ChoiceConverter<TaskItemStatus>>();
        builder.Property(change => change.Priority).HasMaxLength(16).HasConversion<ChoiceConverter<TaskItemPriority>>();
        builder.HasIndex(change => change.OwnerId);
    }
}
