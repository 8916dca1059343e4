using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks.Views;

/// <summary>The body of POST and PUT, which set what is left out to its default.</summary>
public record ViewRequest
{
    private const int MaxQueryLength = 2000;

    [Required, Line(SavedView.MaxNameLength, Example = "Urgent at home")]
    public Maybe<string> Name { get; init; }

    /// <summary>Parameters of the list of tasks, by their names: its filters and its ordering. Numbers and booleans are taken as texts.</summary>
    [Example("""{"status": "open", "priority": "high", "ordering": "due_date"}""")]
    public Maybe<IReadOnlyDictionary<string, string>> Query { get; init; }

    /// <summary>What the tasks are grouped by; null for one list.</summary>
    [Example("due")]
    public Maybe<ViewGroup?> Group { get; init; }

    public Maybe<ViewLayout> Layout { get; init; }

    public ViewChanges ReadWhole(CurrentUser user, FieldErrors errors)
    {
        errors.Check(this);
        return new(Name.Map(WireText.Line), new(ReadQuery(user, errors).Or("{}")), new(Group.Or(null)), new(Layout.Or(ViewLayout.List)));
    }

    public ViewChanges ReadPart(CurrentUser user, FieldErrors errors)
    {
        errors.Check(this, whole: false);
        return new(Name.Map(WireText.Line), ReadQuery(user, errors), Group, Layout);
    }

    /// <summary>What the list of tasks accepts, no more and no less.</summary>
    private Maybe<string> ReadQuery(CurrentUser user, FieldErrors errors)
    {
        if (Query.Value is not { } parameters)
            return Query.IsPresent ? new(null) : default;

        var texts = parameters.ToDictionary(parameter => parameter.Key, parameter => WireText.Normalize(parameter.Value), StringComparer.Ordinal);
        errors.AddUnder("query", TaskListQuery.CheckSaved(texts, user));
        var json = ViewResponse.WriteQuery(texts);
        if (json.Length > MaxQueryLength && !errors.Has("query"))
            errors.Add("query", $"Ensure this field has no more than {MaxQueryLength} characters.");
        return new(json);
    }
}

/// <summary>The body of PATCH, which leaves alone what is left out.</summary>
[Partial]
public sealed record ViewPatch : ViewRequest;

public sealed record ViewResponse
{
    public required long Id { get; init; }

    [Example("Urgent at home")]
    public required string Name { get; init; }

    /// <summary>Parameters of the list of tasks, by their names.</summary>
    [Example("""{"status": "open", "priority": "high", "ordering": "due_date"}""")]
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>What the tasks are grouped by; null for one list.</summary>
    public required ViewGroup? Group { get; init; }

    public required ViewLayout Layout { get; init; }

    /// <summary>Changes when it is moved; the list of views is in this order. What it consists of is nobody's business but the server's.</summary>
    [Example("3.5")]
    public string Position => HandOrder.Write(HandPosition ?? Id);

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public decimal? HandPosition { get; init; }

    [JsonIgnore]
    public uint Version { get; init; }

    public static ViewResponse Of(SavedView view) => new()
    {
        Id = view.Id,
        Name = view.Name,
        Query = ReadQuery(view.Query),
        Group = view.Group,
        Layout = view.Layout,
        CreatedAt = view.CreatedAt,
        UpdatedAt = view.UpdatedAt,
        HandPosition = view.Position,
        Version = view.Version,
    };

    public static SortedDictionary<string, string> ReadQuery(string stored) => JsonSerializer.Deserialize<SortedDictionary<string, string>>(stored)!;

    public static string WriteQuery(IReadOnlyDictionary<string, string> query) => JsonSerializer.Serialize(query, WireJson.Options);

    /// <summary>For If-Match.</summary>
    public string ETag() => ETag(Id, Version);

    public static string ETag(long id, uint version) => EntityTags.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"view|{id}|{version}")));
}
