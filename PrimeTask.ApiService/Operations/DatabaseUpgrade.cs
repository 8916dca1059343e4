using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Operations;

/// <summary>Brings a database to the newest schema: applies the migrations, and between them does what SQL can't.</summary>
public static class DatabaseUpgrade
{
    /// <summary>In this one the column is there, in the next it is indexed and searched.</summary>
    private const string KeepSearchText = "20261128203053_KeepSearchText";

    private const string SearchFoldedText = "20261128203209_SearchFoldedText";

    public const int BatchSize = 5000;

    /// <summary>Can be interrupted at any time, and goes on where it was when it is run again.</summary>
    /// <param name="db">Creates the database where there is none.</param>
    /// <param name="tellAsync">Told what was done, now and then.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public static async Task UpgradeAsync(this PrimeTaskDbContext db, Func<string, Task> tellAsync, CancellationToken cancellationToken)
    {
        // Indexes of many tasks take minutes.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToHashSet();
        if (pending.Contains(KeepSearchText))
            await db.Database.MigrateAsync(KeepSearchText, cancellationToken);
        if (pending.Contains(SearchFoldedText))
        {
            await FoldTasksAsync(db, tellAsync, cancellationToken);
            await FoldUsersAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Columns by name: later migrations add some that are not there yet.</summary>
    private static async Task FoldTasksAsync(PrimeTaskDbContext db, Func<string, Task> tellAsync, CancellationToken cancellationToken)
    {
        for (var (last, done) = (0L, 0); ;)
        {
            var tasks = await db.Database.SqlQuery<UnfoldedTask>(
                $"""
                SELECT id, xmin::text AS version, title, description FROM tasks
                WHERE id > {last} AND search_text IS NULL AND (octet_length(title) > length(title) OR octet_length(description) > length(description))
                ORDER BY id LIMIT {BatchSize}
                """).ToListAsync(cancellationToken);
            if (tasks.Count == 0)
                return;

            string[] titles = [.. tasks.Select(task => Normalize(task.Title, TaskItem.MaxTitleLength))];
            string?[] descriptions = [.. tasks.Select(task => task.Description is null ? null : Normalize(task.Description, TaskItem.MaxDescriptionLength))];
            string?[] texts = [.. titles.Zip(descriptions, (title, description) => TextSearch.Kept(title, description ?? ""))];
            long[] ids = [.. tasks.Select(task => task.Id)];
            string[] versions = [.. tasks.Select(task => task.Version)];
            // What somebody has changed since was folded then.
            done += await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE tasks SET title = rows.title, description = rows.description, search_text = rows.search_text
                FROM unnest({ids}, {versions}, {titles}, {descriptions}, {texts}) AS rows (id, version, title, description, search_text)
                WHERE tasks.id = rows.id AND tasks.xmin::text = rows.version
                """,
                cancellationToken);
            last = ids[^1];
            await tellAsync($"Prepared {done} tasks for the search.");
        }
    }

    private static async Task FoldUsersAsync(PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var users = await db.Database.SqlQuery<UnfoldedUser>(
            $"""
            SELECT id, xmin::text AS version, email, username, first_name, last_name FROM users
            WHERE search_text IS NULL AND (octet_length(first_name) > length(first_name) OR octet_length(last_name) > length(last_name))
            """).ToListAsync(cancellationToken);
        foreach (var user in users)
        {
            var (first, last) = (Normalize(user.FirstName, User.MaxNameLength), Normalize(user.LastName, User.MaxNameLength));
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE users SET first_name = {first}, last_name = {last}, search_text = {User.SearchTextOf(user.Email, user.Username, first, last)}
                WHERE id = {user.Id} AND xmin::text = {user.Version}
                """,
                cancellationToken);
        }
    }

    /// <summary>NFC, unless the few letters that become longer would not fit.</summary>
    private static string Normalize(string text, int maxLength) => WireText.Normalize(text) is var normal && WireText.Length(normal) <= maxLength ? normal : text;

    private sealed record UnfoldedTask(long Id, string Version, string Title, string? Description);

    private sealed record UnfoldedUser(long Id, string Version, string Email, string Username, string FirstName, string LastName);
}
