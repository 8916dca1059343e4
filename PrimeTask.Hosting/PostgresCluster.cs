using System.Globalization;
using Aspire.Hosting;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Extensions.Logging;

namespace PrimeTask.Hosting;

/// <summary>The files of a PostgreSQL server, made by initdb once, and how to run it on them.</summary>
internal sealed class PostgresCluster(string name, DataDirectory data, string? binDirectory)
{
    internal const string UserName = "postgres";

    private readonly string _draft = data.In($"{name}.new");
    private readonly string _path = data.In(name);
    private ServerAccount _account = new(Name: null);
    private string _programs = "";

    /// <summary>The major version that made the files, or null when there are none yet.</summary>
    private int? Version => File.Exists(Path.Combine(_path, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(_path, "PG_VERSION")).Split('.')[0], CultureInfo.InvariantCulture)
        : null;

    /// <exception cref="DistributedApplicationException">Something is missing; the message says what, and the remedy.</exception>
    internal async Task FindProgramsAsync(ILogger logger, CancellationToken cancellationToken)
    {
        _programs = await new PostgresPrograms(name, binDirectory, data).FindAsync(Version, logger, cancellationToken);
        _account = await ServerAccount.ChooseAsync(name, data.Path, cancellationToken);
    }

    /// <summary>Makes the files when there are none, and clears what a crash left behind.</summary>
    internal async Task PrepareAsync(string password, ILogger logger, CancellationToken cancellationToken)
    {
        if (Version is null)
            await CreateAsync(password, logger, cancellationToken);
        await ClearLeftoversAsync(cancellationToken);
    }

    /// <summary>What is started: the server, or what changes the account first.</summary>
    internal string Program => _account.Run(Server)[0];

    private string Server => Path.Combine(_programs, "postgres");

    internal void AddArguments(IList<object> arguments, object port)
    {
        foreach (var argument in _account.Run(Server, "-D", _path, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            // Its default is that of disks whose heads have to move, on which it reads a small table whole rather than a row by its index.
            "-c", "random_page_cost=1.1",
            // A minute if it is left out: so long after an import, PostgreSQL takes an owner of thousands of tasks for one of few, and sorts them all for each page.
            "-c", "autovacuum_naptime=15s", "-c", "log_checkpoints=off", "-c", "log_line_prefix=", "-p")[1..])
        {
            arguments.Add(argument);
        }

        arguments.Add(port);
    }

    // A crash on the way leaves a draft, which the next start throws away.
    private async Task CreateAsync(string password, ILogger logger, CancellationToken cancellationToken)
    {
        logger.CreatingDatabaseFiles(_path);
        if (Directory.Exists(_draft))
            Directory.Delete(_draft, recursive: true);
        Directory.CreateDirectory(_draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await _account.GiveAsync(_draft, cancellationToken);
        var passwordFile = data.Write($"{name}.password", password);
        await _account.GiveAsync(passwordFile, cancellationToken);
        // ICU's root collation sorts and folds every script alike on every system; libc's differs between them.
        var result = await RunAsync(_account.Run(
            Path.Combine(_programs, "initdb"), "--pgdata", _draft, "--username", UserName, "--pwfile", passwordFile, "--auth", "scram-sha-256", "--data-checksums",
            "--encoding", "UTF8", "--locale", "C", "--locale-provider", "icu", "--icu-locale", "und", "--no-instructions"), cancellationToken);
        File.Delete(passwordFile);
        if (!result.IsSuccess)
            throw new DistributedApplicationException($"{name}: initdb could not create the database files in {_path}. It says: {result.StandardError.Trim()}");
        Directory.Move(_draft, _path);
    }

    /// <summary>
    /// Waits for, then stops, a server that an AppHost left behind, and clears its lock file. Only one AppHost uses
    /// the data directory, so whatever still runs there is a leftover.
    /// </summary>
    private async Task ClearLeftoversAsync(CancellationToken cancellationToken)
    {
        for (var waits = 0; await RunningServerAsync(cancellationToken) is { } pid; waits++)
        {
            if (waits == 50) // SIGQUIT: stop at once; the write-ahead log brings everything back.
                await RunAsync(["kill", "-s", "QUIT", pid], cancellationToken);
            if (waits == 100)
                throw new DistributedApplicationException($"{name}: process {pid}, left by an earlier run, still uses {_path}. Stop it.");
            await Task.Delay(100, cancellationToken);
        }

        // After a power cut the id in it may belong to another program by now, and PostgreSQL would refuse to start.
        File.Delete(Path.Combine(_path, "postmaster.pid"));
    }

    private async Task<string?> RunningServerAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(_path, "postmaster.pid");
        var pid = File.Exists(file) ? (await File.ReadAllLinesAsync(file, cancellationToken)).FirstOrDefault("").Trim() : "";
        return int.TryParse(pid, CultureInfo.InvariantCulture, out _)
            && (await RunAsync(["ps", "-o", "args=", "-p", pid], cancellationToken)).StandardOutput.Contains(_path, StringComparison.Ordinal) ? pid : null;
    }

    private Task<BufferedCommandResult> RunAsync(string[] command, CancellationToken cancellationToken) =>
        Cli.Wrap(command[0]).WithArguments(command[1..]).WithWorkingDirectory(data.Path).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
}
