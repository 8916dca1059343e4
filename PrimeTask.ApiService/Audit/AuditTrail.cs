using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Audit;

/// <summary>Adds entries to the unit of work of a change, so that they are saved with it or not at all.</summary>
public sealed class AuditTrail(PrimeTaskDbContext db, IHttpContextAccessor accessor, TimeProvider clock)
{
    public void Add(AuditEvent what, long? subjectId, long? actorId, long? taskId = null) =>
        db.Audit.Add(AuditEntry.Of(what, actorId, subjectId, clock.Now(), accessor.HttpContext is { } context ? AuditOrigin.Of(context) : null, taskId));

    /// <summary>For what changes nothing else.</summary>
    public Task AddAloneAsync(AuditEvent what, long? subjectId, long? actorId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            cancellation =>
            {
                Add(what, subjectId, actorId);
                return db.SaveChangesAsync(cancellation);
            },
            cancellationToken);
}
