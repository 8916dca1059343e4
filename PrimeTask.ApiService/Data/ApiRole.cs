using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace PrimeTask.ApiService.Data;

/// <summary>
/// The role that the API signs in to Postgres with (settings <c>Database:ApiRole</c> and <c>Database:ApiRolePassword</c>). It owns nothing: it reads and
/// writes rows, and of the audit it reads and adds. Without the settings the API signs in as whoever its connection string names.
/// </summary>
public sealed class ApiRole(PrimeTaskDbContext db, IOptions<ApiRoleOptions> options)
{
    /// <summary>Makes the role when it is missing, gives it this password, and grants what this version of the schema needs.</summary>
    /// <exception cref="PostgresException">The owner of the database may not make roles: it needs <c>CREATEROLE</c>.</exception>
    public async Task GrantAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { ApiRole: { Length: > 0 } name, ApiRolePassword: { } password })
            return;
        var isPrivileged = await db.Database.SqlQuery<bool?>(
            $"SELECT (SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = {name}) AS \"Value\"").SingleAsync(cancellationToken);
        // A new role has no privileges; one that has some loses them. Nothing is said of them otherwise: who is no superuser may not.
        var attributes = isPrivileged is true ? "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS" : "LOGIN";
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(name);
        var sql =
            $"""
            {(isPrivileged is null ? "CREATE" : "ALTER")} ROLE {role} {attributes} PASSWORD '{Verifier(password)}';
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role};
            REVOKE UPDATE, DELETE ON audit FROM {role};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {role};
            """;
        await db.InTransactionAsync(cancellation => db.Database.ExecuteSqlRawAsync(sql, cancellation), cancellationToken);
    }

    /// <summary>What PostgreSQL keeps of a password for SCRAM-SHA-256 (RFC 5803), so that the password itself is in no statement and no log.</summary>
    private static string Verifier(string password)
    {
        const int Iterations = 4096;
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HMACSHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}

public sealed class ApiRoleOptions : IValidatableObject
{
    public const string Section = "Database";

    public string? ApiRole { get; set; }

    /// <summary>Printable ASCII: what else SASLprep (RFC 4013) would change is not needed.</summary>
    public string? ApiRolePassword { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ApiRole) != string.IsNullOrEmpty(ApiRolePassword))
            yield return new("Database:ApiRole and Database:ApiRolePassword go together: set both or neither.");
        else if (ApiRolePassword?.All(letter => letter is > ' ' and <= '~') == false)
            yield return new("Database:ApiRolePassword must consist of visible ASCII characters.");
    }
}
