using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>What stands in an exported file before its tasks, each as the API shows it and in the person's order.</summary>
internal sealed record ExportedHead(
    DateTimeOffset ExportedAt, UserResponse User, IReadOnlyList<ProjectResponse> Projects, IReadOnlyList<LabelResponse> Labels, IReadOnlyList<ViewResponse> Views);

/// <summary>What a file to import has beside its tasks.</summary>
internal sealed record FileHead(IReadOnlyList<FileProject> Projects, IReadOnlyList<FileLabel> Labels, IReadOnlyList<ViewRequest> Views)
{
    /// <summary>Of each kind.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<long, FileProject> _projects = Projects.Where(project => project.Id is not null).DistinctBy(project => project.Id).ToDictionary(project => project.Id!.Value);

    public static FileHead Empty { get; } = new([], [], []);

    public bool IsEmpty => Projects.Count + Labels.Count + Views.Count == 0;

    /// <param name="id">Where the file was written.</param>
    public FileProject? FindProject(long id) => _projects.GetValueOrDefault(id);
}

/// <summary>A project that a file names.</summary>
/// <param name="Name">Several can have it.</param>
/// <param name="Id">Which of them, where the file was written.</param>
internal sealed record FileProject(string Name, long? Id)
{
    public string Key => Label.KeyOf(Name);

    public Color Color { get; init; } = Color.Gray;

    public bool Archived { get; init; }
}

internal sealed record FileLabel(string Name, Color Color);
