using Microsoft.Extensions.Logging.Abstractions;
using PrimeTask.Hosting;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>A Postgres of a test's own, a streaming standby of it, and a PgBouncer before it, which can be stopped and held up.</summary>
internal sealed class OwnServers : IAsyncDisposable
{
    private const string BackupRole = "primetask_backup";
    private const string Password = "only-the-tests-know-0815";

    private readonly DataDirectory _data = DataDirectory.Open(Path.Combine(Path.GetTempPath(), $"primetask-servers-{Guid.NewGuid():N}"));
    private readonly List<LaunchedProcess> _running = [];
    private ServerAccount _account = new(Name: null);
    private string _binaries = "";
    private LaunchedProcess? _primary;
    private LaunchedProcess? _standby;
    private int _standbyPort;

    public string Primary { get; private set; } = "";

    public string Standby { get; private set; } = "";

    /// <summary>Where all of PostgreSQL's programs are.</summary>
    public string Programs => Path.GetDirectoryName(FindBaseBackup())!;

    public static async Task<OwnServers> StartAsync()
    {
        var servers = new OwnServers();
        servers._binaries = await new PostgresPrograms("postgres", null, servers._data).FindAsync(null, NullLogger.Instance, CancellationToken.None);
        servers._account = await ServerAccount.ChooseAsync("postgres", servers._data.Path, CancellationToken.None);
        var folder = await servers.MakeFolderAsync("primary");
        var password = await servers.WriteAsync("password", Password);
        await servers.RunAsync(Path.Combine(servers._binaries, "initdb"), ["--pgdata", folder, "--username", "postgres", "--pwfile", password, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"]);
        await servers.StartPrimaryAsync("primary");
        await ExecuteAsync(new NpgsqlConnectionStringBuilder(servers.Primary) { Database = "postgres" }.ConnectionString, "CREATE DATABASE primetask");
        return servers;
    }

    /// <summary>Starts a server on a folder of these servers, and makes it the primary.</summary>
    public async Task StartPrimaryAsync(string folder)
    {
        var port = FreePort.Take();
        Primary = Connection(port, "primetask");
        _primary = StartPostgres(_data.In(folder), port);
        await WaitAsync(Connection(port, "postgres"));
    }

    /// <summary>Stops the primary in the middle of whatever it does.</summary>
    public async Task CrashPrimaryAsync()
    {
        _primary!.Signal("QUIT");
        await _primary.Exit;
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>The path of a file or folder of these servers.</summary>
    public string In(string name) => _data.In(name);

    /// <summary>Starts a program as the account of the servers.</summary>
    public LaunchedProcess Launch(IEnumerable<string> command, IEnumerable<(string Name, string Value)> settings) =>
        LaunchedProcess.Start(_account.Run(command.First(), command.Skip(1)), settings, _data.Path);

    /// <summary>Makes the role that backups are taken as, with no more rights than <c>docs/operations.md</c> gives it.</summary>
    public Task AddBackupRoleAsync() => ExecuteAsync(Primary, $"CREATE ROLE {BackupRole} LOGIN REPLICATION PASSWORD '{Password}'");

    /// <summary>What PostgreSQL's programs need to reach the primary as that role.</summary>
    public async Task<(string Name, string Value)[]> BackupSettingsAsync()
    {
        var primary = new NpgsqlConnectionStringBuilder(Primary);
        return
        [
            ("PGHOST", "127.0.0.1"),
            ("PGPORT", primary.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGUSER", BackupRole),
            ("PGPASSFILE", await WriteAsync("pgpass", $"*:*:*:*:{Password}")),
            ("POSTGRES_BIN", Programs),
        ];
    }

    public async Task AddStandbyAsync()
    {
        var folder = await MakeFolderAsync("standby");
        var primary = new NpgsqlConnectionStringBuilder(Primary);
        await RunAsync(
            FindBaseBackup(),
            ["--dbname", $"host=127.0.0.1 port={primary.Port} user=postgres password={Password}", "--pgdata", folder, "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync"]);
        _standbyPort = FreePort.Take();
        Standby = Connection(_standbyPort, "primetask");
        await StartStandbyAsync();
    }

    public async Task StartStandbyAsync()
    {
        _standby = StartPostgres(_data.In("standby"), _standbyPort);
        await WaitAsync(Standby);
    }

    public async Task StopStandbyAsync()
    {
        _standby!.Signal("QUIT");
        await _standby.Exit;
        NpgsqlConnection.ClearAllPools();
    }

    public Task PauseReplayAsync() => ExecuteAsync(Standby, "SELECT pg_wal_replay_pause()");

    public Task ResumeReplayAsync() => ExecuteAsync(Standby, "SELECT pg_wal_replay_resume()");

    /// <summary>A PgBouncer in transaction mode before the primary.</summary>
    /// <returns>The connection string that leads through it.</returns>
    public async Task<string> AddPoolerAsync()
    {
        var program = PostgresPrograms.OnPath("pgbouncer") ?? "/usr/sbin/pgbouncer";
        if (!File.Exists(program))
            throw new InvalidOperationException("PgBouncer is not on this machine, and these tests need it: install it (apt-get install pgbouncer).");

        var port = FreePort.Take();
        var users = await WriteAsync("users.txt", $"\"postgres\" \"{Password}\"");
        var settings = await WriteAsync("pgbouncer.ini",
            $"""
            [databases]
            primetask = host=127.0.0.1 port={new NpgsqlConnectionStringBuilder(Primary).Port} dbname=primetask
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 4
            """);
        _running.Add(LaunchedProcess.Start(_account.Run(program, settings), directory: _data.Path));
        var connection = Connection(port, "primetask");
        await WaitAsync(connection);
        return connection;
    }

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var data = NpgsqlDataSource.Create(connection);
        await data.ExecuteAsync(sql);
    }

    public static async Task<T> ReadAsync<T>(string connection, string sql)
    {
        await using var data = NpgsqlDataSource.Create(connection);
        return await data.ReadAsync<T>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_running))
            await process.DisposeAsync();
        _data.Dispose();
        Directory.Delete(_data.Path, recursive: true);
    }

    private static string Connection(int port, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Password = Password,
        Database = database,
        NoResetOnClose = true,
        Timeout = 5,
    }.ConnectionString;

    private LaunchedProcess StartPostgres(string folder, int port)
    {
        var process = LaunchedProcess.Start(
            _account.Run(
                Path.Combine(_binaries, "postgres"),
                "-D", folder, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"),
            directory: _data.Path);
        _running.Add(process);
        return process;
    }

    private async Task WaitAsync(string connection)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ReadAsync<int>(connection, "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException($"A server does not answer.\n{string.Join('\n', _running.Select(process => process.Output))}", exception);
            }
        }
    }

    /// <summary>Makes a folder of the account of the servers.</summary>
    public async Task<string> MakeFolderAsync(string name)
    {
        var folder = Directory.CreateDirectory(_data.In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        await _account.GiveAsync(folder, CancellationToken.None);
        return folder;
    }

    /// <summary>Writes a file of the account of the servers.</summary>
    public async Task<string> WriteAsync(string name, string text)
    {
        var file = _data.In(name);
        _data.Write(name, text);
        await _account.GiveAsync(file, CancellationToken.None);
        return file;
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        var (exitCode, output) = await LaunchedProcess.RunAsync(_account.Run(program, arguments), TimeSpan.FromMinutes(1), directory: _data.Path);
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} failed.\n{output}");
    }

    /// <summary>Beside the server, which may only be linked to from a folder of the search path, or on that path.</summary>
    private string FindBaseBackup()
    {
        const string Program = "pg_basebackup";
        var server = Path.Combine(_binaries, "postgres");
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server)!;
        return new[] { Path.Combine(folder, Program), PostgresPrograms.OnPath(Program) }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{Program} is not in {folder}, and these tests need it: install all of PostgreSQL (apt-get install postgresql).");
    }
}
