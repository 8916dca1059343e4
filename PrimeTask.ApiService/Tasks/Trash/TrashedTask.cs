using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Tasks.Trash;

/// <summary>A task in the trash. It is no row of tasks, so nothing that reads or counts those has to leave it out.</summary>
public sealed class TrashedTask : IOwned
{
    /// <summary>How long it stays before it is deleted for good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private TrashedTask()
    {
    }

    /// <summary>The task's, which it has again when it is restored.</summary>
    public long Id { get; private set; }

    public long OwnerId { get; private set; }

    /// <summary>When it was moved here. A task that was restored and deleted again has another time.</summary>
    public DateTimeOffset DeletedAt { get; private set; }

    /// <summary>Whose account may be gone.</summary>
    public long DeletedBy { get; private set; }

    /// <summary>The whole row, as JSON.</summary>
    public string Task { get; private set; } = "";
}

internal sealed class TrashedTaskConfiguration : IEntityTypeConfiguration<TrashedTask>
{
    public void Configure(EntityTypeBuilder<TrashedTask> builder)
    {
        builder.ToTable("trashed_tasks");
        builder.Property(trashed => trashed.Id).ValueGeneratedNever();
        builder.Property(trashed => trashed.Task).HasColumnType("jsonb");
        builder.HasOne<User>().WithMany().HasForeignKey(trashed => trashed.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(trashed => new { trashed.OwnerId, trashed.DeletedAt, trashed.Id });
        // Everybody's, and what is due to be deleted for good.
        builder.HasIndex(trashed => new { trashed.DeletedAt, trashed.Id });
    }
}
