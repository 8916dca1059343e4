using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Transfers;

/// <param name="Transfer">Its id.</param>
internal sealed record TransferArguments(long Transfer);

/// <summary>
/// Writes the file in parts, each in a transaction with how far it is: a worker that is killed is followed by one that goes on from there. A task that is
/// changed meanwhile is in the file as it was before or after.
/// </summary>
internal sealed class ExportJob(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    /// <summary>The longest of them are a few MiB together.</summary>
    private const int TasksPerPart = 100;

    public static string Kind => "export";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments<TransferArguments>().Transfer;
        while (await db.InTransactionAsync(cancellation => WriteNextAsync(id, cancellation), cancellationToken))
        {
        }
    }

    public Task SetAsideAsync(JobRun run, CancellationToken cancellationToken) => db.GiveUpTransferAsync(run, clock.Now(), cancellationToken);

    /// <returns>Whether there is more to write.</returns>
    private async Task<bool> WriteNextAsync(long id, CancellationToken cancellationToken)
    {
        if (await db.LockTransferAsync(id, cancellationToken) is not { } export)
            return false;

        var file = TaskFile.Of(export.Format);
        var own = db.Tasks.AsNoTracking().Where(task => task.OwnerId == export.UserId);
        var isFirst = export.Parts == 0;
        if (isFirst)
            export.Run(await own.CountAsync(cancellationToken));
        var tasks = await own.Where(task => task.Id > export.LastTask).OrderBy(task => task.Id).Take(TasksPerPart)
            .Select(TaskResponse.FromTask).ToListAsync(cancellationToken);
        long[] projects = [.. tasks.Select(task => task.Project).OfType<long>().Distinct()];
        var names = await db.Projects.Where(project => projects.Contains(project.Id)).ToDictionaryAsync(project => project.Id, project => project.Name, cancellationToken);
        ExportedTask[] exported = [.. tasks.Select(task => new ExportedTask(task, task.Project is { } id ? names.GetValueOrDefault(id) : null))];
        var isLast = tasks.Count < TasksPerPart;
        db.Add(export.Add(
        [
            .. isFirst ? await HeadAsync(file, export.UserId, cancellationToken) : [],
            .. tasks.Count > 0 ? file.Write(exported, isFirst) : [],
            .. isLast ? file.Tail() : [],
        ]));
        if (tasks.Count > 0)
            export.Advance(tasks.Count, tasks[^1].Id);
        if (isLast)
            export.End(clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        return !export.HasEnded;
    }

    private async Task<byte[]> HeadAsync(TaskFile file, long id, CancellationToken cancellationToken)
    {
        var user = await db.Users.Where(user => user.Id == id).Select(UserResponse.FromUser).SingleAsync(cancellationToken);
        var projects = await db.Projects.AsNoTracking().Live().Where(project => project.OwnerId == id).OrderBy(project => project.Position ?? project.Id).ThenBy(project => project.Id)
            .Select(ProjectResponse.FromProject(db)).ToListAsync(cancellationToken);
        var labels = await LabelEditor.ReadAsync(db, id, cancellationToken);
        var views = await db.SavedViews.AsNoTracking().Where(view => view.OwnerId == id).OrderBy(view => view.Position ?? view.Id).ThenBy(view => view.Id).ToListAsync(cancellationToken);
        return file.Write(new ExportedHead(clock.Now(), user, projects, labels.Results, [.. views.Select(ViewResponse.Of)]));
    }
}

/// <summary>
/// Reads the whole file, and imports all of its tasks or, when one of them is wrong, none: each lot of them in a transaction with how far it is, so that no
/// task is there twice, however often a worker is killed.
/// </summary>
internal sealed class ImportJob(PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock) : IJob
{
    private const int TasksPerLot = 500;

    public static string Kind => "import";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments<TransferArguments>().Transfer;
        var asked = await db.TransferParts.AsNoTracking().Where(part => part.TransferId == id && part.Number == 0)
            .Select(part => new { part.Content, part.Transfer.Format, part.Transfer.UserId, part.Transfer.Done, Role = db.Users.Where(user => user.Id == part.Transfer.UserId).Select(user => user.Role).Single() }).SingleOrDefaultAsync(cancellationToken);
        if (asked is null)
            return;

