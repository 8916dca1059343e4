using Npgsql;
using PrimeTask.CacheCheck.Processes;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>A database of a test's own on the shared server.</summary>
internal static class OwnDatabase
{
    /// <returns>The connection string of a database that does not exist yet: <c>migrate</c> creates it.</returns>
    public static async Task<string> NameAsync(PrimeTaskApp app)
    {
        var shared = await app.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        return new NpgsqlConnectionStringBuilder(shared) { Database = $"own_{Guid.NewGuid():N}" }.ConnectionString;
    }

    public static async Task<string> MigrateAsync(PrimeTaskApp app)
    {
        var connection = await NameAsync(app);
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", ("ConnectionStrings__primetask", connection));
        Assert.True(exitCode == 0, output);
        return connection;
    }
}
