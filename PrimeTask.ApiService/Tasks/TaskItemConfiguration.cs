using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

internal sealed class TaskItemConfiguration : IEntityTypeConfiguration<TaskItem>
{
    public void Configure(EntityTypeBuilder<TaskItem> builder)
    {
        builder.ToTable("tasks");
        builder.Property(task => task.Title).HasMaxLength(TaskItem.MaxTitleLength);
        builder.Property(task => task.Description).HasMaxLength(TaskItem.MaxDescriptionLength);
        builder.Property(task => task.Status).HasMaxLength(16)
            .HasConversion(status => Choices.Name(status), name => Choices.Parse<TaskItemStatus>(name));
        builder.Property(task => task.Priority).HasMaxLength(16)
            .HasConversion(priority => Choices.Name(priority), name => Choices.Parse<TaskItemPriority>(name));
        builder.Property(task => task.Version).IsRowVersion();
        builder.HasOne(task => task.Owner).WithMany(user => user.Tasks).HasForeignKey(task => task.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // A user's list in its default order, filtered by status, and by due date; an admin's in its default order.
        builder.HasIndex(task => new { task.OwnerId, task.CreatedAt, task.Id });
        builder.HasIndex(task => new { task.OwnerId, task.Status });
        builder.HasIndex(task => new { task.OwnerId, task.DueDate });
        builder.HasIndex(task => new { task.CreatedAt, task.Id });
    }
}
