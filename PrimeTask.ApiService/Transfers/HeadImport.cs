using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>Makes the projects, labels and saved views of a file that are missing, once, however often this runs.</summary>
internal sealed class HeadImport(PrimeTaskDbContext db, CurrentUser owner, DateTimeOffset now)
{
    /// <returns>The file's views, or the same file with what is wrong with one of them.</returns>
    public (ReadFile File, IReadOnlyList<ViewChanges> Views) ReadViews(ReadFile file)
    {
        var views = new List<ViewChanges>();
        foreach (var view in file.Head.Views)
        {
            var errors = new FieldErrors();
            views.Add(view.ReadWhole(owner, errors));
            if (errors.FirstProblem() is { } problem)
                return (ReadFile.Wrong($"{TaskFile.NothingImported} view {views.Count} is wrong. {problem}"), []);
        }

        return (file, views);
    }

    /// <returns>
    /// The ids of all projects that the file names, by their folded names and their ids in the file; null where there would be too many views, and nothing has been made.
    /// </returns>
    public async Task<IReadOnlyDictionary<(string Key, long? Id), long>?> RunAsync(ReadFile file, IReadOnlyList<ViewChanges> views, CancellationToken cancellationToken)
    {
        FileProject[] projects = [.. file.Head.Projects.Concat(file.Tasks.Select(task => task.Project).OfType<FileProject>()).DistinctBy(project => (project.Key, project.Id))];
        if (projects.Length == 0 && file.Head.IsEmpty)
            return new Dictionary<(string, long?), long>();
        return await db.InTransactionAsync(
            async cancellation =>
            {
                await db.LockOrderAsync(owner.Id, cancellation);
                var missing = await FindMissingAsync([.. views.Where(view => IsOf(view, file.Head))], cancellation);
                if (missing is null)
                    return null;
                var found = await FindOrMakeAsync(projects, cancellation);
                await MakeLabelsAsync(file.Head.Labels, cancellation);
                db.AddRange(missing.Select(view => SavedView.Create(owner.Id, Place(view, file.Head, found), now)));
                await db.SaveChangesAsync(cancellation);
                return found;
            },
            cancellationToken);
    }

    /// <summary>
    /// What has the same id and name here is the same one; of the others, the first with a name in the file is the first with it here, of the archived ones and of the others. Those that are
    /// missing are made.
    /// </summary>
    private async Task<Dictionary<(string Key, long? Id), long>> FindOrMakeAsync(FileProject[] wanted, CancellationToken cancellationToken)
    {
        var all = await db.Projects.Live().Where(project => project.OwnerId == owner.Id).OrderBy(project => project.Archived).ThenBy(project => project.Id).ToListAsync(cancellationToken);
        var left = all.ToLookup(project => Label.KeyOf(project.Name));
        var found = new Dictionary<FileProject, Project>();
        foreach (var same in wanted.GroupBy(project => project.Key))
        {
            var named = same.Where(project => project.Id is not null).DefaultIfEmpty(same.First()).ToArray();
            var free = left[same.Key].ToDictionary(project => project.Id);
            foreach (var project in named)
            {
                if (free.Remove(project.Id ?? 0, out var match))
                    found[project] = match;
            }

            var others = free.Values.GroupBy(project => project.Archived).ToDictionary(group => group.Key, group => new Queue<Project>(group));
            foreach (var project in named.Where(project => !found.ContainsKey(project)))
            {
                // One by itself may have been archived here since; of several, that would be guessed.
                var match = others.TryGetValue(project.Archived, out var queue) && queue.TryDequeue(out var next) ? next
                    : named.Length == 1 ? free.Values.FirstOrDefault() : null;
                found[project] = match ?? db.Add(Project.Create(owner.Id, new(new(project.Name), new(project.Color), new(project.Archived)), now)).Entity;
            }

            // By its name alone, it is the first of them.
            foreach (var project in same.Where(project => project.Id is null))
                found.TryAdd(project, found[named[0]]);
        }

        await db.SaveChangesAsync(cancellationToken);
        return found.ToDictionary(pair => (pair.Key.Key, pair.Key.Id), pair => pair.Value.Id);
    }

    private Task<int> MakeLabelsAsync(IReadOnlyList<FileLabel> labels, CancellationToken cancellationToken)
    {
        string[] keys = [.. labels.Select(label => Label.KeyOf(label.Name))];
        string[] names = [.. labels.Select(label => label.Name)];
        string[] colors = [.. labels.Select(label => Choices.Name(label.Color))];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO labels (owner_id, key, name, color) SELECT {owner.Id}, given.* FROM unnest({keys}, {names}, {colors}) AS given
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    /// <returns>The views that are missing here, by their names; null where there would be too many.</returns>
    private async Task<IReadOnlyList<ViewChanges>?> FindMissingAsync(IReadOnlyList<ViewChanges> views, CancellationToken cancellationToken)
    {
        if (views.Count == 0)
            return [];
        var names = await db.SavedViews.Where(view => view.OwnerId == owner.Id).Select(view => view.Name).ToListAsync(cancellationToken);
        var known = names.Select(Label.KeyOf).CountBy(key => key).ToDictionary();
        var missing = views.Where(view => !IsThere(Label.KeyOf(view.Name.Value!))).ToList();
        return names.Count + missing.Count > SavedView.Most && missing.Count > 0 ? null : missing;

        // Of several with one name, each is there for one.
        bool IsThere(string key) => known.TryGetValue(key, out var count) && (known[key] = count - 1) >= 0;
    }

    /// <summary>Whether the file has what the view is of: another account's task, and a project that was deleted, are nowhere here.</summary>
    private static bool IsOf(ViewChanges view, FileHead head)
    {
        var query = ViewResponse.ReadQuery(view.Query.Value!);
        return !(query.TryGetValue(TaskListQuery.ParentParameter, out var parent) && long.TryParse(parent, CultureInfo.InvariantCulture, out _))
            && (!query.TryGetValue(TaskListQuery.ProjectParameter, out var projects)
                || projects.Split(',').Any(text => !long.TryParse(text, CultureInfo.InvariantCulture, out var id) || head.FindProject(id) is not null));
    }

    /// <returns>The view of the projects as they are here.</returns>
    private static ViewChanges Place(ViewChanges view, FileHead head, Dictionary<(string Key, long? Id), long> found)
    {
        var query = ViewResponse.ReadQuery(view.Query.Value!);
        if (!query.TryGetValue(TaskListQuery.ProjectParameter, out var projects))
            return view;
        query[TaskListQuery.ProjectParameter] = string.Join(',', projects.Split(',').Select(Placed).OfType<string>());
        return view with { Query = new(ViewResponse.WriteQuery(query)) };

        string? Placed(string text) => !long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? text
            : head.FindProject(id) is { } project ? found[(project.Key, project.Id)].ToString(CultureInfo.InvariantCulture) : null;
    }
}
