using System.Text.Json;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>What the API sends, read on its own terms: the check shares no type with the service.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false };

    public static T Read<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException("The response is null.");

    public static T Data<T>(byte[] body) => Read<Envelope<T>>(body) is { Success: true, Data: { } data } ? data : throw new JsonException("The response has no data.");
}

internal sealed record Envelope<T>(bool Success, string Message, T? Data);

internal sealed record ListWire(int Count, string? Next, string? Previous, string? NextCursor, List<TaskWire> Results);

internal sealed record TaskWire(
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

    /// <summary>Whether a list shows that state of the task. Lists leave the description out.</summary>
    public bool Shows(TaskState state) => State == state with { Description = null } && StatusDisplay == Display(Status) && PriorityDisplay == Display(Priority);

    private static string Display(string name) => string.Join(' ', name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

internal sealed record StatsWire(int Total, int Pending, int InProgress, int Completed, int Cancelled, int Overdue, PrioritiesWire ByPriority);

internal sealed record PrioritiesWire(int Low, int Medium, int High);

internal sealed record BulkWire(List<BulkResultWire> Results);

internal sealed record BulkResultWire(bool Success, int Status, TaskWire? Data);

internal sealed record UserWire(long Id, string Email, string Username, string Role);

internal sealed record TokensWire(string Access, string Refresh);

internal sealed record RegisteredWire(UserWire User, TokensWire Tokens);

internal sealed record SignedInWire(string Access, string Refresh, UserWire User);
