using Npgsql;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Accounts;

public sealed class AuditTests(PrimeTaskApp app)
{
    [Theory]
    [InlineData("UPDATE audit SET actor_id = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    public async Task Audit_ChangedInTheDatabase_IsRefused(string sql)
    {
        await using var data = NpgsqlDataSource.Create((await app.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken))!);
        await using var command = data.CreateCommand(sql);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The audit is append-only.", refusal.MessageText);
    }
}
