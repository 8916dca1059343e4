using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks.Projects;

/// <summary>The body of POST and PUT, which set what is left out to its default.</summary>
public record ProjectRequest
{
    [Required, Line(Project.MaxNameLength, Example = "Kitchen")]
    public Maybe<string> Name { get; init; }

    public Maybe<Color> Color { get; init; }

    /// <summary>An archived project keeps its tasks. Apps show it apart from the others, and its tasks with it alone (archived=false of lists and stats).</summary>
    [Example(false)]
    public Maybe<bool> Archived { get; init; }

    public ProjectChanges ReadWhole(FieldErrors errors)
    {
        errors.Check(this);
        return new(Name.Map(WireText.Line), new(Color.Or(Projects.Color.Gray)), new(Archived.Or(false)));
    }

    public ProjectChanges ReadPart(FieldErrors errors)
    {
        errors.Check(this, whole: false);
        return new(Name.Map(WireText.Line), Color, Archived);
    }
}

/// <summary>The body of PATCH, which leaves alone what is left out.</summary>
[Partial]
public sealed record ProjectPatch : ProjectRequest;

public sealed record ProjectResponse
{
    public required long Id { get; init; }

    [Example("Kitchen")]
    public required string Name { get; init; }

    public required Color Color { get; init; }

    public required bool Archived { get; init; }

    /// <summary>Changes when it is moved; the list of projects is in this order. What it consists of is nobody's business but the server's.</summary>
    [Example("3.5")]
    public string Position => HandOrder.Write(HandPosition ?? Id);

    /// <summary>Of all statuses.</summary>
    public required int TasksCount { get; init; }

    /// <summary>Of those, pending and in progress.</summary>
    public required int OpenTasksCount { get; init; }

    public required long Owner { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public decimal? HandPosition { get; init; }

    [JsonIgnore]
    public uint Version { get; init; }

    /// <param name="db">Where the tasks are.</param>
    public static Expression<Func<Project, ProjectResponse>> FromProject(PrimeTaskDbContext db) => project => new ProjectResponse
    {
        Id = project.Id,
        Name = project.Name,
        Color = project.Color,
        Archived = project.Archived,
        TasksCount = db.Tasks.Count(task => task.ProjectId == project.Id),
        OpenTasksCount = db.Tasks.Count(task => task.ProjectId == project.Id && (task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress)),
        Owner = project.OwnerId,
        CreatedAt = project.CreatedAt,
        UpdatedAt = project.UpdatedAt,
        HandPosition = project.Position,
        Version = project.Version,
    };

    /// <summary>For If-Match: changes with the project, and not with the number of its tasks.</summary>
    public string ETag() => ETag(Id, Version);

    public static string ETag(long id, uint version) => EntityTags.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{version}")));
}
