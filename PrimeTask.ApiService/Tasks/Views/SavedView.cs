using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Tasks.Views;

/// <summary>What the tasks of a list are grouped by.</summary>
public enum ViewGroup
{
    Due,
    Priority,
    Project,
    Label,
    Status,
}

public enum ViewLayout
{
    List,
    Board,
}

/// <summary>Filters, order and grouping of a list, under a name.</summary>
public sealed class SavedView : IOwned, IHandPlaced
{
    public const int MaxNameLength = 100;

    /// <summary>Of one person: the app shows them all at once.</summary>
    public const int Most = 100;

    private SavedView()
    {
    }

    public long Id { get; private set; }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>List parameters, as a JSON object of texts.</summary>
    public string Query { get; private set; } = "{}";

    public ViewGroup? Group { get; private set; }

    public ViewLayout Layout { get; private set; }

    /// <summary>See <see cref="HandOrder"/>: null until it is moved.</summary>
    public decimal? Position { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Postgres's own row version: changes with every update.</summary>
    public uint Version { get; private set; }

    public static SavedView Create(long ownerId, ViewChanges changes, DateTimeOffset now)
    {
        var view = new SavedView { OwnerId = ownerId, CreatedAt = now };
        view.Edit(changes, now);
        return view;
    }

    /// <summary>Changes what is present and nothing else.</summary>
    public void Edit(ViewChanges changes, DateTimeOffset now)
    {
        Name = changes.Name.Or(Name)!;
        Query = changes.Query.Or(Query)!;
        Group = changes.Group.Or(Group);
        Layout = changes.Layout.Or(Layout);
        UpdatedAt = now;
    }

    public void MoveTo(decimal position) => Position = position;
}

/// <summary>Valid new values; what is not present stays as it is.</summary>
public sealed record ViewChanges(Maybe<string> Name, Maybe<string> Query, Maybe<ViewGroup?> Group, Maybe<ViewLayout> Layout);

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(view => view.Name).HasMaxLength(SavedView.MaxNameLength);
        builder.Property(view => view.Query).HasColumnType("jsonb");
        builder.Property(view => view.Group).HasMaxLength(16).HasConversion<ChoiceConverter<ViewGroup>>();
        builder.Property(view => view.Layout).HasMaxLength(16).HasConversion<ChoiceConverter<ViewLayout>>();
        builder.Property(view => view.Version).IsRowVersion();
        builder.HasOne(view => view.Owner).WithMany().HasForeignKey(view => view.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(view => view.OwnerId);
    }
}
