using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.Tests.Operations;

/// <summary>What <c>deploy/backup</c> brings back after all files of a server were lost, and what it refuses.</summary>
public sealed class BackupTests(BackupDrill drill) : IClassFixture<BackupDrill>
{
    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Restore_ToAMoment_GivesTheRowsOfThatMoment()
    {
        var restored = await drill.RestoreAsync("at-moment", "--time", drill.Moment);

        Assert.Equal(drill.HashesAtMoment, await BackupDrill.HashAsync(restored));
    }

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Restore_ToTheEnd_HasEveryAcknowledgedWriteThatWasReceived()
    {
        var restored = await drill.RestoreAsync("at-end");

        var there = (await OwnServers.ReadAsync<long[]>(restored, "SELECT array_agg(id) FROM tasks WHERE title = 'Written meanwhile'")).ToHashSet();
        Assert.NotEmpty(drill.Received);
        Assert.Empty(drill.Received.Except(there));
        TestContext.Current.SendDiagnosticMessage($"{drill.Acknowledged.Length} writes were acknowledged, {drill.Acknowledged.Except(there).Count()} of them are lost.");
        await using var db = new PrimeTaskDbContext((DbContextOptions<PrimeTaskDbContext>)new DbContextOptionsBuilder<PrimeTaskDbContext>()
            .UseNpgsql(restored, npgsql => npgsql.EnableRetryOnFailure()).ConfigurePrimeTask().Options);
        Assert.Equal(0, await db.RebuildAsync(TestContext.Current.CancellationToken));

        await MustBackUpAgainAsync();
    }

    /// <summary>The restored server is another line of history: it has a directory of its own, from which it can be restored as well.</summary>
    private async Task MustBackUpAgainAsync()
    {
        var (exitCode, output) = await drill.RunAsync("backup", drill.Directory);
        Assert.Equal((1, $"{drill.Directory} holds backups of another server, or of this one before it was restored or a standby took over: give BACKUP_DIRECTORY a new directory."), (exitCode, output));

        var directory = await drill.Servers.MakeFolderAsync("backups again");
        (exitCode, output) = await drill.RunAsync("backup", directory);
        Assert.Equal(1, exitCode);
        Assert.EndsWith("The backup is complete, but nobody receives the WAL, so that nothing after it can be restored: start deploy/backup/receive.", output, StringComparison.Ordinal);
        await using var receiver = await drill.ReceiveAsync(directory);
        (exitCode, output) = await drill.RunAsync("backup", directory);
        Assert.Equal(1, exitCode);
        Assert.Contains("The backup is complete, but WAL is missing since the backup before, from ", output, StringComparison.Ordinal);

        // As if they were of long ago: of two the newer one reaches back to the first moment that is kept.
        var names = Directory.GetDirectories(Path.Combine(directory, "base")).Order(StringComparer.Ordinal).ToArray();
        Directory.Move(names[0], Path.Combine(directory, "base", "20200101T000000Z"));
        Directory.Move(names[1], Path.Combine(directory, "base", "20200102T000000Z"));
        (exitCode, output) = await drill.RunAsync("backup", directory);
        Assert.True(exitCode == 0, output);
        Assert.EndsWith("2 are kept, the oldest is 20200102T000000Z.", output, StringComparison.Ordinal);
        var first = (await File.ReadAllLinesAsync(Path.Combine(directory, "base", "20200102T000000Z", "backup_label"), TestContext.Current.CancellationToken))[0];
        Assert.Contains(Directory.GetFiles(Path.Combine(directory, "wal"), "????????????????????????").Select(Path.GetFileName).Min()!, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_IntoAFolderThatIsNotEmpty_IsRefused()
    {
        var target = await drill.Servers.MakeFolderAsync("full");
        await drill.Servers.WriteAsync("full/something", "");

        await MustRefuseAsync(drill.Directory, $"{target} is not empty: name a directory that is, or does not exist yet.", "--target", target);
    }

    [Fact]
    public async Task Restore_OfABackupThatLacksAFile_IsRefused() =>
        await MustRefuseAsync(
            "incomplete",
            (copy, name) => File.Delete(Path.Combine(copy, "base", name, "base", "1", "PG_VERSION")),
            name => $"The backup {name} is incomplete or damaged (pg_verifybackup: error: \"base/1/PG_VERSION\" is present in the manifest but not on disk): name an older one with --backup.");

    [Fact]
    public async Task Restore_OfABackupThatWasInterrupted_IsRefused() =>
        await MustRefuseAsync(
            "interrupted",
            (copy, name) => Directory.Move(Path.Combine(copy, "base", name), Path.Combine(copy, "base", "new.incomplete")),
            name => $"There is no complete backup in {drill.Servers.In("interrupted")}.");

    [Fact]
    public async Task Restore_WithAGapInTheWal_IsRefused()
    {
        var missing = "";
        await MustRefuseAsync(
            "gap",
            (copy, _) =>
            {
                var segments = Directory.GetFiles(Path.Combine(copy, "wal")).Order(StringComparer.Ordinal).ToArray();
                missing = Path.GetFileName(segments[^2]);
                File.Delete(segments[^2]);
            },
            name => $"The WAL after the backup {name} has a gap, from segment {missing} on: give a --time before it, or name a newer backup with --backup.");
    }

    [Fact]
    public async Task Restore_OfAnotherMajorVersion_IsRefused() =>
        await MustRefuseAsync(
            "other version",
            (copy, name) =>
            {
                File.Delete(Path.Combine(copy, "base", name, "PG_VERSION"));
                File.WriteAllText(Path.Combine(copy, "base", name, "PG_VERSION"), "9\n");
            },
            _ => "The programs of PostgreSQL 9 are needed, and only those of ");

    [Fact]
    public async Task Restore_ToBeforeTheFirstBackup_IsRefused() =>
        await MustRefuseAsync(drill.Directory, "There is no backup from before 2020-01-01T00:00:00Z: the oldest is ", "--target", drill.Servers.In("too-early"), "--time", "2020-01-01T00:00:00Z");

    [Fact]
    public async Task Restore_ToAfterTheLastChange_IsRefused() =>
        await MustRefuseAsync(
            drill.Directory, "The WAL that was received ends before 2999-01-01T00:00:00+01:00: its last change was at ", "--target", await drill.Servers.MakeFolderAsync("too-late"), "--time", "2999-01-01T00:00:00+01:00");

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-29T18:05:00")]
    [InlineData("2026-13-29T18:05:00Z")]
    public async Task Restore_ToWhatIsNoMoment_IsRefused(string time) =>
        await MustRefuseAsync(drill.Directory, $"--time is '{time}': give a moment with its zone, such as 2026-11-29T18:05:00Z.", "--target", drill.Servers.In("never"), "--time", time);

    private async Task MustRefuseAsync(string copy, Action<string, string> harm, Func<string, string> sentence)
    {
        var folder = await drill.Servers.MakeFolderAsync(copy);
        using (var cp = Process.Start("cp", ["--archive", "--link", $"{drill.Directory}/.", folder]))
            await cp.WaitForExitAsync(TestContext.Current.CancellationToken);
        var name = Path.GetFileName(Directory.GetDirectories(Path.Combine(folder, "base")).Single());
        harm(folder, name);
        await MustRefuseAsync(folder, sentence(name), "--target", drill.Servers.In($"{copy} target"));
    }

    private async Task MustRefuseAsync(string directory, string sentence, params string[] arguments)
    {
        var (exitCode, output) = await drill.RunAsync("restore", directory, arguments);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(sentence, Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }
}
