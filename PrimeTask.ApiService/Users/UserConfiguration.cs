using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Users;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public const string UniqueEmail = "ix_users_email";
    public const string UniqueUsername = "ix_users_username";

    /// <summary>
    /// A column that Postgres keeps for the search alone: email, username and the whole name, folded. Comparing without regard to case costs ten times as much, a user.
    /// </summary>
    public const string Searched = "Searched";

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmailLength);
        builder.Property(user => user.EmailConfirmed).HasDefaultValue(false);
        builder.Property(user => user.Username).HasMaxLength(User.MaxUsernameLength);
        builder.Property(user => user.FirstName).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.LastName).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.PasswordHash).HasMaxLength(256);
        builder.Property(user => user.Role).HasMaxLength(16)
            .HasConversion<ChoiceConverter<UserRole>>();
        // A replica of the release before leaves it out.
        builder.Property(user => user.TimeZone).HasMaxLength(TimeZones.MaxLength).HasDefaultValue(TimeZones.Utc);
        builder.Property<string>(Searched).HasComputedColumnSql(@"coalesce(search_text, lower((email || E'\u0001' || username || E'\u0001' || first_name || ' ' || last_name) COLLATE ""C""))", stored: true);
        builder.HasIndex(Searched).HasMethod("gin").HasOperators("gin_trgm_ops");
        builder.HasIndex(user => new { user.CreatedAt, user.Id });
        builder.HasIndex(user => new { user.UpdatedAt, user.Id });
        builder.HasIndex(user => user.Email).IsUnique().HasDatabaseName(UniqueEmail);
        builder.HasIndex(user => user.Username).IsUnique().HasDatabaseName(UniqueUsername);
    }
}
