using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService;

/// <summary>What an operator can run instead of the service: <c>ApiService migrate</c>.</summary>
public static class OperatorCommands
{
    private const int Failed = 1;

    public static Func<WebApplication, Task<int>>? Find(string[] args) => args is ["migrate", ..] ? MigrateAsync : null;

    /// <summary>Applies the migrations and creates the first admin.</summary>
    private static async Task<int> MigrateAsync(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("PrimeTask.Migrate");
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>().Database.MigrateAsync();
            MigrateLog.Applied(logger);
            var problem = await scope.ServiceProvider.GetRequiredService<AdminCreator>().EnsureFirstAsync(CancellationToken.None);
            if (problem is null)
                return 0;
            MigrateLog.NoAdmin(logger, problem);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
        {
            MigrateLog.Failed(logger, exception.InnerException?.Message ?? exception.Message);
        }

        return Failed;
    }
}

internal static partial class MigrateLog
{
    [LoggerMessage(20, LogLevel.Information, "The database has all migrations")]
    internal static partial void Applied(ILogger logger);

    [LoggerMessage(21, LogLevel.Error, "The first admin could not be created: {Problem}")]
    internal static partial void NoAdmin(ILogger logger, string problem);

    [LoggerMessage(22, LogLevel.Error, "The migrations could not be applied: {Reason}")]
    internal static partial void Failed(ILogger logger, string reason);
}
