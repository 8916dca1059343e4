using System.Globalization;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>The files of a PostgreSQL server, made by initdb once.</summary>
internal sealed class PostgresCluster(PostgresServerResource postgres, DataDirectory data)
{
    private readonly string _draft = data.In($"{postgres.Name}.new");

    internal string Path { get; } = data.In(postgres.Name);

    /// <summary>The major version that made the files, or null when there are none yet.</summary>
    internal int? Version
    {
        get
        {
            var file = System.IO.Path.Combine(Path, "PG_VERSION");
            return File.Exists(file) ? int.Parse(File.ReadAllText(file).Split('.')[0], CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>Makes the files. A crash on the way leaves a draft, which the next start throws away.</summary>
    /// <exception cref="DistributedApplicationException">initdb failed.</exception>
    internal async Task CreateAsync(string binaries, ServerAccount account, CancellationToken cancellationToken)
    {
        if (Directory.Exists(_draft))
            Directory.Delete(_draft, recursive: true);
        Directory.CreateDirectory(_draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await account.GiveAsync(_draft, cancellationToken);

        var password = data.In($"{postgres.Name}.password");
        try
        {
            OwnerOnly.Write(password, postgres.Password.Value);
            await account.GiveAsync(password, cancellationToken);
            await InitialiseAsync(binaries, password, account, cancellationToken);
        }
        finally
        {
            File.Delete(password);
        }

        Directory.Move(_draft, Path);
    }

    /// <summary>
    /// Waits for, then stops, a server that an AppHost left behind, and clears its lock file. Only one AppHost uses
    /// the data directory, so whatever still runs there is a leftover.
    /// </summary>
    internal async Task ClearLeftoversAsync(CancellationToken cancellationToken)
    {
        var file = System.IO.Path.Combine(Path, "postmaster.pid");
        for (var waits = 0; File.Exists(file); waits++)
        {
            var pid = (await File.ReadAllLinesAsync(file, cancellationToken)).FirstOrDefault("").Trim();
            if (!await IsServerAsync(pid, cancellationToken))
            {
                // After a power cut the id may belong to another program by now, and PostgreSQL would refuse to start.
                File.Delete(file);
                return;
            }

            // SIGQUIT: stop at once; the write-ahead log brings everything back.
            if (waits == 50)
                await SupervisedProcess.RunAsync(new ProcessSpec("kill", ["-s", "QUIT", pid]) { WorkingDirectory = data.Path }, cancellationToken);
            if (waits == 100)
                throw new DistributedApplicationException($"{postgres.Name}: process {pid}, left by an earlier run, still uses {Path}. Stop it.");
            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task<bool> IsServerAsync(string pid, CancellationToken cancellationToken)
    {
        if (!int.TryParse(pid, CultureInfo.InvariantCulture, out _))
            return false;
        var (exitCode, output) = await SupervisedProcess.RunAsync(
            new ProcessSpec("ps", ["-o", "args=", "-p", pid]) { WorkingDirectory = data.Path }, cancellationToken);
        return exitCode == 0 && output.Any(line => line.Contains(Path, StringComparison.Ordinal));
    }

    private async Task InitialiseAsync(string binaries, string passwordFile, ServerAccount account, CancellationToken cancellationToken)
    {
        // ICU's root collation sorts and folds every script alike on every system; libc's differs between them.
        var initdb = account.Run(new ProcessSpec(System.IO.Path.Combine(binaries, "initdb"),
            [
                "--pgdata", _draft, "--username", PostgresServerResource.UserName, "--pwfile", passwordFile,
                "--auth", "scram-sha-256", "--data-checksums", "--encoding", "UTF8",
                "--locale", "C", "--locale-provider", "icu", "--icu-locale", "und", "--no-instructions",
            ])
        {
            WorkingDirectory = data.Path,
        });
        var (exitCode, output) = await SupervisedProcess.RunAsync(initdb, cancellationToken);
        if (exitCode != 0)
            throw new DistributedApplicationException($"{postgres.Name}: initdb could not create the database files in {Path}.") { LogTail = output };
    }
}
