namespace PrimeTask.AppHost;

internal static class DatabaseLogin
{
    /// <summary>The connection string of a Postgres database for another role than its owner. Whoever gets it does not learn the owner's password.</summary>
    internal static ReferenceExpression As(this IResourceBuilder<IResourceWithConnectionString> database, string role, IResourceBuilder<ParameterResource> password)
    {
        var resource = database.Resource;
        return ReferenceExpression.Create(
            $"Host={resource.GetConnectionProperty("Host")};Port={resource.GetConnectionProperty("Port")};Username={role};Password={password};Database={resource.GetConnectionProperty("DatabaseName")}");
    }
}
