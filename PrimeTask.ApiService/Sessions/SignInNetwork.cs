using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Sessions;

/// <summary>From where an account was signed in to with success. Sessions know it too, but they end.</summary>
public sealed class SignInNetwork
{
    /// <summary>How long an account knows an address.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private SignInNetwork()
    {
    }

    public long UserId { get; private set; }

    /// <summary>See <see cref="ClientNetwork"/>.</summary>
    public string Network { get; private set; } = "";

    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>Inside the transaction of the sign-in.</summary>
    internal static Task RememberAsync(PrimeTaskDbContext db, long userId, string network, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sign_in_networks (user_id, network, last_used_at) VALUES ({userId}, {network}, {now})
            ON CONFLICT (user_id, network) DO UPDATE SET last_used_at = excluded.last_used_at
            """,
            cancellationToken);
}

internal sealed class SignInNetworkConfiguration : IEntityTypeConfiguration<SignInNetwork>
{
    public void Configure(EntityTypeBuilder<SignInNetwork> builder)
    {
        builder.ToTable("sign_in_networks");
        builder.HasKey(known => new { known.UserId, known.Network });
        builder.Property(known => known.Network).HasMaxLength(ClientNetwork.MaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(known => known.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
