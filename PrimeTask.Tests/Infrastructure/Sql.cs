namespace PrimeTask.Tests.Infrastructure;

/// <summary>Statements past the API.</summary>
internal static class Sql
{
    /// <returns>How many rows were changed.</returns>
    internal static async Task<int> ExecuteAsync(this NpgsqlDataSource data, string sql, params object[] values)
    {
        await using var command = Command(data, sql, values);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The first column of the first row.</returns>
    internal static async Task<T> ReadAsync<T>(this NpgsqlDataSource data, string sql, params object[] values)
    {
        await using var command = Command(data, sql, values);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource data, string sql, object[] values)
    {
        var command = data.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
