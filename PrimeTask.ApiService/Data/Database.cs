using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace PrimeTask.ApiService.Data;

public static class Database
{
    /// <summary>Of one replica, unless its connection string says <c>Maximum Pool Size</c>.</summary>
    private const int MaxConnections = 16;

    /// <summary>In seconds, unless the connection string says <c>Timeout</c>. Opening a connection to a server that hangs heeds nothing else.</summary>
    private const int ConnectTimeout = 5;

    private const string Name = "primetask";

    /// <summary>All connection strings to the database: the primary or a pooler, the primary beside a pooler, a standby.</summary>
    internal static readonly string[] ConnectionNames = [Name, "primetask-session", "primetask-readonly"];

    /// <exception cref="OptionsValidationException">The connection string is missing.</exception>
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        IInterceptor[] interceptors = builder.Configuration.GetValue("Database:PreparedStatements", true) ? [new PreparedStatements()] : [];
        builder.AddNpgsqlDbContext<PrimeTaskDbContext>(
            Name,
            settings =>
            {
                settings.CommandTimeout = 10;
                settings.ConnectionString = Tune(settings.ConnectionString) ?? throw new OptionsValidationException(
                    Name, typeof(string), [$"The connection string '{Name}' is missing: set the environment variable ConnectionStrings__{Name}."]);
                settings.DisableRetry = true;
                settings.DisableTracing = !builder.SendsTelemetry();
                settings.DisableMetrics = !builder.CollectsMetrics();
            },
            options => options
                // Aspire's retries, six and up to 30 seconds apart, would outlast the request.
                .UseNpgsql(npgsql => npgsql.EnableRetryOnFailure(maxRetryCount: 6, maxRetryDelay: TimeSpan.FromSeconds(1), errorCodesToAdd: null))
                .ConfigurePrimeTask(interceptors));
        builder.Services.AddHealthChecks().AddCheck<MigrationsHealthCheck>("migrations");
        builder.Services.AddOptions<ApiRoleOptions>().BindConfiguration(ApiRoleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ApiRole>();
    }

    /// <summary>What is the same wherever the database is.</summary>
    internal static DbContextOptionsBuilder ConfigurePrimeTask(this DbContextOptionsBuilder options, params IInterceptor[] interceptors) => options
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(interceptors)
        // A violated unique constraint is a response, not an error; anything else reaches the failure writer, which logs it once.
        .ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.ConnectionError, RelationalEventId.CommandError, CoreEventId.QueryIterationFailed, CoreEventId.SaveChangesFailed));

    /// <summary>Settings that the operator's connection string does not make.</summary>
    internal static string? Tune(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            return null;

        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Few connections serve more requests than many: beyond some per core they only wait for each other in Postgres.
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = MaxConnections;
        if (!settings.ShouldSerialize("Timeout"))
            settings.Timeout = ConnectTimeout;
        // No request leaves anything behind in its connection, so there is nothing to reset.
        if (!settings.ShouldSerialize("No Reset On Close"))
            settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }

    /// <summary>The name of the unique constraint that refused a change, or null when it failed for another reason.</summary>
    public static string? ViolatedUniqueConstraint(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused ? refused.ConstraintName : null;

    /// <summary>
    /// Runs a transaction that writes, again from its beginning when the connection broke before its commit. When it broke during the commit, the database is
    /// asked first whether the transaction was committed: nothing is written twice.
    /// </summary>
    public static Task<T> InTransactionAsync<T>(
        this PrimeTaskDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = Guid.Empty;
        return db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async cancellation =>
            {
                db.ChangeTracker.Clear();
                write = Guid.CreateVersion7();
                var result = await work(cancellation);
                await AppliedWrite.MarkAsync(db, write, cancellation);
                return result;
            },
            cancellation => AppliedWrite.WasCommittedAsync(db, write, cancellation),
            cancellationToken);
    }

    /// <summary>Runs queries that all see the database as it is at one moment.</summary>
    public static Task<T> InSnapshotAsync<T>(
        this PrimeTaskDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancellation =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
                var result = await work(cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            },
            cancellationToken);
}

/// <summary>A replica on a database that lacks a migration can't serve. Once it has them all it keeps them.</summary>
internal sealed class MigrationsHealthCheck(PrimeTaskDbContext db) : IHealthCheck
{
    private static volatile bool _applied;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _applied = _applied || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        return _applied ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Migrations are missing: run 'ApiService migrate'.");
    }
}
