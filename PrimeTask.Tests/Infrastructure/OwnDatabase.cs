namespace PrimeTask.Tests.Infrastructure;

/// <summary>A database of a test's own on the shared server.</summary>
internal static class OwnDatabase
{
    private static Lazy<Task<string>>? _template;

    /// <returns>The connection string of a database that does not exist yet: <c>migrate</c> creates it.</returns>
    public static async Task<string> NameAsync(PrimeTaskApp app) =>
        new NpgsqlConnectionStringBuilder(await app.ConnectionAsync("primetask")) { Database = $"own_{Guid.NewGuid():N}" }.ConnectionString;

    /// <returns>The connection string of an empty database with the whole schema.</returns>
    public static async Task<string> CopyAsync(PrimeTaskApp app)
    {
        var template = LazyInitializer.EnsureInitialized(ref _template, () => new(() => MigrateAsync(app))).Value;
        var copy = await NameAsync(app);
        // A server copies from a database that nobody is connected to.
        await using var data = await app.OpenDatabaseAsync();
        await data.ExecuteAsync($"CREATE DATABASE {DatabaseOf(copy)} TEMPLATE {DatabaseOf(await template)}");
        return copy;
    }

    private static async Task<string> MigrateAsync(PrimeTaskApp app)
    {
        var connection = await NameAsync(app);
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", ("ConnectionStrings__primetask", connection));
        Assert.True(exitCode == 0, output);
        return connection;
    }

    private static string? DatabaseOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database;
}
