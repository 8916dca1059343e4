using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks.History;

/// <summary>What differs between two states of a task, by the names and values that it has on the wire. A new member of a task is in it by itself.</summary>
internal static class TaskDifference
{
    private const string DeletedAt = "deleted_at";

    /// <summary>What follows from other members, from the owner, from other tasks, or from the change itself; and the place in the order by hand, which says nothing of the task.</summary>
    private static readonly HashSet<string> _derived =
        ["id", "status_display", "priority_display", "owner", "owner_username", "owner_email", "created_at", "updated_at", "position", "series", "next", "subtasks"];

    private static readonly JsonPropertyInfo[] _members =
        [.. WireJson.Options.GetTypeInfo(typeof(TaskResponse)).Properties.Where(member => member.Get is not null && !_derived.Contains(member.Name))];

    internal static IEnumerable<string> Members => _members.Select(member => member.Name);

    /// <returns>JSON; null when nothing differs.</returns>
    public static string? Between(TaskResponse before, TaskResponse after)
    {
        Dictionary<string, Change>? changes = null;
        foreach (var member in _members)
        {
            var (from, to) = (member.Get!(before), member.Get(after));
            if (!AreEqual(member, from, to))
                (changes ??= [])[member.Name] = new(from, to);
        }

        return changes is null ? null : Write(changes);
    }

    public static string OfDeletedAt(DateTimeOffset? from, DateTimeOffset? to) => Write(new() { [DeletedAt] = new(from, to) });

    // Lists are equal when what they hold is.
    private static bool AreEqual(JsonPropertyInfo member, object? from, object? to) =>
        Equals(from, to)
        || (from is not (null or string or ValueType) && to is not null && JsonElement.DeepEquals(Element(member, from), Element(member, to)));

    private static JsonElement Element(JsonPropertyInfo member, object value) => JsonSerializer.SerializeToElement(value, member.PropertyType, WireJson.Options);

    private static string Write(Dictionary<string, Change> changes) => JsonSerializer.Serialize(changes, WireJson.Options);

    private sealed record Change(object? From, object? To);
}
