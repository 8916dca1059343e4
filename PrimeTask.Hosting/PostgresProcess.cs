using System.Collections.Immutable;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PrimeTask.Hosting;

/// <summary>A PostgreSQL server that runs as a process of this machine; what Aspire's <c>AddPostgres</c> is as a container.</summary>
public sealed class PostgresProcessResource(string name, ParameterResource password, string workingDirectory)
    : ExecutableResource(name, "postgres", workingDirectory), IResourceWithConnectionString
{
    internal List<string> Databases { get; } = [];

    internal EndpointReference Endpoint => new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host=127.0.0.1;Port={Endpoint.Property(EndpointProperty.Port)};Username={PostgresCluster.UserName};Password={password}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"127.0.0.1")),
        new("Port", ReferenceExpression.Create($"{Endpoint.Property(EndpointProperty.Port)}")),
        new("Username", ReferenceExpression.Create($"{PostgresCluster.UserName}")),
        new("Password", ReferenceExpression.Create($"{password}")),
    ];
}

/// <summary>One database of a PostgreSQL server; made when it is missing.</summary>
public sealed class PostgresProcessDatabaseResource(string name, PostgresProcessResource server)
    : Resource(name), IResourceWithParent<PostgresProcessResource>, IResourceWithConnectionString
{
    public PostgresProcessResource Parent => server;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{server};Database={Name}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
        [.. ((IResourceWithConnectionString)server).GetConnectionProperties(), new("DatabaseName", ReferenceExpression.Create($"{Name}"))];
}

public static class PostgresProcess
{
    /// <summary>Adds a PostgreSQL server that runs as a process and keeps its files and its generated password in the data directory. Without a folder, its programs are looked for.</summary>
    public static IResourceBuilder<PostgresProcessResource> AddPostgresProcess(
        this IDistributedApplicationBuilder builder, string name, DataDirectory data, string? binDirectory)
    {
        var password = data.AddPassword(builder, name);
        var server = new PostgresProcessResource(name, password.Resource, data.Path);
        var cluster = new PostgresCluster(name, data, binDirectory);
        // Before anything is started, so that nothing has to be stopped where PostgreSQL is missing.
        builder.Eventing.Subscribe<BeforeStartEvent>(async (start, cancellationToken) =>
        {
            await cluster.FindProgramsAsync(start.Services.GetRequiredService<ILogger<PostgresProcessResource>>(), cancellationToken);
            server.Annotations.OfType<ExecutableAnnotation>().Single().Command = cluster.Program;
        });
        return builder.AddResource(server)
            .WithIconName("DatabaseMultiple")
            // Not through a proxy: whoever connects is on this machine, and the port stays the same when the server starts again.
            .WithEndpoint(name: "tcp", scheme: "tcp", isProxied: false)
            .WithConnectionCheck(server, "postgres")
            .WithArgs(context => cluster.AddArguments(context.Args, server.Endpoint.Property(EndpointProperty.Port)))
            .OnBeforeResourceStarted(async (_, started, cancellationToken) =>
            {
                var logger = started.Services.GetRequiredService<ResourceLoggerService>().GetLogger(server);
                await cluster.PrepareAsync((await password.Resource.GetValueAsync(cancellationToken))!, logger, cancellationToken);
            })
            .OnResourceReady(async (_, ready, cancellationToken) =>
            {
                await CreateDatabasesAsync(server, cancellationToken);
                foreach (var database in builder.Resources.OfType<PostgresProcessDatabaseResource>().Where(database => database.Parent == server))
                {
                    await ready.Services.GetRequiredService<ResourceNotificationService>()
                        .PublishUpdateAsync(database, snapshot => snapshot with { State = KnownResourceStates.Running });
                }
            });
    }

    /// <summary>Adds a database, which is healthy when it exists and responses.</summary>
    public static IResourceBuilder<PostgresProcessDatabaseResource> AddDatabase(this IResourceBuilder<PostgresProcessResource> builder, string name)
    {
        builder.Resource.Databases.Add(name);
        var database = new PostgresProcessDatabaseResource(name, builder.Resource);
        return builder.ApplicationBuilder.AddResource(database)
            .WithIconName("Database")
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "PostgresDatabase", Properties = ImmutableArray<ResourcePropertySnapshot>.Empty })
            .WithConnectionCheck(builder.Resource, name);
    }

    private static IResourceBuilder<T> WithConnectionCheck<T>(this IResourceBuilder<T> builder, PostgresProcessResource server, string database)
        where T : IResource
    {
        var (key, connectionString) = ($"{builder.Resource.Name}_check", "");
        builder.ApplicationBuilder.Eventing.Subscribe<ConnectionStringAvailableEvent>(
            server, async (_, cancellationToken) => connectionString = await ConnectionStringAsync(server, database, cancellationToken));
        builder.ApplicationBuilder.Services.AddHealthChecks().AddNpgSql(_ => connectionString, name: key);
        return builder.WithHealthCheck(key);
    }

    private static async Task CreateDatabasesAsync(PostgresProcessResource server, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync(server, "postgres", cancellationToken));
        await connection.OpenAsync(cancellationToken);
        foreach (var database in server.Databases)
        {
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
            if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
                continue;
            await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(database)}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<string> ConnectionStringAsync(PostgresProcessResource server, string database, CancellationToken cancellationToken) =>
        $"{await server.ConnectionStringExpression.GetValueAsync(cancellationToken)};Database={database};Pooling=false;Timeout=3;Command Timeout=3";
}
