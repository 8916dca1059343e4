using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace PrimeTask.ApiService.Contract;

/// <summary>Refuses bodies that are not plain UTF-8 before anything reads them: what reads them fails on a character set that it does not know.</summary>
public static class JsonBodies
{
    private const string Json = "application/json";
    private const string Identity = "identity";

    /// <summary>After routing, which refuses what is not JSON at all.</summary>
    public static void UseJsonBodies(this WebApplication app) =>
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not { } accepted || string.IsNullOrEmpty(request.ContentType))
                return next(context);

            if (!IsPlain(request))
            {
                // RFC 9110, section 12.5.3: this is what tells a refused coding from a refused type.
                context.Response.Headers.AcceptEncoding = Identity;
                return Failures.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
            }

            if (TypeOf(request) is not { } type || !accepted.ContentTypes.Contains(type))
                return Failures.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
            request.ContentType = type;
            return next(context);
        });

    private static bool IsPlain(HttpRequest request) =>
        request.Headers.GetCommaSeparatedValues(HeaderNames.ContentEncoding).All(coding => coding.Equals(Identity, StringComparison.OrdinalIgnoreCase));

    /// <summary>RFC 9110, section 8.3.1: a quoted value is the same as one that is not quoted.</summary>
    /// <returns>JSON for all kinds of it; null for what is not in UTF-8.</returns>
    private static string? TypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Parameters.Where(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            .All(parameter => parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? request.HasJsonContentType() ? Json : type.MediaType.Value?.ToLowerInvariant()
            : null;
}
