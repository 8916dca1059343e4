using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Tasks.Projects;

public enum Color
{
    Gray,
    Red,
    Orange,
    Amber,
    Green,
    Teal,
    Cyan,
    Blue,
    Indigo,
    Violet,
    Pink,
    Brown,
}

public sealed class Project : IOwned, IHandPlaced
{
    public const int MaxNameLength = 100;

    private Project()
    {
    }

    public long Id { get; private set; }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Color Color { get; private set; }

    public bool Archived { get; private set; }

    /// <summary>See <see cref="HandOrder"/>: null until it is moved.</summary>
    public decimal? Position { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Of a project that was deleted: one of its tasks that comes back from the trash brings it back too.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>When it was deleted last, also where a task has brought it back since: its tasks of that time come back with it.</summary>
    public DateTimeOffset? TasksDeletedAt { get; private set; }

    /// <summary>Postgres's own row version: changes with every update.</summary>
    public uint Version { get; private set; }

    public static Project Create(long ownerId, ProjectChanges changes, DateTimeOffset now)
    {
        var project = new Project { OwnerId = ownerId, CreatedAt = now };
        project.Edit(changes, now);
        return project;
    }

    /// <summary>Changes what is present and nothing else.</summary>
    public void Edit(ProjectChanges changes, DateTimeOffset now)
    {
        Name = changes.Name.Or(Name)!;
        Color = changes.Color.Or(Color);
        Archived = changes.Archived.Or(Archived);
        UpdatedAt = now;
    }

    public void MoveTo(decimal position) => Position = position;

    public void Delete(DateTimeOffset now) => (DeletedAt, TasksDeletedAt) = (now, now);

    public void Restore() => (DeletedAt, TasksDeletedAt) = (null, null);
}

/// <summary>Valid new values; what is not present stays as it is.</summary>
public sealed record ProjectChanges(Maybe<string> Name, Maybe<Color> Color, Maybe<bool> Archived);

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.Property(project => project.Name).HasMaxLength(Project.MaxNameLength);
        builder.Property(project => project.Color).HasMaxLength(16).HasConversion<ChoiceConverter<Color>>();
        builder.Property(project => project.Version).IsRowVersion();
        builder.HasOne(project => project.Owner).WithMany().HasForeignKey(project => project.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(project => project.OwnerId);
        builder.HasIndex(project => project.DeletedAt).HasFilter("deleted_at IS NOT NULL");
    }
}
