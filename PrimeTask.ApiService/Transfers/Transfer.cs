using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Transfers;

public enum TransferKind
{
    Export,
    Import,
}

public enum TransferFormat
{
    Json,
    Csv,
}

public enum TransferState
{
    /// <summary>There is no such transfer.</summary>
    None,

    /// <summary>For a worker.</summary>
    Waiting,
    Running,
    Done,

    /// <summary>The file can't be imported, and nothing of it was; or the server could not do it.</summary>
    Failed,
}

/// <summary>An export or import of somebody's data. A person has at most one of each: a new one takes the place of the one before.</summary>
public sealed class Transfer
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const int MostErrors = 50;

    private Transfer()
    {
    }

    public long Id { get; private set; }

    public long UserId { get; private set; }

    public TransferKind Kind { get; private set; }

    public TransferFormat Format { get; private set; }

    public TransferState State { get; private set; }

    /// <summary>Tasks; 0 until it is known.</summary>
    public int Total { get; private set; }

    /// <summary>Tasks.</summary>
    public int Done { get; private set; }

    /// <summary>Of an export: the id of the last task in the file.</summary>
    public long LastTask { get; private set; }

    /// <summary>Of the file, in bytes.</summary>
    public long Size { get; private set; }

    public int Parts { get; private set; }

    /// <summary>Why it has failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>What is wrong with single tasks of the file, as JSON; the first of them.</summary>
    public string Errors { get; private set; } = "[]";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public bool HasEnded => EndedAt is not null;

    public static Transfer Start(long userId, TransferKind kind, TransferFormat format, DateTimeOffset now) => new()
    {
        UserId = userId,
        Kind = kind,
        Format = format,
        State = TransferState.Waiting,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    public void Run(int total) => (State, Total) = (TransferState.Running, total);

    /// <summary>Adds to the file.</summary>
    public TransferPart Add(byte[] content)
    {
        Size += content.Length;
        return new TransferPart(this, Parts++, content);
    }

    /// <summary>Keeps something with the file that is no part of it.</summary>
    public TransferPart Keep(byte[] content) => new(this, Parts++, content);

    /// <param name="tasks">That were written now.</param>
    /// <param name="lastTask">See <see cref="LastTask"/>.</param>
    public void Advance(int tasks, long lastTask = 0) => (Done, LastTask) = (Done + tasks, lastTask);

    public void End(DateTimeOffset now) => (State, EndedAt) = (TransferState.Done, now);

    public void Fail(string problem, IEnumerable<RowError> errors, DateTimeOffset now)
    {
        (State, EndedAt, Problem) = (TransferState.Failed, now, problem);
        Errors = JsonSerializer.Serialize(errors.Take(MostErrors), WireJson.Options);
    }

    /// <summary>It has failed, through no fault of the file's.</summary>
    public void GiveUp(DateTimeOffset now) => Fail(
        Kind == TransferKind.Export ? "There is no file: something went wrong on our side."
            : Done > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Done} of {Total} tasks were imported, then something went wrong on our side.")
            : "No task was imported: something went wrong on our side.",
        [], now);
}

/// <summary>A part of a file; all of them in their order are the file.</summary>
public sealed class TransferPart
{
    private TransferPart()
    {
    }

    internal TransferPart(Transfer transfer, int number, byte[] content) => (Transfer, Number, Content) = (transfer, number, content);

    public long TransferId { get; private set; }

    public Transfer Transfer { get; private set; } = null!;

    public int Number { get; private set; }

    public byte[] Content { get; private set; } = [];
}

internal sealed class TransferConfiguration : IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferPart>
{
    private const int MaxNameLength = 16;

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfers");
        builder.Property(transfer => transfer.Kind).HasMaxLength(MaxNameLength).HasConversion<ChoiceConverter<TransferKind>>();
        builder.Property(transfer => transfer.Format).HasMaxLength(MaxNameLength).HasConversion<ChoiceConverter<TransferFormat>>();
        builder.Property(transfer => transfer.State).HasMaxLength(MaxNameLength).HasConversion<ChoiceConverter<TransferState>>();
        builder.HasIndex(transfer => new { transfer.UserId, transfer.Kind }).IsUnique();
        builder.HasIndex(transfer => transfer.ExpiresAt);
        builder.HasOne<User>().WithMany().HasForeignKey(transfer => transfer.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TransferPart> builder)
    {
        builder.ToTable("transfer_parts");
        builder.HasKey(part => new { part.TransferId, part.Number });
        builder.HasOne(part => part.Transfer).WithMany().HasForeignKey(part => part.TransferId).OnDelete(DeleteBehavior.Cascade);
    }
}
