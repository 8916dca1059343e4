using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <summary>Makes the projects, labels and saved views of a file that are missing, once, however often this runs.</summary>
internal sealed class HeadImport(PrimeTaskDbContext db, CurrentUser owner, DateTimeOffset now)
{
    private const string ProjectParameter = "project";

    private ViewChanges[] _views = [];

    /// <summary>The same file, or what is wrong with its views.</summary>
    public async Task<ReadFile> CheckAsync(ReadFile file, CancellationToken cancellationToken)
    {
        var views = new List<ViewChanges>();
        foreach (var view in file.Head.Views)
        {
            var errors = new FieldErrors();
            views.Add(view.ReadWhole(owner, errors));
            if (errors.FirstProblem() is { } problem)
                return ReadFile.Wrong($"{TaskFile.NothingImported} view {views.Count} is wrong. {problem}");
        }

        _views = [.. views];
        return (await NewViewsAsync(cancellationToken)).All > SavedView.Most
            ? ReadFile.Wrong($"{TaskFile.NothingImported} with the file's views there would be more than {SavedView.Most}.")
            : file;
    }

    /// <returns>The ids of all projects that the file names, by their folded names and their ids in the file.</returns>
    public async Task<IReadOnlyDictionary<(string Key, long? Id), long>> RunAsync(ReadFile file, CancellationToken cancellationToken)
    {
        FileProject[] projects = [.. file.Head.Projects.Concat(file.Tasks.Select(task => task.Project).OfType<FileProject>()).DistinctBy(project => (project.Key, project.Id))];
        if (projects.Length == 0 && file.Head.IsEmpty)
            return new Dictionary<(string, long?), long>();
        return await db.InTransactionAsync(
            async cancellation =>
            {
                await db.LockOrderAsync(owner.Id, cancellation);
                var found = await FindOrMakeAsync(projects, cancellation);
                await MakeLabelsAsync(file.Head.Labels, cancellation);
                var ids = file.Head.Projects.Where(project => project.Id is not null).DistinctBy(project => project.Id)
                    .ToDictionary(project => project.Id!.Value, project => found[(project.Key, project.Id)]);
                foreach (var view in (await NewViewsAsync(cancellation)).Missing)
                {
                    if (Place(view, ids) is { } placed)
                        db.Add(SavedView.Create(owner.Id, placed, now));
                }

                await db.SaveChangesAsync(cancellation);
                return found;
            },
            cancellationToken);
    }

    /// <summary>
    /// What has the same id and name here is the same one; of the others, the first with a name in the file is the first with it here. Those that are missing are made.
    /// </summary>
    private async Task<Dictionary<(string Key, long? Id), long>> FindOrMakeAsync(FileProject[] wanted, CancellationToken cancellationToken)
    {
        var all = await db.Projects.Live().Where(project => project.OwnerId == owner.Id).OrderBy(project => project.Archived).ThenBy(project => project.Id).ToListAsync(cancellationToken);
        var left = all.ToLookup(project => Label.KeyOf(project.Name));
        var found = new Dictionary<FileProject, Project>();
        foreach (var same in wanted.GroupBy(project => project.Key))
        {
            var free = left[same.Key].ToList();
            var named = same.Where(project => project.Id is not null).DefaultIfEmpty(same.First()).ToArray();
            foreach (var project in named.OrderByDescending(project => free.Exists(one => one.Id == project.Id)))
            {
                var match = free.Find(one => one.Id == project.Id) ?? free.FirstOrDefault();
                found[project] = match ?? db.Add(Project.Create(owner.Id, new(new(project.Name), new(project.Color), new(project.Archived)), now)).Entity;
                if (match is not null)
                    free.Remove(match);
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

    /// <summary>The views of the file that are missing here, by their names, and how many there will be of all.</summary>
    private async Task<(IReadOnlyList<ViewChanges> Missing, int All)> NewViewsAsync(CancellationToken cancellationToken)
    {
        if (_views.Length == 0)
            return ([], 0);
        var names = await db.SavedViews.Where(view => view.OwnerId == owner.Id).Select(view => view.Name).ToListAsync(cancellationToken);
        var known = names.Select(Label.KeyOf).CountBy(key => key).ToDictionary();
        var missing = _views.Where(view => !IsThere(Label.KeyOf(view.Name.Value!))).ToList();
        return (missing, names.Count + missing.Count);

        // Of several with one name, each is there for one.
        bool IsThere(string key) => known.TryGetValue(key, out var count) && (known[key] = count - 1) >= 0;
    }

    /// <returns>The view of the projects as they are here; null where it is of none that the file has.</returns>
    private static ViewChanges? Place(ViewChanges view, Dictionary<long, long> ids)
    {
        var query = ViewResponse.ReadQuery(view.Query.Value!);
        if (!query.TryGetValue(ProjectParameter, out var projects))
            return view;
        string[] placed = [.. projects.Split(',', StringSplitOptions.TrimEntries).Select(Placed).OfType<string>()];
        query[ProjectParameter] = string.Join(',', placed);
        return placed.Length == 0 ? null : view with { Query = new(ViewResponse.WriteQuery(query)) };

        string? Placed(string text) => !long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? text
            : ids.TryGetValue(id, out var here) ? here.ToString(CultureInfo.InvariantCulture) : null;
    }
}
