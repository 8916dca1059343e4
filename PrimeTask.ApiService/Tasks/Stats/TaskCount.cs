using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

    /// <summary>The hour (UTC) in which these tasks are due, if they are open and due at all.</summary>
    public DateTimeOffset? DueHour { get; private set; }
}

/// <summary>
/// How many open tasks of everybody's are due in an hour, a day or a month (UTC), as far as <see cref="TaskCountFolding"/> has come. It does not change with the
/// time: so what is overdue is the sum of the months, days and hours that are over, and only the hour under way is counted among the tasks.
/// </summary>
public sealed class TaskDueCount
{
    public const string Hour = "hour";
    public const string Day = "day";
    public const string Month = "month";

    private TaskDueCount()
    {
    }

    /// <summary>As <c>date_trunc</c> names them.</summary>
    public string Unit { get; private set; } = "";

    public DateTimeOffset Start { get; private set; }

    public long Count { get; private set; }
}

internal sealed class TaskCountConfiguration : IEntityTypeConfiguration<TaskCount>, IEntityTypeConfiguration<TaskCountChange>, IEntityTypeConfiguration<TaskDueCount>
{
    public void Configure(EntityTypeBuilder<TaskCount> builder)
    {
        builder.ToTable("task_counts");
        builder.HasKey(count => new { count.OwnerId, count.Status, count.Priority });
        builder.Property(count => count.Status).HasMaxLength(16).HasConversion(TaskItemConfiguration.StatusNames);
        builder.Property(count => count.Priority).HasMaxLength(16).HasConversion(TaskItemConfiguration.PriorityNames);
    }

    public void Configure(EntityTypeBuilder<TaskCountChange> builder)
    {
        builder.ToTable("task_count_changes");
        builder.Property(change => change.Status).HasMaxLength(16).HasConversion(TaskItemConfiguration.StatusNames);
        builder.Property(change => change.Priority).HasMaxLength(16).HasConversion(TaskItemConfiguration.PriorityNames);
        builder.HasIndex(change => change.OwnerId);
    }

    public void Configure(EntityTypeBuilder<TaskDueCount> builder)
    {
        builder.ToTable("task_due_counts");
        builder.HasKey(count => new { count.Unit, count.Start });
        builder.Property(count => count.Unit).HasMaxLength(8);
    }
}
