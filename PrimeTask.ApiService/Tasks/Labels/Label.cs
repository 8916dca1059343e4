using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Tasks.Labels;

/// <summary>A label that an owner has used: how it is written, and its colour. Tasks have its name.</summary>
public sealed class Label
{
    public const int MaxNameLength = 50;
    public const int MaxOfATask = 20;

    /// <summary>Folding makes some letters several.</summary>
    public const int MaxKeyLength = MaxNameLength * 3;

    private Label()
    {
    }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    /// <summary>The name, folded: names that differ in case alone are one label.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Color Color { get; private set; }

    public static string KeyOf(string name) => CaseFolding.Fold(name);
}

internal sealed class LabelConfiguration : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> builder)
    {
        builder.ToTable("labels");
        builder.HasKey(label => new { label.OwnerId, label.Key });
        builder.Property(label => label.Key).HasMaxLength(Label.MaxKeyLength);
        builder.Property(label => label.Name).HasMaxLength(Label.MaxNameLength);
        builder.Property(label => label.Color).HasMaxLength(16).HasConversion<ChoiceConverter<Color>>();
        builder.HasOne(label => label.Owner).WithMany().HasForeignKey(label => label.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A label that was deleted, and the tasks that it was taken off: for who takes that back.</summary>
public sealed class DeletedLabel
{
    private DeletedLabel()
    {
    }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Color Color { get; private set; }

    public long[] TaskIds { get; private set; } = [];

    public DateTimeOffset DeletedAt { get; private set; }

    public static DeletedLabel Create(long ownerId, string key, string name, Color color, long[] taskIds, DateTimeOffset now) =>
        new() { OwnerId = ownerId, Key = key, Name = name, Color = color, TaskIds = taskIds, DeletedAt = now };
}

internal sealed class DeletedLabelConfiguration : IEntityTypeConfiguration<DeletedLabel>
{
    public void Configure(EntityTypeBuilder<DeletedLabel> builder)
    {
        builder.ToTable("deleted_labels");
        // One that is made and deleted again has several.
        builder.HasKey(label => new { label.OwnerId, label.Key, label.DeletedAt });
        builder.Property(label => label.Key).HasMaxLength(Label.MaxKeyLength);
        builder.Property(label => label.Name).HasMaxLength(Label.MaxNameLength);
        builder.Property(label => label.Color).HasMaxLength(16).HasConversion<ChoiceConverter<Color>>();
        builder.HasOne(label => label.Owner).WithMany().HasForeignKey(label => label.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(label => label.DeletedAt);
    }
}
