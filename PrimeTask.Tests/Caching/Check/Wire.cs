using System.Text.Json;

namespace PrimeTask.CacheCheck.Model;

/// <summary>What the API sends, read on its own terms: the checker shares no type with the service.</summary>
public static class Wire
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false };

    public static T Data<T>(byte[] body) =>
        JsonSerializer.Deserialize<Envelope<T>>(body, Options) is { Success: true, Data: { } data } ? data : throw new JsonException("The answer has no data.");
}

public sealed record Envelope<T>(bool Success, string Message, T? Data);

public sealed record ListWire(int Count, string? Next, string? Previous, string? NextCursor, List<TaskWire> Results);

public sealed record TaskWire(
    long Id,
    string Title,
    string? Description,
    string Status,
    string StatusDisplay,
    string Priority,
    string PriorityDisplay,
    DateTimeOffset? DueDate,
    DateTimeOffset? CompletedAt,
    long Owner,
    string OwnerUsername,
    string OwnerEmail,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public TaskState State => new(Title, Description, Status, Priority, DueDate, CompletedAt, CreatedAt, UpdatedAt);

    /// <summary>Whether this is that state of the task; lists leave the description out.</summary>
    public bool Shows(TaskState state, bool inList) =>
        State == (inList ? state with { Description = null } : state)
        && StatusDisplay == Display(Status) && PriorityDisplay == Display(Priority);

    private static string Display(string name) => string.Join(' ', name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

public sealed record StatsWire(int Total, int Pending, int InProgress, int Completed, int Cancelled, int Overdue, PrioritiesWire ByPriority);

public sealed record PrioritiesWire(int Low, int Medium, int High);

public sealed record BulkWire(List<BulkResultWire> Results);

public sealed record BulkResultWire(bool Success, int Status, TaskWire? Data);

public sealed record UserWire(long Id, string Email, string Username, string Role);

public sealed record TokensWire(string Access, string Refresh);

public sealed record RegisteredWire(UserWire User, TokensWire Tokens);

public sealed record SignedInWire(string Access, string Refresh, UserWire User);
