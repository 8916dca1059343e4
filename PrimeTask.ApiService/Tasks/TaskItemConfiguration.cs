using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Recurrence;

namespace PrimeTask.ApiService.Tasks;

internal sealed class TaskItemConfiguration : IEntityTypeConfiguration<TaskItem>
{
    private const string AllDay = "due_date IS NULL AND due_on IS NOT NULL";
    private const string Undated = "due_date IS NULL AND due_on IS NULL";

    public void Configure(EntityTypeBuilder<TaskItem> builder)
    {
        builder.ToTable("tasks");
        builder.Property(task => task.Title).HasMaxLength(TaskItem.MaxTitleLength);
        builder.Property(task => task.Description).HasMaxLength(TaskItem.MaxDescriptionLength);
        builder.Property(task => task.Status).HasMaxLength(16)
            .HasConversion<ChoiceConverter<TaskItemStatus>>();
        builder.Property(task => task.Priority).HasMaxLength(16)
            .HasConversion<ChoiceConverter<TaskItemPriority>>();
        // A replica of the release before leaves them out.
        builder.Property(task => task.Labels).HasDefaultValueSql("'{}'").ValueGeneratedNever();
        builder.Property(task => task.LabelKeys).HasDefaultValueSql("'{}'").ValueGeneratedNever();
        builder.Property(task => task.Recurrence).HasMaxLength(RecurrenceRule.MaxLength);
        builder.Property(task => task.RecurrenceFrom).HasMaxLength(16).HasConversion<ChoiceConverter<RecurrenceFrom>>().HasDefaultValueSql("'schedule'").ValueGeneratedNever();
        builder.Property(task => task.StatusBefore).HasMaxLength(16).HasConversion<ChoiceConverter<TaskItemStatus>>();
        builder.Property(task => task.Occurrence).HasColumnType("jsonb")
            .HasConversion(place => JsonSerializer.Serialize(place, WireJson.Options), json => JsonSerializer.Deserialize<Occurrence>(json, WireJson.Options));
        builder.Property(task => task.Version).IsRowVersion();
        builder.Property(task => task.OwnerId).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        builder.Property(task => task.CreatedAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        builder.Ignore(task => task.Subtasks);
        builder.HasMany(task => task.Children).WithOne().HasForeignKey(task => task.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(task => task.Owner).WithMany().HasForeignKey(task => task.OwnerId).OnDelete(DeleteBehavior.Cascade);

        SortColumns(builder);
        Indexes(builder);
    }

    /// <summary>Columns that sort as people expect: low before medium before high.</summary>
    private static void SortColumns(EntityTypeBuilder<TaskItem> builder)
    {
        builder.Property<short>(TaskOrdering.PriorityRank).HasComputedColumnSql(Rank<TaskItemPriority>("priority"), stored: true);
        builder.Property<short>(TaskOrdering.StatusRank).HasComputedColumnSql(Rank<TaskItemStatus>("status"), stored: true);
    }

    private static string Rank<T>(string column)
        where T : struct, Enum =>
        $"(CASE {column} {string.Concat(Choices.Names<T>().Select((name, rank) => $"WHEN '{name}' THEN {rank} "))}END)::smallint";

    private static void Indexes(EntityTypeBuilder<TaskItem> builder)
    {
        // Each costs every create and every change (docs/performance.md). A user's list in each order, and by due date.
        builder.HasIndex(task => new { task.OwnerId, task.Id });
        builder.HasIndex(task => new { task.OwnerId, task.CreatedAt, task.Id });
        builder.HasIndex(task => new { task.OwnerId, task.UpdatedAt, task.Id });
        builder.HasIndex(task => new { task.OwnerId, task.Title, task.Id });
        builder.HasIndex(task => new { task.OwnerId, task.DueDate, task.Id });
        foreach (var column in new[] { TaskOrdering.PriorityRank, TaskOrdering.StatusRank })
            builder.HasIndex(nameof(TaskItem.OwnerId), column, nameof(TaskItem.Id));
        builder.HasIndex(task => new { task.OwnerId, task.DueDate }, "ix_tasks_owner_id_due_date_open").HasFilter("status IN ('pending', 'in_progress')");

        // All-day tasks in the order of their days, and those without a due date: others cost nothing here.
        builder.HasIndex(task => new { task.OwnerId, task.DueOn, task.Id }).HasFilter(AllDay).IsCreatedConcurrently();
        builder.HasIndex(task => new { task.OwnerId, task.DueOn }).HasFilter($"{AllDay} AND status IN ('pending', 'in_progress')").IsCreatedConcurrently();
        builder.HasIndex(task => new { task.OwnerId, task.Id }, "undated of an owner").HasDatabaseName("ix_tasks_owner_id_undated").HasFilter(Undated).IsCreatedConcurrently();

        // Labels, of an owner and of everybody; the tasks of a project. What has none costs nothing here.
        builder.HasIndex(task => new { task.OwnerId, task.LabelKeys }).HasMethod("gin").HasFilter("cardinality(label_keys) > 0").IsCreatedConcurrently();
        builder.HasIndex(task => new { task.ProjectId, task.Status }).HasFilter("project_id IS NOT NULL").IsCreatedConcurrently();

        // The occurrences of a recurring task.
        builder.HasIndex(task => task.SeriesId).HasFilter("series_id IS NOT NULL").IsCreatedConcurrently();

        // The subtasks of a task.
        builder.HasIndex(task => task.ParentId).HasFilter("parent_id IS NOT NULL").IsCreatedConcurrently();

        // Tasks completed in a period, a user's and everybody's.
        builder.HasIndex(task => new { task.OwnerId, task.CompletedAt }).HasFilter("completed_at IS NOT NULL");
        builder.HasIndex(task => task.CompletedAt).HasFilter("completed_at IS NOT NULL");

        // Everybody's list in each order, and by due date.
        builder.HasIndex(task => new { task.CreatedAt, task.Id });
        builder.HasIndex(task => new { task.UpdatedAt, task.Id });
        builder.HasIndex(task => new { task.Title, task.Id });
        builder.HasIndex(task => new { task.DueDate, task.Id });
        foreach (var column in new[] { TaskOrdering.PriorityRank, TaskOrdering.StatusRank })
            builder.HasIndex(column, nameof(TaskItem.Id));
        builder.HasIndex(task => task.DueDate).HasFilter("status IN ('pending', 'in_progress')");

        builder.HasIndex(task => new { task.DueOn, task.Id }).HasFilter(AllDay).IsCreatedConcurrently();
        builder.HasIndex(task => task.DueOn).HasFilter($"{AllDay} AND status IN ('pending', 'in_progress')").IsCreatedConcurrently();
        builder.HasIndex(task => task.Id).HasDatabaseName("ix_tasks_undated").HasFilter(Undated).IsCreatedConcurrently();

        // Indexes of expressions are made by their migrations: that of the text that is searched, ix_tasks_owner_id_text (TaskSearch.Indexed), and those of the order
        // by hand, ix_tasks_position and ix_tasks_owner_id_position (TaskOrdering).
    }
}
