namespace PrimeTask.ApiService.Contract;

/// <summary>What holds tokens or is about accounts is kept nowhere (RFC 6749, section 5.1), refusals included.</summary>
public static class NoStoreResponses
{
    public static RouteGroupBuilder NoStore(this RouteGroupBuilder routes) => routes.WithMetadata(new NoStoreMetadata());

    /// <summary>After routing.</summary>
    public static void UseNoStore(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<NoStoreMetadata>() is not null)
                context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });

    private sealed class NoStoreMetadata;
}
