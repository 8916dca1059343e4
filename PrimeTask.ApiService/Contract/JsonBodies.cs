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
            if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null || string.IsNullOrEmpty(request.ContentType))
                return next(context);

            if (!IsPlain(request))
            {
                // RFC 9110, section 12.5.3: this is what tells a refused coding from a refused type.
                context.Response.Headers.AcceptEncoding = Identity;
                return Failures.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
            }

            if (!IsUtf8(request))
                return Failures.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType);
            request.ContentType = Json;
            return next(context);
        });

    private static bool IsPlain(HttpRequest request) =>
        request.Headers.GetCommaSeparatedValues(HeaderNames.ContentEncoding).All(coding => coding.Equals(Identity, StringComparison.OrdinalIgnoreCase));

    /// <summary>RFC 9110, section 8.3.1: a quoted value is the same as one that is not quoted.</summary>
    private static bool IsUtf8(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && request.HasJsonContentType()
        && type.Parameters.Where(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            .All(parameter => parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
