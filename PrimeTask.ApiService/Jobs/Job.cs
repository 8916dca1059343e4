using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrimeTask.ApiService.Jobs;

/// <summary>
/// Work that waits for a worker, or is done by one. It is gone once it is done; a recurring one waits for its next time instead. All times are the database's.
/// </summary>
public sealed class Job
{
    public const int MaxKindLength = 64;
    public const int MaxErrorLength = 2000;

    private Job()
    {
    }

    public long Id { get; private set; }

    /// <summary>Which <see cref="IJob"/> does it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>As JSON.</summary>
    public string Arguments { get; private set; } = "";

    /// <summary>There is one of its kind, and it comes round again.</summary>
    public bool Recurring { get; private set; }

    /// <summary>The span that asked for it, as the header <c>traceparent</c> has it (W3C Trace Context); null when there was none.</summary>
    public string? Traceparent { get; private set; }

    /// <summary>When it was to run first. What it is late by is counted from here.</summary>
    public DateTimeOffset WantedAt { get; private set; }

    /// <summary>From when on a worker may take it. While one runs it, that is the end of its lease.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often it has been taken.</summary>
    public int Attempts { get; private set; }

    /// <summary>Of the worker that took it last, a new one each time; null when that one has given it back.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; private set; }

    /// <summary>When it was set aside, after its last attempt.</summary>
    public DateTimeOffset? FailedAt { get; private set; }
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.Property(job => job.Kind).HasMaxLength(Job.MaxKindLength);
        builder.Property(job => job.Traceparent).HasMaxLength(55);
        builder.Property(job => job.Error).HasMaxLength(Job.MaxErrorLength);
        builder.Property(job => job.WantedAt).HasDefaultValueSql("now()");
        builder.Property(job => job.DueAt).HasDefaultValueSql("now()");
        builder.HasIndex(job => job.DueAt).HasFilter("failed_at IS NULL");
        builder.HasIndex(job => job.Kind).IsUnique().HasFilter("recurring");
    }
}
