using Microsoft.EntityFrameworkCore.Migrations;

namespace PrimeTask.ApiService.Data;

/// <summary>The files of <c>Data/Sql/</c>: what EF Core's model can't describe.</summary>
internal static class SqlFiles
{
    /// <summary>In a migration.</summary>
    public static void ApplySqlFile(this MigrationBuilder migration, string name) => migration.Sql(Read(name));

    public static string Read(string name)
    {
        using var file = typeof(SqlFiles).Assembly.GetManifestResourceStream($"Sql/{name}")
            ?? throw new InvalidOperationException($"There is no file Data/Sql/{name}.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