        var file = TaskFile.Of(asked.Format).Read(asked.Content, clock.Now());
        var head = new HeadImport(db, new CurrentUser(asked.UserId, asked.Role, SessionId: 0), clock.Now());
        (file, var views) = head.ReadViews(file);
        // The file's views were made before its first task, and may have been changed since.
        views = asked.Done > 0 ? [] : views;
        IReadOnlyDictionary<(string, long?), long>? projects;
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([asked.UserId])))
            projects = await head.RunAsync(file, views, cancellationToken);
        if (projects is null)
            file = ReadFile.Wrong($"{TaskFile.NothingImported} with the file's views there would be more than {SavedView.Most}.");
        var labels = await LabelNames.ReadAsync(db, file.Tasks.Select(task => (asked.UserId, (TaskChanges?)task.Changes)), cancellationToken);
        file = InOrder(file);
        file = file with { Tasks = [.. file.Tasks.Select(task => task with { Changes = Place(labels.Write(asked.UserId, task.Changes), task.Project) })] };
        bool more;
        do
        {
            await using (await versions.BeginChangeAsync(CacheVersions.Changed([asked.UserId])))
                more = await db.InTransactionAsync(cancellation => InsertNextAsync(id, file, cancellation), cancellationToken);
        }
        while (more);

        TaskChanges Place(TaskChanges changes, FileProject? project) => project is null ? changes : changes with { Project = new(projects![(project.Key, project.Id)]) };
    }

    public Task SetAsideAsync(JobRun run, CancellationToken cancellationToken) => db.GiveUpTransferAsync(run, clock.Now(), cancellationToken);

    /// <summary>New tasks come in the order of their ids, so this becomes the order by hand.</summary>
    private static ReadFile InOrder(ReadFile file)
    {
        if (file.Tasks.Any(task => task.Position is null))
            return file;
        var ordered = file.Tasks.Index().OrderBy(task => task.Item.Position).ToArray();
        var places = ordered.Index().ToDictionary(task => task.Item.Index, task => task.Index);
        return file with { Tasks = [.. ordered.Select(task => task.Item with { Parent = task.Item.Parent is { } parent ? places[parent] : null })] };
    }

    /// <returns>Whether there is more to import.</returns>
    private async Task<bool> InsertNextAsync(long id, ReadFile file, CancellationToken cancellationToken)
    {
        if (await db.LockTransferAsync(id, cancellationToken) is not { } import)
            return false;

        var now = clock.Now();
        if (file.Problem is { } problem)
        {
            import.Fail(problem, file.Errors, now);
        }
        else
        {
            import.Run(file.Tasks.Count);
            TaskItem[] lot = [.. file.Tasks.Skip(import.Done).Take(TasksPerLot).Select(task => TaskItem.Import(import.UserId, task.Changes, task.CreatedAt, task.CompletedAt, now))];
            var inserted = await db.InsertAsync(lot);
            await PutUnderParentsAsync(import, file, [.. inserted.Select(task => task?.Id ?? 0)], cancellationToken);
            import.Advance(lot.Length);
            if (import.Done == import.Total)
                import.End(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        // The file has done its work.
        if (import.HasEnded)
            await db.DeletePartsAsync(id, cancellationToken);
        return !import.HasEnded;
    }

    /// <summary>
    /// Makes subtasks of those tasks of which they and their parents are there now. The ids of each lot are kept behind the file, until it is deleted: a parent can
    /// come long before its subtasks, or after them, and this worker may have been another one then.
    /// </summary>
    private async Task PutUnderParentsAsync(Transfer import, ReadFile file, long[] inserted, CancellationToken cancellationToken)
    {
        if (file.Tasks.All(task => task.Parent is null))
            return;
        var before = await db.TransferParts.AsNoTracking().Where(part => part.TransferId == import.Id && part.Number > 0).OrderBy(part => part.Number)
            .Select(part => part.Content).ToListAsync(cancellationToken);
        long[] ids = [.. before.SelectMany(part => MemoryMarshal.Cast<byte, long>(part).ToArray()), .. inserted];
        db.Add(import.Keep(MemoryMarshal.AsBytes(inserted.AsSpan()).ToArray()));

        var pairs = file.Tasks.Take(ids.Length).Index().Where(task => task.Item.Parent is { } parent && parent < ids.Length && Math.Max(task.Index, parent) >= import.Done)
            .Select(task => (Id: ids[task.Index], Parent: ids[task.Item.Parent!.Value])).ToArray();
        await db.PutUnderAsync([.. pairs.Select(pair => pair.Id)], [.. pairs.Select(pair => pair.Parent)], cancellationToken);
    }
}

/// <summary>Deletes exports and imports that are too old.</summary>
internal sealed class TransferCleanup(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    /// <summary>Each takes its file with it.</summary>
    private const int Lot = 10;

    public static string Kind => "clean_up_transfers";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Transfers.Where(transfer => transfer.ExpiresAt < now).OrderBy(transfer => transfer.ExpiresAt).DeleteInLotsAsync(cancellationToken, Lot);
    }
}

internal static class TransferLock
{
    /// <summary>Two workers that run the same job take turns, and each goes on where the other one stopped.</summary>
    /// <returns>Null when it has ended, or is gone.</returns>
    public static async Task<Transfer?> LockTransferAsync(this PrimeTaskDbContext db, long id, CancellationToken cancellationToken) =>
        (await db.Transfers.FromSql($"SELECT * FROM transfers WHERE id = {id} AND ended_at IS NULL FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Tells the owner of a transfer, whose job will not be tried again, and lets them start another.</summary>
    public static async Task GiveUpTransferAsync(this PrimeTaskDbContext db, JobRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.LockTransferAsync(run.Arguments<TransferArguments>().Transfer, cancellationToken) is not { } transfer)
            return;
        transfer.GiveUp(now);
        await db.SaveChangesAsync(cancellationToken);
        await db.DeletePartsAsync(transfer.Id, cancellationToken);
    }

    public static Task<int> DeletePartsAsync(this PrimeTaskDbContext db, long id, CancellationToken cancellationToken) =>
        db.TransferParts.Where(part => part.TransferId == id).ExecuteDeleteAsync(cancellationToken);
}
