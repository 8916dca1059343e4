namespace PrimeTask.Tests.Accounts;

/// <summary>What is under way while its caller's account is deleted: it waits for the deletion, and then there is nobody any more whom it could be done for.</summary>
public sealed class AccountGoneTests(PrimeTaskApp app)
{
    private const string Other = "another-Harbour-99";

    public static TheoryData<string, string, object> Requests => new()
    {
        { "POST", "tasks/", new { title = "x" } },
        { "POST", "tasks/ with a key", new { title = "x" } },
        { "POST", "tasks/bulk/", new { operations = new[] { new { op = "create", data = new { title = "x" } } } } },
        { "PATCH", "auth/profile/", new { first_name = "Ada" } },
        { "PUT", "auth/change-password/", new { old_password = ApiUser.Password, new_password = Other, new_password_confirm = Other } },
        { "POST", "auth/refresh/", "the refresh token" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Requests))]
    public async Task Request_WhileItsAccountIsDeleted_IsTold401(string method, string path, object body)
    {
        using var user = await ApiUser.RegisterAsync(app);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
        await using var data = await app.OpenDatabaseAsync();
        await using var connection = await data.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand($"DELETE FROM users WHERE id = {user.Id}", connection))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (string, string)[] headers = path.EndsWith("key", StringComparison.Ordinal) ? [("Idempotency-Key", user.Username)] : [];
        var answering = user.SendAsync(new HttpMethod(method), path.Split(' ')[0], body is string ? new { refresh = user.Refresh } : body, headers);
        while (!answering.IsCompleted && await data.ReadAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE {connection.ProcessID} = ANY (pg_blocking_pids(pid))") == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(answering.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        (await answering).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }
}
