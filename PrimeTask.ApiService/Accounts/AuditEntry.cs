using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

public enum AuditEvent
{
    Registered,
    SignedIn,
    SignInRefused,
    RefreshReplayed,
    LoggedOut,
    SessionEnded,
    PasswordChanged,
    PasswordReset,
    RoleChanged,
    Activated,
    Deactivated,
    Deleted,
    AdminCreated,
}

/// <summary>One security event. Entries are only ever added; they outlive the users they are about.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public long Id { get; private set; }

    public AuditEvent Event { get; private set; }

    /// <summary>Who did it; null for somebody who was not signed in, and for operators.</summary>
    public long? ActorId { get; private set; }

    /// <summary>Whom it happened to; null when nobody has the account that was named.</summary>
    public long? SubjectId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? IpAddress { get; private set; }

    /// <summary>Finds the request in the logs.</summary>
    public string? RequestId { get; private set; }

    public static AuditEntry Of(AuditEvent what, long? actorId, long? subjectId, DateTimeOffset at, HttpContext? context) => new()
    {
        Event = what,
        ActorId = actorId,
        SubjectId = subjectId,
        At = at,
        IpAddress = context?.Connection.RemoteIpAddress?.ToString(),
        RequestId = context is null ? null : Failures.TraceId(context),
    };
}

/// <param name="Id">Of the entry.</param>
/// <param name="Event">What happened.</param>
/// <param name="Actor">Who did it; null for somebody who was not signed in, and for operators.</param>
/// <param name="ActorUsername">The actor's present username; null when the account is gone.</param>
/// <param name="Subject">Whom it happened to; null when nobody has the account that was named.</param>
/// <param name="SubjectUsername">The subject's present username; null when the account is gone.</param>
/// <param name="At">When.</param>
/// <param name="IpAddress">From where.</param>
/// <param name="RequestId">Finds the request in the logs.</param>
public sealed record AuditResponse(
    long Id, AuditEvent Event, long? Actor, string? ActorUsername, long? Subject, string? SubjectUsername, DateTimeOffset At, string? IpAddress, string? RequestId)
{
    /// <param name="db">Where the users are.</param>
    public static Expression<Func<AuditEntry, AuditResponse>> FromEntry(PrimeTaskDbContext db) => entry => new AuditResponse(
        entry.Id,
        entry.Event,
        entry.ActorId,
        db.Users.Where(user => user.Id == entry.ActorId).Select(user => user.Username).FirstOrDefault(),
        entry.SubjectId,
        db.Users.Where(user => user.Id == entry.SubjectId).Select(user => user.Username).FirstOrDefault(),
        entry.At,
        entry.IpAddress,
        entry.RequestId);
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(entry => entry.Event).HasMaxLength(32)
            .HasConversion(what => Choices.Name(what), name => Choices.Parse<AuditEvent>(name));
        builder.Property(entry => entry.IpAddress).HasMaxLength(64);
        builder.Property(entry => entry.RequestId).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
        builder.HasIndex(entry => entry.At);
    }
}
