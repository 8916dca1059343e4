using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.Hosting;

/// <summary>The body of every response that is not a success.</summary>
/// <param name="Success">Always false.</param>
/// <param name="Message">One sentence for people; it goes with the status.</param>
/// <param name="Errors">Sentences by field; what belongs to no field stands under <c>detail</c>.</param>
/// <param name="TraceId">Finds the request in the logs and traces.</param>
public sealed record FailureBody(
    bool Success, string Message, IReadOnlyDictionary<string, string[]> Errors, [property: JsonPropertyName("trace_id")] string TraceId);

/// <summary>
/// The one writer of failures, for the API and for the web server before it: handlers, routing, authentication, body parsing, limits and exceptions all pass
/// through it.
/// </summary>
public static class Failures
{
    public const string Detail = "detail";
    public const string ValidationFailed = "Validation failed";
    public const string MalformedRequest = "Malformed request";

    /// <summary>How soon it is worth to ask a service again that could not answer.</summary>
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<int, (string Message, string Detail)> _byStatus = new()
    {
        [400] = (MalformedRequest, "The request could not be understood."),
        [401] = ("Authentication failed", "Authentication credentials were not provided or are not valid."),
        [403] = ("Permission denied", "You do not have permission to perform this action."),
        [404] = ("Resource not found", "There is nothing at this address."),
        [405] = ("Method not allowed", "This method is not allowed here; the header Allow lists those that are."),
        [408] = ("Request timeout", "The request did not arrive in time."),
        [409] = ("Mail is off", "This PrimeTask sends no mail. Ask the people who run it."),
        [412] = ("The resource has changed", "Somebody changed the resource after you read it: read it again."),
        [413] = ("Request body too large", "The body may have at most 1 MiB."),
        [414] = ("Address too long", "The address may have at most 8 KiB."),
        [415] = ("Unsupported media type", "Send the body as application/json, or a file to import as text/csv, in UTF-8 and not compressed."),
        [422] = ("Idempotency key already used", "This Idempotency-Key came with another body before: give a new request a new key."),
        [429] = ("Too many requests", "Try again after the number of seconds in the header Retry-After."),
        [431] = ("Request headers too large", "All headers together may have at most 32 KiB, and there may be at most 100."),
        [500] = ("An error occurred", "Something went wrong on our side."),
        [503] = ("Service unavailable", "The service cannot answer right now. Try again soon."),
    };

    public static Task WriteAsync(HttpContext context, int status, string? message = null, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var (usual, detail) = Usual(status);
        context.Response.StatusCode = status;
        // A server that could not read a body has announced an empty response by then.
        context.Response.ContentLength = null;
        if (status == StatusCodes.Status503ServiceUnavailable)
            SetRetryAfter(context.Response);
        return context.Response.WriteAsJsonAsync(
            new FailureBody(false, message ?? usual, errors ?? One(Detail, detail), TraceId(context)),
            context.RequestAborted);
    }

    internal static void SetRetryAfter(HttpResponse response) =>
        response.Headers.RetryAfter = ((int)_retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said about a status when there is nothing better to say.</summary>
    public static (string Message, string Detail) Usual(int status) => _byStatus.GetValueOrDefault(status, _byStatus[status < 500 ? 400 : 500]);

    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static IReadOnlyDictionary<string, string[]> One(string field, string sentence) =>
        new Dictionary<string, string[]> { [field] = [sentence] };
}
