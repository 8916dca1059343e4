using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace PrimeTask.ApiService.Contract;

/// <summary>400: fields are wrong.</summary>
public sealed class Invalid(FieldErrors errors) : IResult, IEndpointMetadataProvider
{
    public Invalid(string field, string sentence)
        : this(new FieldErrors { { field, sentence } })
    {
    }

    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status400BadRequest, Failures.ValidationFailed, errors.ToDictionary());

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status400BadRequest);
}

/// <summary>400: the request is understood, but this can't be done.</summary>
public sealed class Refused(string sentence) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status400BadRequest, sentence, Failures.One(Failures.Detail, sentence));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status400BadRequest);
}

/// <summary>401 where no access token was due, such as wrong credentials.</summary>
public sealed class Unauthenticated(string detail) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status401Unauthorized, errors: Failures.One(Failures.Detail, detail));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status401Unauthorized);
}

/// <summary>401: the caller's account is gone, though its session stood when the request began.</summary>
public sealed class AccountGone : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status401Unauthorized);

    internal static Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Failures.WriteAsync(context, StatusCodes.Status401Unauthorized);
    }
}

/// <summary>404: no such thing, or somebody else's.</summary>
public sealed class Missing : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status404NotFound);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status404NotFound);
}

/// <summary>412: If-Match does not match.</summary>
public sealed class Changed : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status412PreconditionFailed);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status412PreconditionFailed);
}

/// <summary>422: the Idempotency-Key belongs to another request.</summary>
public sealed class KeyReused : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Failures.WriteAsync(httpContext, StatusCodes.Status422UnprocessableEntity);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>429: come back later.</summary>
public sealed class TooMany(TimeSpan retryAfter) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var seconds = Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds));
        httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Failures.WriteAsync(httpContext, StatusCodes.Status429TooManyRequests);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        FailureMetadata.Add(builder, StatusCodes.Status429TooManyRequests);
}

internal static class FailureMetadata
{
    internal static void Add(EndpointBuilder builder, int status) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(FailureBody), ["application/json"]));
}
