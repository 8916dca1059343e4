using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Standby;

public static class StandbyDatabase
{
    /// <summary>The name of the connection string, and of the health check.</summary>
    private const string Name = "primetask-readonly";

    /// <summary>In seconds. The primary still has time for the request when the standby hangs.</summary>
    private const int CommandTimeout = 5;

    /// <summary>Lets a standby of the database answer lists and stats, if its connection string is there.</summary>
    public static void AddStandby(this IHostApplicationBuilder builder)
    {
        var standby = Database.Tune(builder.Configuration.GetConnectionString(Name));
        if (string.IsNullOrEmpty(standby) || Database.Tune(builder.Configuration.GetConnectionString("primetask")) is not { Length: > 0 } primary)
        {
            builder.Services.AddSingleton(new StandbyReads());
            return;
        }

        builder.Services.AddSingleton(services =>
            new StandbyPosition(primary, standby, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<StandbyPosition>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<StandbyPosition>());
        builder.Services.AddSingleton(services => new StandbyReads(services.GetRequiredService<StandbyPosition>(), CreateFactory(services, standby)));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            Name, services => services.GetRequiredService<StandbyPosition>(), HealthStatus.Degraded, tags: null));
    }

    /// <summary>Without retries: the primary is the retry.</summary>
    private static PooledDbContextFactory<PrimeTaskDbContext> CreateFactory(IServiceProvider services, string connectionString)
    {
        var options = new DbContextOptionsBuilder<PrimeTaskDbContext>();
        options.UseNpgsql(connectionString, npgsql => npgsql.CommandTimeout(CommandTimeout))
            .UseLoggerFactory(services.GetRequiredService<ILoggerFactory>())
            .ConfigurePrimeTask(new StandbyCheck());
        return new PooledDbContextFactory<PrimeTaskDbContext>(options.Options);
    }
}
