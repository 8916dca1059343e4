using Npgsql;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Accounts;

public sealed class AuditTests(PrimeTaskApp app)
{
    [Fact]
    public async Task ListAudit_OfAnAccount_NamesItUntilItIsGone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);

        var before = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}")).Data["results"]![0]!;
        await admin.SendAsync(HttpMethod.Delete, $"auth/admin/users/{user.Id}/");
        var after = (await admin.GetAsync($"auth/admin/audit/?subject={user.Id}")).Data["results"]![0]!;

        Assert.Equal("registered", (string)before["event"]!);
        Assert.Equal(user.Username, (string)before["subject_username"]!);
        Assert.Equal("deleted", (string)after["event"]!);
        Assert.Equal(user.Id, (long)after["subject"]!);
        Assert.True(after.AsObject().ContainsKey("subject_username"));
        Assert.Null(after["subject_username"]);
        Assert.Equal((string)(await admin.GetAsync("auth/profile/")).Data["username"]!, (string)after["actor_username"]!);
    }

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
