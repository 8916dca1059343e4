namespace PrimeTask.AppHost;

internal static class AllowedHosts
{
    /// <summary>
    /// In what is published, where services run in Production and refuse to start without: the API is called by its own name there, the web app by what the
    /// parameter <c>allowed-hosts</c> says.
    /// </summary>
    internal static void NameAllowedHosts(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> api, IResourceBuilder<ProjectResource> web)
    {
        const string Setting = "AllowedHosts";
        if (!builder.ExecutionContext.IsPublishMode)
            return;
        api.WithEnvironment(Setting, ReferenceExpression.Create($"{api.GetEndpoint("http").Property(EndpointProperty.Host)};localhost"));
        web.WithEnvironment(Setting, builder.AddParameter("allowed-hosts"));
    }
}
