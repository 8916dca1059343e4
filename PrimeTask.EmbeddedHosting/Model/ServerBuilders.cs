namespace PrimeTask.EmbeddedHosting;

/// <summary>Adds PostgreSQL servers and databases to the model.</summary>
public static class PostgresBuilder
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new PostgresServerResource(name, builder.AddPassword(name)));

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Databases.Add(database);
        return builder.ApplicationBuilder.AddResource(database);
    }

    /// <summary>Keeps the data between runs. The embedded engine always does: in the data directory.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder) => builder;
}

/// <summary>Adds cache servers to the model.</summary>
public static class RedisBuilder
{
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new RedisResource(name, builder.AddPassword(name)));

    // The characters are such that no connection string, configuration file or command line needs to quote them.
    internal static ParameterResource AddPassword(this IDistributedApplicationBuilder builder, string resourceName) =>
        builder.AddParameter($"{resourceName}-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true)
            .Resource;
}
