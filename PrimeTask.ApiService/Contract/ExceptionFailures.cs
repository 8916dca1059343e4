using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PrimeTask.ApiService.Contract;

/// <summary>Turns what reached the outside of a handler into the failure body: bodies that can't be read, an unreachable database, bugs.</summary>
internal sealed class ExceptionFailures(ILogger<ExceptionFailures> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            await WriteBadRequestAsync(httpContext, bad);
            return true;
        }

        if (IsAccountGone(exception))
        {
            await AccountGone.WriteAsync(httpContext);
            return true;
        }

        var status = IsUnavailable(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        var endpoint = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint?.DisplayName;
        HttpLog.Failed(logger, exception, endpoint, status, Failures.TraceId(httpContext));
        await Failures.WriteAsync(httpContext, status);
        return true;
    }

    private static Task WriteBadRequestAsync(HttpContext context, BadHttpRequestException exception) =>
        exception is { StatusCode: StatusCodes.Status400BadRequest, InnerException: JsonException json }
            ? Failures.WriteAsync(context, exception.StatusCode, errors: Describe(json))
            : exception.StatusCode == StatusCodes.Status413PayloadTooLarge && LimitOf(context) is { } limit
            ? Failures.WriteAsync(context, exception.StatusCode, errors: Failures.One(Failures.Detail, $"The body may have at most {limit / 1024 / 1024} MiB."))
            : Failures.WriteAsync(context, exception.StatusCode);

    private static long? LimitOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

    private static IReadOnlyDictionary<string, string[]> Describe(JsonException exception)
    {
        // A path such as "$.title" names the member whose value has the wrong type.
        var field = exception.Path is ['$', '.', .. var member] ? member : Failures.Detail;
        var sentence = field == Failures.Detail ? "The body is not a valid JSON object." : "The value has the wrong JSON type.";
        return Failures.One(field, sentence);
    }

    /// <summary>Every row belongs to an account or to one of its sessions. Whoever deletes the account while the request runs takes them along.</summary>
    private static bool IsAccountGone(Exception exception) =>
        exception is DbUpdateConcurrencyException
            or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } };

    private static bool IsUnavailable(Exception exception) =>
        exception is RetryLimitExceededException or NpgsqlException { IsTransient: true } or TimeoutException
            // What PgBouncer says while it reaches no server, and a standby that was not promoted yet of a write.
            or PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation or PostgresErrorCodes.ReadOnlySqlTransaction }
        || (exception.InnerException is { } inner && IsUnavailable(inner));
}

internal static partial class HttpLog
{
    [LoggerMessage(1, LogLevel.Error, "{Endpoint} failed with status {Status}, trace {TraceId}")]
    internal static partial void Failed(ILogger logger, Exception exception, string? endpoint, int status, string traceId);
}
