using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Audit;

/// <summary>Which security events an admin wants to see.</summary>
public sealed record AuditListQuery(
    IReadOnlyCollection<AuditEvent> Events, long? Actor, long? Subject, DateTimeOffset? After, DateTimeOffset? Before, bool NewestFirst, PageRequest Page)
{
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("event", $"One or several of {string.Join(", ", Choices.Names<AuditEvent>())}, separated by commas.", "sign_in_refused"),
        new("actor", "Id of the user who did it.", "1"),
        new("subject", "Id of the user whom it happened to.", "2"),
        new("after", "Later than this time.", "2026-01-01"),
        new("before", "Earlier than this time.", "2026-12-31"),
        new("ordering", "at or -at; -at if left out.", "-at"),
        .. PageRequest.Parameters,
    ];

    public static AuditListQuery Read(QueryReader query) => new(
        query.Many<AuditEvent>("event"),
        query.Number("actor", 1, long.MaxValue),
        query.Number("subject", 1, long.MaxValue),
        query.Time("after"),
        query.Time("before"),
        query.Choice("ordering", ["at", "-at"], "-at") == "-at",
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
