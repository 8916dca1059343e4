using System.Globalization;

namespace PrimeTask.EmbeddedHosting;

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal const string UserName = "postgres";

    internal PostgresServerResource(string name, ParameterResource password)
        : base(name) => Password = password;

    internal override string Type => "Postgres";

    internal ParameterResource Password { get; }

    internal List<PostgresDatabaseResource> Databases { get; } = [];

    internal int Port { get; set; }

    internal string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username={UserName};Password={Password.Value}");

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(ConnectionString);
}

/// <summary>One database of a PostgreSQL server; created when it is missing.</summary>
public sealed class PostgresDatabaseResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
        : base(name) => (DatabaseName, Parent) = (databaseName, parent);

    public PostgresServerResource Parent { get; }

    public string DatabaseName { get; }

    internal override string Type => "PostgresDatabase";

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>($"{Parent.ConnectionString};Database={DatabaseName}");
}

/// <summary>A cache server that speaks the Redis protocol.</summary>
public sealed class RedisResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal RedisResource(string name, ParameterResource password)
        : base(name) => Password = password;

    internal override string Type => "Redis";

    internal ParameterResource Password { get; }

    internal int Port { get; set; }

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},password={Password.Value}"));
}
