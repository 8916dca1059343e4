using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrimeTask.ApiService.Data;

/// <summary>
/// A row that is there exactly if a transaction was committed. It tells a caller whose commit got no response, also after a crash or a failover: Postgres's own
/// numbers of transactions can be given again then.
/// </summary>
public sealed class AppliedWrite
{
    private AppliedWrite()
    {
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Last in the transaction. One that has changed nothing needs no row.</summary>
    internal static Task MarkAsync(PrimeTaskDbContext db, Guid write, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO applied_writes (id, at) SELECT {write}, now() WHERE pg_current_xact_id_if_assigned() IS NOT NULL", cancellationToken);

    /// <summary>Inserts the row in vain and rolls back: while the transaction in question is still under way, that waits for its end.</summary>
    internal static async Task<bool> WasCommittedAsync(PrimeTaskDbContext db, Guid write, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO applied_writes (id, at) VALUES ({write}, now()) ON CONFLICT DO NOTHING", cancellationToken) == 0;
    }
}

internal sealed class AppliedWriteConfiguration : IEntityTypeConfiguration<AppliedWrite>
{
    public void Configure(EntityTypeBuilder<AppliedWrite> builder) => builder.ToTable("applied_writes").HasKey(write => write.Id);
}
