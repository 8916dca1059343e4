using PrimeTask.AppHost;
using PrimeTask.Hosting;

ReadableEnd.Use();
var builder = DistributedApplication.CreateBuilder(args);
var settings = Settings.Read(builder, args);
builder.UseDashboard(settings.DashboardPort);

// Servers are processes of this machine by default, and containers on request and where the model is published.
var data = settings.InContainers ? null : DataDirectory.Open(settings.DataDirectory);

var adminEmail = builder.AddParameter("admin-email");
var adminPassword = builder.AddGeneratedSecret("admin-password", 20, data);
var signingKey = builder.AddGeneratedSecret("jwt-signing-key", 64, data);
var mailPassword = MailSettings.AddPassword(builder);
var apiRole = "primetask_api";
var apiRolePassword = builder.AddGeneratedSecret("database-api-password", 32, data);

IResourceBuilder<IResourceWithConnectionString> database = data is null
    ? builder.AddPostgres("postgres").WithDataVolume().AddDatabase("primetask")
    : builder.AddPostgresProcess("postgres", data, settings.PostgresBinDirectory).AddDatabase("primetask");

IResourceBuilder<IResourceWithConnectionString> cache = data is null
    ? builder.AddRedis("cache")
    : builder.AddGarnetProcess("cache", data);

var migrations = builder.AddProject<Projects.PrimeTask_ApiService>("migrations")
    .RunFromBuild()
    .WithArgs("migrate")
    .WithHiddenOnCompletion(0)
    .WithIconName("DatabaseArrowUp")
    .WithEnvironment("Admin__Email", adminEmail)
    .WithEnvironment("Admin__Password", adminPassword)
    .WithEnvironment("Database__ApiRole", apiRole)
    .WithEnvironment("Database__ApiRolePassword", apiRolePassword)
    // Postgres is on this machine or on the containers' own network.
    .WithEnvironment("Database__AllowWithoutTls", "true")
    .WithReference(database)
    .WaitFor(database);

var api = builder.AddProject<Projects.PrimeTask_ApiService>("api")
    .RunFromBuild()
    .DisableForwardedHeaders()
    // Aspire's proxy spreads requests over replicas. One has none before it: it would cost a request half of what PrimeTask.Web does.
    .WithHttpEndpoint(isProxied: settings.ApiReplicas > 1)
    .WithHttpHealthCheck("/health")
    .WithHttpProbe(ProbeType.Liveness, "/alive", periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 4)
    .WithReplicas(settings.ApiReplicas)
    .WithIconName("PlugConnected")
    .WithOperatorCommands(database, cache)
    .WithEnvironment("Jwt__SigningKey", signingKey)
    .WithEnvironment("RateLimiting__Enabled", settings.RateLimiting)
    // Whether there is mail; the worker sends it.
    .WithEnvironment("Mail__Host", settings.Mail.Host)
    .WithEnvironment("Database__AllowWithoutTls", "true")
    // Not as the owner: a role that migrations give what the service needs and no more.
    .WithEnvironment("ConnectionStrings__primetask", database.As(apiRole, apiRolePassword))
    .WithReferenceRelationship(database)
    .WithReference(cache)
    .WaitFor(cache)
    .WaitForCompletion(migrations);

builder.AddProject<Projects.PrimeTask_ApiService>("worker")
    .RunFromBuild()
    .WithArgs("worker")
    .WithIconName("TaskListSquareSettings")
    .WithEnvironment("Mail__Host", settings.Mail.Host)
    .WithEnvironment("Mail__Port", settings.Mail.Port)
    .WithEnvironment("Mail__Tls", settings.Mail.Tls)
    .WithEnvironment("Mail__Username", settings.Mail.Username)
    .WithEnvironment("Mail__Password", mailPassword)
    .WithEnvironment("Mail__From", settings.Mail.From)
    .WithEnvironment("Mail__PublicAddress", settings.Mail.PublicAddress)
    .WithEnvironment("Database__AllowWithoutTls", "true")
    .WithEnvironment("ConnectionStrings__primetask", database.As(apiRole, apiRolePassword))
    .WithReferenceRelationship(database)
    // What it changes, the API's replicas have in the cache.
    .WithReference(cache)
    .WaitForCompletion(migrations);

var web = builder.AddProject<Projects.PrimeTask_Web>("web")
    .RunFromBuild()
    // The setting TrustedProxies says whom to believe; Aspire would believe everybody.
    .DisableForwardedHeaders()
    // Not through Aspire's proxy: there is one process, and this is the address that people type.
    .WithHttpEndpoint(port: settings.WebPort, isProxied: false)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithHttpProbe(ProbeType.Liveness, "/alive", periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 4)
    .WithIconName("GlobeDesktop")
    .WithUrlForEndpoint("http", url => url.DisplayText = "Web app")
    .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/swagger/", DisplayText = "Swagger UI" })
    .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/redoc/", DisplayText = "ReDoc" })
    .WithEnvironment("TrustedProxies", settings.TrustedProxies)
    .WithReference(api)
    .WaitFor(api);

builder.NameAllowedHosts(api, web);
builder.AddRestartPolicy();
StartSummary.Add(builder, new(data, migrations.Resource, adminPassword.Resource));

await builder.Build().RunAsync();
