using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Audit;

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
    NamesChanged,
    PermissionDenied,
    SignInLimited,
    TaskChanged,
    TaskDeleted,
    PasswordResetRequested,
    EmailConfirmed,
    TaskRestored,
    TaskCreated,
}

/// <summary>Which request an entry comes from.</summary>
/// <param name="IpAddress">Of the caller.</param>
/// <param name="RequestId">The trace's id, which the caller can choose.</param>
/// <param name="SpanId">The id of the server's own part of the trace, which nobody else can choose.</param>
public sealed record AuditOrigin(string? IpAddress, string RequestId, string SpanId)
{
    public static AuditOrigin Of(HttpContext context) => new(
        context.Connection.RemoteIpAddress?.ToString(),
        Failures.TraceId(context),
        (context.Features.Get<IHttpActivityFeature>()?.Activity.SpanId ?? ActivitySpanId.CreateRandom()).ToHexString());
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

    /// <inheritdoc cref="AuditOrigin"/>
    public string? RequestId { get; private set; }

    /// <inheritdoc cref="AuditOrigin"/>
    public string? SpanId { get; private set; }

    /// <summary>The task that it was about, which may be gone.</summary>
    public long? TaskId { get; private set; }

    /// <param name="what">What happened.</param>
    /// <param name="actorId">Who did it.</param>
    /// <param name="subjectId">Whom it happened to.</param>
    /// <param name="at">When.</param>
    /// <param name="origin">Null for operators' commands.</param>
    /// <param name="taskId">For what happened to a task; its owner is the subject.</param>
    public static AuditEntry Of(AuditEvent what, long? actorId, long? subjectId, DateTimeOffset at, AuditOrigin? origin, long? taskId = null) => new()
    {
        Event = what,
        ActorId = actorId,
        SubjectId = subjectId,
        At = at,
        IpAddress = origin?.IpAddress,
        RequestId = origin?.RequestId,
        SpanId = origin?.SpanId,
        TaskId = taskId,
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
/// <param name="RequestId">Finds the request in the logs. It is the trace's id, so callers can choose it (header traceparent).</param>
/// <param name="SpanId">Finds the request in the traces. The server makes it, so no caller can choose it; null for operators, and in old entries.</param>
/// <param name="Task">The task that it was about, which may be gone; else null.</param>
public sealed record AuditResponse(
    long Id,
    AuditEvent Event,
    long? Actor,
    [property: Example("ann")] string? ActorUsername,
    long? Subject,
    [property: Example("ben")] string? SubjectUsername,
    DateTimeOffset At,
    [property: Example("192.0.2.17")] string? IpAddress,
    [property: Example("0af7651916cd43dd8448eb211c80319c")] string? RequestId,
    [property: Example("b7ad6b7169203331")] string? SpanId,
    long? Task)
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
        entry.RequestId,
        entry.SpanId,
        entry.TaskId);
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(entry => entry.Event).HasMaxLength(32)
            .HasConversion<ChoiceConverter<AuditEvent>>();
        builder.Property(entry => entry.IpAddress).HasMaxLength(64);
        builder.Property(entry => entry.RequestId).HasMaxLength(64);
        builder.Property(entry => entry.SpanId).HasMaxLength(16);
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
        builder.HasIndex(entry => entry.At);
    }
}
