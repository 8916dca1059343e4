using System.Globalization;
using Npgsql;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Runs a PostgreSQL server on its own port of the loopback address.</summary>
internal sealed class PostgresRecipe(PostgresServerResource postgres, EngineSettings settings, DataDirectory data) : Recipe
{
    private readonly PostgresCluster _cluster = new(postgres, data);
    private ServerAccount _account = new(Name: null);
    private string _binaries = "";
    private bool _databasesExist;

    internal override PostgresServerResource Resource => postgres;

    internal override Uri UrlOf(int replica) => new(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{postgres.Port}"));

    internal override async Task PrepareAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        _binaries = await new PostgresBinaries(postgres.Name, settings.PostgresBinDirectory, data)
            .FindAsync(_cluster.Version, progress, cancellationToken);
        _account = await ServerAccount.ChooseAsync(postgres.Name, data.Path, cancellationToken);
        if (_cluster.Version is null)
        {
            progress($"Creating the database files in {_cluster.Path} …");
            await _cluster.CreateAsync(_binaries, _account, cancellationToken);
        }

        await _cluster.ClearLeftoversAsync(cancellationToken);
    }

    internal override ValueTask<ProcessSpec> ProcessAsync(int replica) => ValueTask.FromResult(_account.Run(
        new ProcessSpec(Path.Combine(_binaries, "postgres"),
            [
                "-D", _cluster.Path,
                "-p", postgres.Port.ToString(CultureInfo.InvariantCulture),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "max_connections=300",
                // Its default is that of disks whose heads have to move, on which it reads a small table whole rather than a row by its index.
                "-c", "random_page_cost=1.1",
                "-c", "log_checkpoints=off",
                "-c", "log_line_prefix=",
            ])
        {
            WorkingDirectory = data.Path,
            StopSignal = "INT", // PostgreSQL's fast shutdown: open transactions are rolled back, everything else is kept.
            StopTimeout = TimeSpan.FromSeconds(4),
        }));

    internal override async Task<string?> ProbeAsync(int replica, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{postgres.ConnectionString};Database=postgres;Pooling=false;Timeout=3;Command Timeout=3");
            await connection.OpenAsync(cancellationToken);
            await (_databasesExist ? PingAsync(connection, cancellationToken) : CreateDatabasesAsync(connection, cancellationToken));
            _databasesExist = true;
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return $"the password in {data.SecretsFile} is not the one the database was made with; restore that file from a backup";
        }
        catch (NpgsqlException exception)
        {
            return exception.Message;
        }
    }

    private static async Task PingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ping = new NpgsqlCommand("SELECT 1", connection);
        await ping.ExecuteScalarAsync(cancellationToken);
    }

    private async Task CreateDatabasesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var database in postgres.Databases)
        {
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection)
            {
                Parameters = { new NpgsqlParameter { Value = database.DatabaseName } },
            };
            if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
                continue;
            var name = new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName);
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
