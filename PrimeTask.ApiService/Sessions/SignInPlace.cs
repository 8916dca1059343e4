using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Sessions;

/// <summary>From where and with what an account was signed in to. Sessions know it too, but they end.</summary>
public sealed class SignInPlace
{
    /// <summary>Far longer than a session lasts: who signs in anew where the last one ended is no stranger.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private SignInPlace()
    {
    }

    public long UserId { get; private set; }

    /// <inheritdoc cref="SignInNetwork.Network"/>
    public string Network { get; private set; } = "";

    /// <summary>See <see cref="ProgramKind"/>.</summary>
    public string Program { get; private set; } = "";

    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>Inside the transaction of the sign-in.</summary>
    /// <returns>Whether it is new.</returns>
    internal static async Task<bool> RememberAsync(PrimeTaskDbContext db, long userId, Client client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<bool>(
            $"""
            INSERT INTO sign_in_places (user_id, network, program, last_used_at) VALUES ({userId}, {client.Network}, {ProgramKind.Of(client.UserAgent)}, {now})
            ON CONFLICT (user_id, network, program) DO UPDATE SET last_used_at = excluded.last_used_at RETURNING xmax = 0 AS "Value"
            """).ToListAsync(cancellationToken);
        return rows.Single();
    }
}

internal sealed class SignInPlaceConfiguration : IEntityTypeConfiguration<SignInPlace>
{
    public void Configure(EntityTypeBuilder<SignInPlace> builder)
    {
        builder.ToTable("sign_in_places");
        builder.HasKey(known => new { known.UserId, known.Network, known.Program });
        builder.Property(known => known.Network).HasMaxLength(ClientNetwork.MaxLength);
        builder.Property(known => known.Program).HasMaxLength(ProgramKind.MaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(known => known.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
