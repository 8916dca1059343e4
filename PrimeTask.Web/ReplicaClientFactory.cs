using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.ServiceDiscovery.Http;
using Yarp.ReverseProxy.Forwarder;

namespace PrimeTask.Web;

/// <summary>The client of the proxy. Service discovery gives each request the next of the API's addresses; a request that is repeated may go to any of them.</summary>
internal sealed class ReplicaClientFactory(
    ILogger<ForwarderHttpClientFactory> yarpLogger, ILogger<ReplicaClientFactory> logger, IServiceDiscoveryHttpMessageHandlerFactory discovery, ServiceEndpointResolver services)
    : ForwarderHttpClientFactory(yarpLogger)
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectCallback = (connection, cancellationToken) => LiveConnection.OpenAsync(() => connection.DnsEndPoint, cancellationToken);
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler)
    {
        var fresh = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.Zero,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var addresses = await AddressesAsync(cancellationToken);
                return await LiveConnection.OpenAsync(() => RandomNumberGenerator.GetItems(addresses, 1)[0], cancellationToken);
            },
        };
        base.ConfigureHandler(context, fresh);
        // Both through service discovery: also a request that is repeated names a host of the API's in its header, where AllowedHosts is held against it.
        return new ReplicaRetry(discovery.CreateHandler(base.WrapHandler(context, handler)), discovery.CreateHandler(base.WrapHandler(context, fresh)), logger);
    }

    private async Task<DnsEndPoint[]> AddressesAsync(CancellationToken cancellationToken)
    {
        var source = await services.GetEndpointsAsync(ApiProxy.Address, cancellationToken);
        // Endpoints found through DNS carry no scheme.
        return
        [
            .. source.Endpoints.Select(endpoint => endpoint.ToString()!)
                .Select(text => new Uri(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}"))
                .Select(address => new DnsEndPoint(address.Host, address.Port)),
        ];
    }
}
