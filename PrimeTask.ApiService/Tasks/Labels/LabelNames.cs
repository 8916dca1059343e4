using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Labels;

/// <summary>How owners write their labels.</summary>
internal sealed class LabelNames
{
    private readonly Dictionary<(long Owner, string Key), string> _names;

    private LabelNames(Dictionary<(long, string), string> names) => _names = names;

    /// <summary>Reads how the labels of these changes are written, and keeps those that are new as they are written here.</summary>
    /// <param name="db">Outside of a transaction: the labels stay, whatever becomes of the tasks.</param>
    /// <param name="changes">With the owners of the tasks.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<LabelNames> ReadAsync(PrimeTaskDbContext db, IEnumerable<(long Owner, TaskChanges? Changes)> changes, CancellationToken cancellationToken)
    {
        var wanted = changes.SelectMany(one => one.Changes?.Labels.Value ?? [], (one, name) => (one.Owner, Key: Label.KeyOf(name), Name: name))
            .DistinctBy(label => (label.Owner, label.Key)).OrderBy(label => label.Owner).ThenBy(label => label.Key, StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0)
            return new([]);

        long[] owners = [.. wanted.Select(label => label.Owner)];
        string[] keys = [.. wanted.Select(label => label.Key)];
        var found = await FindAsync();
        var missing = wanted.Where(label => !found.ContainsKey((label.Owner, label.Key))).ToArray();
        if (missing.Length == 0)
            return new(found);

        long[] newOwners = [.. missing.Select(label => label.Owner)];
        string[] newKeys = [.. missing.Select(label => label.Key)];
        string[] newNames = [.. missing.Select(label => label.Name)];
        await db.InTransactionAsync(
            cancellation => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO labels (owner_id, key, name, color)
                SELECT given.* FROM (SELECT owner_id, key, name, 'gray' FROM unnest({newOwners}, {newKeys}, {newNames}) AS rows (owner_id, key, name)) AS given
                JOIN users ON users.id = given.owner_id
                ON CONFLICT DO NOTHING
                """,
                cancellation),
            cancellationToken);
        return new(await FindAsync());

        Task<Dictionary<(long, string), string>> FindAsync() => db.Labels.AsNoTracking()
            .Where(label => owners.Contains(label.OwnerId) && keys.Contains(label.Key))
            .ToDictionaryAsync(label => (label.OwnerId, label.Key), label => label.Name, cancellationToken);
    }

    /// <summary>The changes of a task of this owner, with labels as the owner writes them.</summary>
    public TaskChanges Write(long owner, TaskChanges changes) => changes.Labels.Value is { } names
        ? changes with { Labels = new([.. names.Select(name => _names.GetValueOrDefault((owner, Label.KeyOf(name)), name))]) }
        : changes;
}
