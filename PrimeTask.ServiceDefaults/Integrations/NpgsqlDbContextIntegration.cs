using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Microsoft.Extensions.Hosting;

/// <summary>The part of the settings of Aspire's Npgsql integration that the embedded mode knows.</summary>
public sealed class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableRetry { get; set; }

    /// <summary>In seconds; null keeps Npgsql's default of 30.</summary>
    public int? CommandTimeout { get; set; }
}

public static class NpgsqlDbContextIntegration
{
    /// <summary>Registers a pooled context on the connection string of that name, with retries, a health check, traces and metrics.</summary>
    /// <exception cref="Options.OptionsValidationException">The connection string is missing.</exception>
    public static void AddNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null)
        where TContext : DbContext
    {
        var settings = new NpgsqlEntityFrameworkCorePostgreSQLSettings();
        configureSettings?.Invoke(settings);
        var connectionString = settings.ConnectionString ?? RequiredConnectionString.Get(builder.Configuration, connectionName);

        builder.Services.AddDbContextPool<TContext>(options =>
        {
            options.UseNpgsql(connectionString, npgsql =>
            {
                if (!settings.DisableRetry)
                    npgsql.EnableRetryOnFailure(maxRetryCount: 3, maxRetryDelay: TimeSpan.FromSeconds(2), errorCodesToAdd: null);
                if (settings.CommandTimeout is { } seconds)
                    npgsql.CommandTimeout(seconds);
            });
            configureDbContextOptions?.Invoke(options);
        });

        if (!settings.DisableHealthChecks)
            builder.Services.AddHealthChecks().AddCheck(typeof(TContext).Name, new NpgsqlHealthCheck(connectionString));

        if (!builder.SendsTelemetry())
            return;

        // The traces carry the text of a statement with placeholders, never the values of its parameters.
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddNpgsql())
            .WithMetrics(metrics => metrics.AddNpgsqlInstrumentation());
    }
}
