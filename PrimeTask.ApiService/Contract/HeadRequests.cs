namespace PrimeTask.ApiService.Contract;

public static class HeadRequests
{
    /// <summary>Lets every GET route answer HEAD too (RFC 9110, section 9.1). The server leaves the body out.</summary>
    public static TBuilder ResponseHead<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] } get)
                endpoint.Metadata[endpoint.Metadata.IndexOf(get)] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], get.AcceptCorsPreflight);
        });
        return routes;
    }
}
