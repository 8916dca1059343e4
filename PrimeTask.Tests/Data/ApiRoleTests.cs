using Microsoft.Extensions.DependencyInjection;

namespace PrimeTask.Tests.Data;

/// <summary>What the role that the API signs in to Postgres with may not do; that it may do the rest, all other tests show.</summary>
public sealed class ApiRoleTests(PrimeTaskApp app)
{
    private const string Role = "primetask_api";

    [Theory]
    [InlineData("UPDATE audit SET actor_id = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    [InlineData("ALTER TABLE audit DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER audit_is_append_only ON audit")]
    [InlineData("DROP TABLE tasks")]
    [InlineData("TRUNCATE tasks")]
    [InlineData("ALTER TABLE users ADD COLUMN x int")]
    [InlineData("CREATE TABLE x (y int)")]
    [InlineData("CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SELECT rolpassword FROM pg_authid")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("COPY users TO PROGRAM 'cat'")]
    [InlineData("CREATE ROLE x")]
    [InlineData("SET ROLE postgres")]
    public async Task Statement_BeyondItsWork_IsRefused(string sql)
    {
        await using var data = NpgsqlDataSource.Create(await ConnectionAsync());

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => data.ExecuteAsync(sql));

        Assert.Contains(refusal.SqlState, (string[])[PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.FeatureNotSupported]);
    }

    [Fact]
    public async Task Replicas_SignInAsIt_AndNobodyAsTheOwner()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();

        Assert.False(await data.ReadAsync<bool>(
            "SELECT usesuper OR EXISTS (SELECT FROM pg_database WHERE datdba = usesysid) OR EXISTS (SELECT FROM pg_class WHERE relowner = usesysid) FROM pg_user WHERE usename = $1", Role));
        Assert.NotEqual(0, await data.ReadAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()", Role));
    }

    [Fact]
    public async Task Migrate_WithAnotherPassword_ChangesIt()
    {
        var database = await OwnDatabase.CopyAsync(app);
        var role = $"role_{Guid.NewGuid():N}";
        foreach (var password in new[] { "first-Password-1", "second'Password-2" })
        {
            await MigrateAsync(database, role, password);
            await using var data = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Username = role, Password = password, Pooling = false });
            Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM tasks"));
        }
    }

    [Fact]
    public async Task Migrate_ARoleWithMorePrivileges_TakesThemAway()
    {
        var database = await OwnDatabase.CopyAsync(app);
        var role = $"role_{Guid.NewGuid():N}";
        await using var server = await app.OpenDatabaseAsync();
        await server.ExecuteAsync($"CREATE ROLE {role} CREATEDB CREATEROLE BYPASSRLS");

        await MigrateAsync(database, role, "Password-of-0wner");

        await AssertOrdinaryAsync(server, role);
    }

    /// <summary>As on a server that others run, where the owner of the database is no superuser.</summary>
    [Fact]
    public async Task Migrate_AsAnOrdinaryOwner_WorksAgainAndAgain()
    {
        var (name, password) = ($"owner_{Guid.NewGuid():N}", "Password-of-0wner");
        await using (var server = await app.OpenDatabaseAsync())
        {
            await server.ExecuteAsync($"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD '{password}'");
            await server.ExecuteAsync($"CREATE DATABASE {name} OWNER {name}");
        }

        var database = new NpgsqlConnectionStringBuilder(await app.ConnectionAsync("primetask")) { Database = name, Username = name, Password = password };
        for (var times = 0; times < 2; times++)
            await MigrateAsync(database.ConnectionString, $"{name}_api", password);

        await using var data = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = $"{name}_api", Pooling = false });
        Assert.Equal(0, await data.ReadAsync<long>("SELECT count(*) FROM tasks"));
        await AssertOrdinaryAsync(data, $"{name}_api");
    }

    private static async Task MigrateAsync(string database, string role, string password)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(
            ["migrate"], "", ("ConnectionStrings__primetask", database), ("Database__ApiRole", role), ("Database__ApiRolePassword", password));
        Assert.True(exitCode == 0, output);
    }

    private static async Task AssertOrdinaryAsync(NpgsqlDataSource data, string role) =>
        Assert.False(await data.ReadAsync<bool>("SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = $1", role));

    private async Task<string> ConnectionAsync()
    {
        var password = app.App.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ParameterResource>().Single(parameter => parameter.Name == "database-api-password");
        return new NpgsqlConnectionStringBuilder(await app.ConnectionAsync("primetask"))
        {
            Username = Role,
            Password = await password.GetValueAsync(TestContext.Current.CancellationToken),
        }.ConnectionString;
    }
}
