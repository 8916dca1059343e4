using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts.Mails;

public enum TokenPurpose
{
    ConfirmEmail,
    ResetPassword,
}

/// <summary>What a link in a mail proves: that its reader has the mailbox. Only its digest is kept, and one for each user and purpose.</summary>
public sealed class AccountToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private AccountToken()
    {
    }

    public long UserId { get; private set; }

    public TokenPurpose Purpose { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Digest { get; private set; } = [];

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<AccountToken>
{
    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.ToTable("account_tokens");
        builder.HasKey(token => new { token.UserId, token.Purpose });
        builder.Property(token => token.Purpose).HasMaxLength(32)
            .HasConversion<ChoiceConverter<TokenPurpose>>();
        builder.HasIndex(token => token.Digest).IsUnique();
        builder.HasIndex(token => token.ExpiresAt);
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
