using System.Collections.Concurrent;
using System.Diagnostics;

namespace PrimeTask.Tests.Operations;

/// <summary>
/// A Postgres with an API that people write to, of which <c>deploy/backup</c> takes a backup and receives the WAL meanwhile; then the server crashes and its
/// files are gone.
/// </summary>
public sealed class BackupDrill(PrimeTaskApp app) : IAsyncLifetime
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(Soak.Of(1, 20));

    private readonly ConcurrentBag<(long Task, DateTime At)> _acknowledged = [];

    /// <summary>A moment between two writes, in the form of <c>--time</c>.</summary>
    internal string Moment { get; private set; } = "";

    /// <summary>What each table held at that moment.</summary>
    internal string HashesAtMoment { get; private set; } = "";

    /// <summary>The tasks whose writes were acknowledged before the last moment at which all WAL was known to be received.</summary>
    internal long[] Received { get; private set; } = [];

    /// <summary>All tasks whose writes were acknowledged.</summary>
    internal long[] Acknowledged => [.. _acknowledged.Select(write => write.Task)];

    internal OwnServers Servers { get; private set; } = null!;

    internal string Directory => Servers.In("backups");

    public async ValueTask InitializeAsync()
    {
        Servers = await OwnServers.StartAsync();
        await Servers.AddBackupRoleAsync();
        foreach (var script in (string[])["common", "receive", "backup", "restore"])
            await Servers.WriteAsync(script, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "backup", script), TestContext.Current.CancellationToken));
        await Servers.MakeFolderAsync("backups");
        (string, string)[] settings =
        [
            ("ConnectionStrings__primetask", Servers.Primary),
            ("ConnectionStrings__cache", $"{await app.ConnectionAsync("cache")},defaultDatabase=6"),
            ("RateLimiting__Enabled", "false"),
        ];
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", settings);
        Assert.True(exitCode == 0, output);
        await using var api = await ServiceProcess.StartApiAsync(settings);
        using var user = await api.RegisterAsync();
        const int Batch = 10_000;
        for (var filled = 0; filled < Soak.Of(1, 50) * Batch; filled += Batch)
        {
            await OwnServers.ExecuteAsync(
                Servers.Primary,
                $"""
                INSERT INTO tasks (title, description, status, priority, owner_id, created_at, updated_at)
                SELECT 'Task ' || n, repeat(md5(n::text), 8), 'pending', 'low', {user.Id}, now(), now() FROM generate_series({filled + 1}, {filled + Batch}) AS n
                """);
        }

        await using var receiver = await ReceiveAsync(Directory);
        // It has started, and may not be connected yet: a backup that nobody follows is refused.
        while (!await OwnServers.ReadAsync<bool>(Servers.Primary, "SELECT coalesce(bool_or(active), false) FROM pg_replication_slots") && !receiver.Exit.IsCompleted)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        using (var stop = new CancellationTokenSource())
        {
            var writers = Write(user, stop.Token);
            (exitCode, output) = await RunAsync("backup", Directory);
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            Assert.True(exitCode == 0, output);
            Report(output);
        }

        // What the API does by itself may come in between.
        string after;
        do
        {
            HashesAtMoment = await HashAsync(Servers.Primary);
            Moment = await OwnServers.ReadAsync<string>(Servers.Primary, "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
            after = await HashAsync(Servers.Primary);
        }
        while (HashesAtMoment != after);

        using (var stop = new CancellationTokenSource())
        {
            var writers = Write(user, stop.Token);
            for (var before = Acknowledged.Length; Acknowledged.Length < before + 20;)
                await Task.Delay(10, TestContext.Current.CancellationToken);
            Received = Acknowledged;
            await WaitForWalAsync();
            await Servers.CrashPrimaryAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        await receiver.Exit.WaitAsync(_longest, TestContext.Current.CancellationToken);
        System.IO.Directory.Delete(Servers.In("primary"), recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await (Servers?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Runs a script to its end.</summary>
    internal async Task<(int ExitCode, string Output)> RunAsync(string script, string directory, params string[] arguments)
    {
        await using var process = Servers.Launch(["bash", Servers.In(script), .. arguments], [.. await Servers.BackupSettingsAsync(), ("BACKUP_DIRECTORY", directory)]);
        return (await process.Exit.WaitAsync(_longest, TestContext.Current.CancellationToken), process.Output.Trim());
    }

    /// <summary>Starts to receive the WAL of the primary.</summary>
    internal async Task<LaunchedProcess> ReceiveAsync(string directory)
    {
        var receiver = Servers.Launch(["bash", Servers.In("receive")], [.. await Servers.BackupSettingsAsync(), ("BACKUP_DIRECTORY", directory)]);
        for (var watch = Stopwatch.StartNew(); !await OwnServers.ReadAsync<bool>(Servers.Primary, "SELECT EXISTS (SELECT FROM pg_stat_replication WHERE application_name = 'pg_receivewal')");)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20) && !receiver.Exit.IsCompleted, receiver.Output);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return receiver;
    }

    /// <summary>Restores into a new folder of the servers and starts a server on it.</summary>
    internal async Task<string> RestoreAsync(string folder, params string[] arguments)
    {
        var target = await Servers.MakeFolderAsync(folder);
        var (exitCode, output) = await RunAsync("restore", Directory, ["--target", target, .. arguments]);
        Assert.True(exitCode == 0, output);
        Report(output);
        await Servers.StartPrimaryAsync(folder);
        return Servers.Primary;
    }

    internal static async Task<string> HashAsync(string connection)
    {
        var tables = await OwnServers.ReadAsync<string[]>(
            connection, "SELECT array_agg(quote_ident(table_name) ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
        Assert.Contains("tasks", tables);
        // One statement sees all tables as they are at one moment.
        var hashes = tables.Select(table => $"SELECT '{table.Replace("\"", "", StringComparison.Ordinal)}' AS name, count(*) AS rows, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM {table} AS t");
        return await OwnServers.ReadAsync<string>(connection, $"SELECT string_agg(concat_ws(' ', name, rows, hash), E'\\n') FROM ({string.Join(" UNION ALL ", hashes)}) AS hashed");
    }

    private Task[] Write(ApiUser user, CancellationToken enough) => [.. Enumerable.Range(0, 3).Select(_ => Task.Run(
        async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                ApiResponse response;
                try
                {
                    response = await user.PostAsync("tasks/", new { title = "Written meanwhile" });
                }
                catch (HttpRequestException) when (enough.IsCancellationRequested)
                {
                    return;
                }

                if (response.Status == HttpStatusCode.Created)
                    _acknowledged.Add(((long)response.Data["id"]!, DateTime.UtcNow));
                else
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, response.Status);
            }
        },
        TestContext.Current.CancellationToken))];

    /// <summary>Waits until what is written by now is safe with the receiver.</summary>
    private async Task WaitForWalAsync()
    {
        var written = await OwnServers.ReadAsync<string>(Servers.Primary, "SELECT pg_current_wal_flush_lsn()::text");
        for (var watch = Stopwatch.StartNew(); !await OwnServers.ReadAsync<bool>(Servers.Primary, $"SELECT flush_lsn >= '{written}' FROM pg_stat_replication WHERE application_name = 'pg_receivewal'");)
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "The WAL does not arrive.");
    }

    private static void Report(string output) => TestContext.Current.SendDiagnosticMessage(output);
}
