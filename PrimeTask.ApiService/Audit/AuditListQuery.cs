using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Audit;

/// <summary>Which security events an admin wants to see.</summary>
public sealed record AuditListQuery(
    IReadOnlyCollection<AuditEvent> Events, long? Actor, long? Subject, DateTimeOffset? After, DateTimeOffset? Before, bool NewestFirst, PageRequest Page)
{
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choices<AuditEvent>("event", "One or several, separated by commas.", "sign_in_refused"),
        QueryParameter.Id("actor", "Id of the user who did it.", "1"),
        QueryParameter.Id("subject", "Id of the user whom it happened to.", "2"),
        QueryParameter.Time("after", "Later than this time.", "2026-01-01T00:00:00Z"),
        QueryParameter.Time("before", "Earlier than this time.", "2026-12-31T00:00:00Z"),
        new("ordering", "-at, the newest first, if left out.", "-at") { Allowed = ["at", "-at"] },
        .. PageRequest.Parameters,
    ];

    public static AuditListQuery Read(QueryReader query) => new(
        query.Many<AuditEvent>("event"),
        query.Number("actor"),
        query.Number("subject"),
        query.Time("after"),
        query.Time("before"),
        query.Choice("ordering") != "at",
        PageRequest.Read(query));

    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (Events.Count > 0)
            entries = entries.Where(entry => Events.Contains(entry.Event));
        if (Actor is not null)
            entries = entries.Where(entry => entry.ActorId == Actor);
        if (Subject is not null)
            entries = entries.Where(entry => entry.SubjectId == Subject);
        if (After is not null)
            entries = entries.Where(entry => entry.At > After);
        if (Before is not null)
            entries = entries.Where(entry => entry.At < Before);
        return NewestFirst
            ? entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            : entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id);
    }
}
