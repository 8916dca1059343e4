namespace PrimeTask.Tests.Hosting;

/// <summary>What publishing writes of the app model: containers, references, and no secret.</summary>
[Collection(nameof(PublishedManifest))]
public sealed class ManifestTests(PublishedManifest published)
{
    [Theory]
    [InlineData("postgres", "container.v0")]
    [InlineData("primetask", "value.v0")]
    [InlineData("cache", "container.v0")]
    [InlineData("migrations", "project.v0")]
    [InlineData("api", "project.v0")]
    [InlineData("worker", "project.v0")]
    [InlineData("web", "project.v0")]
    public void Resource_IsOfItsType(string name, string type) => Assert.Equal(type, (string?)published.Resources[name]?["type"]);

    [Theory]
    [InlineData("migrations", "ConnectionStrings__primetask", "{primetask.connectionString}")]
    [InlineData("migrations", "Database__AllowWithoutTls", "true")]
    [InlineData("migrations", "Admin__Email", "{admin-email.value}")]
    [InlineData("migrations", "Admin__Password", "{admin-password.value}")]
    [InlineData("migrations", "Database__ApiRolePassword", "{database-api-password.value}")]
    [InlineData("api", "ConnectionStrings__primetask", "Host={postgres.bindings.tcp.host};Port={postgres.bindings.tcp.port};Username=primetask_api;Password={database-api-password.value};Database=primetask")]
    [InlineData("api", "ConnectionStrings__cache", "{cache.connectionString}")]
    [InlineData("api", "Jwt__SigningKey", "{jwt-signing-key.value}")]
    [InlineData("api", "RateLimiting__Enabled", "true")]
    [InlineData("api", "Database__AllowWithoutTls", "true")]
    [InlineData("api", "AllowedHosts", "{api.bindings.http.host};localhost")]
    [InlineData("worker", "ConnectionStrings__primetask", "Host={postgres.bindings.tcp.host};Port={postgres.bindings.tcp.port};Username=primetask_api;Password={database-api-password.value};Database=primetask")]
    [InlineData("worker", "Database__AllowWithoutTls", "true")]
    [InlineData("worker", "ConnectionStrings__cache", "{cache.connectionString}")]
    // The API only needs to know whether there is mail.
    [InlineData("api", "Mail__Host", "")]
    [InlineData("api", "Mail__Password", null)]
    [InlineData("worker", "Mail__Host", "")]
    [InlineData("worker", "Mail__Tls", "StartTls")]
    [InlineData("worker", "Mail__Password", "{mail-password.value}")]
    // It signs nothing.
    [InlineData("worker", "Jwt__SigningKey", null)]
    [InlineData("web", "services__api__http__0", "{api.bindings.http.url}")]
    [InlineData("web", "TrustedProxies", "")]
    [InlineData("web", "AllowedHosts", "{allowed-hosts.value}")]
    // Aspire's own setting would believe every caller's X-Forwarded-For.
    [InlineData("api", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", null)]
    [InlineData("web", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", null)]
    public void Environment_HasReferences(string resource, string variable, string? value) =>
        Assert.Equal(value, (string?)published.Resources[resource]?["env"]?[variable]);

    [Theory]
    [InlineData("admin-password")]
    [InlineData("jwt-signing-key")]
    [InlineData("database-api-password")]
    [InlineData("postgres-password")]
    [InlineData("cache-password")]
    public void Parameter_IsSecretAndGeneratedAtDeployment(string name)
    {
        var value = published.Resources[name]?["inputs"]?["value"];

        Assert.Equal(true, (bool?)value?["secret"]);
        Assert.NotNull(value?["default"]?["generate"]);
    }

    [Fact]
    public void Web_AloneIsExternal()
    {
        var external = published.Resources.Where(resource => resource.Value?["bindings"]?["http"]?["external"] is not null).Select(resource => resource.Key);

        Assert.Equal(["web"], external);
    }

    [Theory]
    [InlineData("migrations", "migrate")]
    [InlineData("worker", "worker")]
    public void Resource_RunsItsCommand(string name, string command) => Assert.Equal(command, (string?)published.Resources[name]?["args"]?[0]);
}
