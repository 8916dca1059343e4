using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Microsoft.Extensions.Hosting;

/// <summary>Opens a connection of its own and asks for one value, so that neither an exhausted pool nor a dead pooled connection falsifies the answer.</summary>
internal sealed class NpgsqlHealthCheck(string connectionString) : IHealthCheck
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(2.5);

    private readonly string _connectionString =
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 2, CommandTimeout = 2 }.ConnectionString;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // A hung server also hangs Npgsql's own cancellation: the probe is left behind then and ends by itself.
            await ProbeAsync(cancellationToken).WaitAsync(_limit, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            // Without the exception: its stack would fill the log at every probe.
            return new HealthCheckResult(context.Registration.FailureStatus, $"The database does not answer ({exception.GetType().Name}).");
        }
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
