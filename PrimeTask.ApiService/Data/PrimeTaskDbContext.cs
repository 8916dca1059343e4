using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Stats;
using PrimeTask.ApiService.Tasks.Trash;
using PrimeTask.ApiService.Tasks.Views;
using PrimeTask.ApiService.Transfers;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Data;

public sealed class PrimeTaskDbContext : DbContext
{
    public PrimeTaskDbContext(DbContextOptions<PrimeTaskDbContext> options)
        : base(options) =>
        // A transaction is done whole or not at all. And where a connection breaks at the end of a savepoint, EF Core goes on without it.
        Database.AutoSavepointsEnabled = false;

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<SignInNetwork> SignInNetworks => Set<SignInNetwork>();

    public DbSet<SignInPlace> SignInPlaces => Set<SignInPlace>();

    public DbSet<AccountToken> AccountTokens => Set<AccountToken>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<TaskItem> Tasks => Set<TaskItem>();

    public DbSet<TrashedTask> TrashedTasks => Set<TrashedTask>();

    public DbSet<HistoryEntry> TaskHistory => Set<HistoryEntry>();
    public DbSet<Project> Projects => Set<Project>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<DeletedLabel> DeletedLabels => Set<DeletedLabel>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<TaskCount> TaskCounts => Set<TaskCount>();

    public DbSet<TaskCountChange> TaskCountChanges => Set<TaskCountChange>();

    public DbSet<IdempotentResponse> IdempotentResponses => Set<IdempotentResponse>();

    public DbSet<AppliedWrite> AppliedWrites => Set<AppliedWrite>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<TransferPart> TransferParts => Set<TransferPart>();

    /// <summary>In queries: the number of the last of the ascending <paramref name="starts"/> that is not after <paramref name="time"/>, from 1.</summary>
    [DbFunction("width_bucket", IsBuiltIn = true)]
    public static int WidthBucket(DateTimeOffset time, DateTimeOffset[] starts) =>
        throw new NotSupportedException("Postgres computes it, in queries.");

    /// <inheritdoc cref="WidthBucket(DateTimeOffset, DateTimeOffset[])"/>
    [DbFunction("width_bucket", IsBuiltIn = true)]
    public static int WidthBucket(DateOnly time, DateOnly[] starts) => throw new NotSupportedException("Postgres computes it, in queries.");

    /// <summary>In queries: the place of the first element that is <paramref name="value"/>, from 1; null where there is none.</summary>
    [DbFunction("array_position", IsBuiltIn = true)]
    public static int ArrayPosition(string[] array, string value) => throw new NotSupportedException("Postgres computes it, in queries.");

    /// <summary>In queries: the text in lower case, as Postgres makes them in its collation.</summary>
    [DbFunction("lower", IsBuiltIn = true)]
    public static string Lower(string text) => throw new NotSupportedException("Postgres computes it, in queries.");

    /// <exception cref="InvalidOperationException">There is no transaction: a commit whose response gets lost would be repeated.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is null
            ? throw new InvalidOperationException($"Save inside {nameof(Data.Database.InTransactionAsync)}.")
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Search by parts of words, and of one owner's tasks in the same index.
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasPostgresExtension("btree_gin");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PrimeTaskDbContext).Assembly);
    }
}
