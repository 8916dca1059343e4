using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PrimeTask.ApiService.Data;

/// <summary>Statements over arrays: their text is the same whatever the number of rows, so that a connection prepares them once.</summary>
internal static class GroupedStatements
{
    /// <summary>Runs one statement inside the caller's transaction.</summary>
    public static async Task<List<T>> QueryTogetherAsync<T>(
        this PrimeTaskDbContext db, string sql, IReadOnlyList<NpgsqlParameter> parameters, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter.Clone());
        if (PreparedStatements.AreUsedBy(db))
            await command.PrepareAsync();
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
