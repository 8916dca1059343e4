using PrimeTask.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var settings = Settings.Read(builder.Configuration);

var adminEmail = builder.AddParameter("admin-email");
var adminPassword = builder.AddParameter("admin-password", new GenerateParameterDefault { MinLength = 20, Special = false }, secret: true, persist: true)
    .WithDescription("Password of the first admin");
var signingKey = builder.AddParameter("jwt-signing-key", new GenerateParameterDefault { MinLength = 64, Special = false }, secret: true, persist: true);

var database = builder.AddPostgres("postgres")
    .WithDataVolume()
    .AddDatabase("primetask");

var cache = builder.AddRedis("cache");

var migrations = builder.AddProject<Projects.PrimeTask_ApiService>("migrations")
    .WithArgs("migrate")
    .WithEnvironment("Admin__Email", adminEmail)
    .WithEnvironment("Admin__Password", adminPassword)
    .WithReference(database)
    .WaitFor(database);

var api = builder.AddProject<Projects.PrimeTask_ApiService>("api")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReplicas(settings.ApiReplicas)
    .WithEnvironment("Jwt__SigningKey", signingKey)
    .WithEnvironment("RateLimiting__Enabled", settings.RateLimiting)
    // In bytes: what the just-in-time compiler takes for a large method goes back to the system (glibc's mallopt(3); docs/performance.md).
    .WithEnvironment("MALLOC_MMAP_THRESHOLD_", "65536")
    .WithReference(database)
    .WithReference(cache)
    .WaitFor(cache)
    .WaitForCompletion(migrations);

builder.AddProject<Projects.PrimeTask_Web>("web")
    .WithHttpEndpoint(port: settings.WebPort)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithEnvironment("TrustedProxies", settings.TrustedProxies)
    .WithReference(api)
    .WaitFor(api);

builder.Build().Run();
