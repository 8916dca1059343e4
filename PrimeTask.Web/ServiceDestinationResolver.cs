using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace PrimeTask.Web;

/// <summary>
/// Turns a destination that names a service (<c>http://api</c>) into one destination for each endpoint that
/// service discovery knows, and again whenever those change.
/// </summary>
internal sealed class ServiceDestinationResolver(ServiceEndpointResolver services) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, DestinationConfig>();
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var source = await services.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var address = Address(endpoint, destination);
                resolved[$"{name} {address}"] = destination with { Address = address };
            }
        }

        return new ResolvedDestinationCollection(resolved, new CompositeChangeToken(changes));
    }

    // Endpoints found through DNS carry no scheme; the destination's own applies.
    private static string Address(ServiceEndpoint endpoint, DestinationConfig destination)
    {
        var address = endpoint.ToString()!;
        return address.Contains("://", StringComparison.Ordinal)
            ? address
            : $"{new Uri(destination.Address).Scheme}://{address}";
    }
}
