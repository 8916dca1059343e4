using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// The lists and figures that this replica gave last, each to be given again to the very same token for the very same address. Everything that was checked
/// for it is checked again by its versions: the session, the role and the tasks (<see cref="CacheVersions"/>); and by time: the token's and the answer's end.
/// </summary>
public sealed class RepeatedAnswers(CacheVersions versions, PrimeTaskMetrics metrics, TimeProvider clock) : IDisposable
{
    /// <summary>The time, in ticks, at which an answer ends to be true. It is kept with the answer in the output cache and never sent.</summary>
    public const string ExpiresHeader = "PrimeTask-Expires";

    /// <summary>In bytes: lists of a thousand or two callers.</summary>
    private const long MaxSize = 8 * 1024 * 1024;

    /// <summary>Of what is kept beside a body, in bytes, with some to spare.</summary>
    private const long Overhead = 1024;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MaxSize });

    /// <summary>Answers from memory, or lets the request go on.</summary>
    internal async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (await FindAsync(context) is { } known)
        {
            metrics.CacheHit();
            await known.WriteAsync(context, context.Request.Headers.IfNoneMatch, clock.GetUtcNow() - known.Made);
        }
        else
        {
            await next(context);
        }
    }

    private async ValueTask<ListAnswer?> FindAsync(HttpContext context)
    {
        // What other origins may see is decided further on.
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            || context.Request.Headers.Origin.Count > 0
            || !_answers.TryGetValue(Key.Of(context.Request), out ListAnswer? answer)
            || answer!.Expires <= clock.GetUtcNow())
        {
            return null;
        }

        var read = await versions.ReadAsync(answer.Versions!.Keys);
        if (read is { Sessions: { } sessions, Tasks: { } tasks } && sessions == answer.Versions.Sessions && tasks == answer.Versions.Tasks)
            return answer;
        // Read after the request began, or in vain: nobody has to ask again.
        context.Features.Set(read);
        return null;
    }

    /// <summary>Whether an answer came from the output cache after its end.</summary>
    internal bool IsPast(HttpResponse response) =>
        IsRepeated(response) && Expires(response) is { } expires && expires <= clock.GetUtcNow();

    /// <summary>Makes an answer of a body, and remembers it if it came from the output cache, under versions: what is asked for once only needs no memory.</summary>
    internal ListAnswer Keep(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var headers = context.Response.Headers;
        var age = TimeSpan.FromSeconds(long.TryParse(headers.Age, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
        var answer = new ListAnswer(body, EntityTags.Of(body.Span), clock.GetUtcNow() - age);
        var expires = Expires(context.Response);
        headers.Remove(ExpiresHeader);
        if (IsRepeated(context.Response)
            && expires is { } answerEnds
            && context.Features.Get<CallerVersions>() is { Sessions: not null, Tasks: not null } read
            && read.Keys == CallerKeys.Of(CurrentUser.From(context.User)))
        {
            Remember(context, answer with { Body = body.ToArray(), Versions = read, Expires = Earlier(answerEnds, context) });
        }

        return answer;
    }

    public void Dispose() => _answers.Dispose();

    /// <summary>Only the output cache says how old an answer is.</summary>
    internal static bool IsRepeated(HttpResponse response) => response.Headers.Age.Count > 0;

    private static DateTimeOffset? Expires(HttpResponse response) =>
        long.TryParse(response.Headers[ExpiresHeader], CultureInfo.InvariantCulture, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static DateTimeOffset Earlier(DateTimeOffset answerEnds, HttpContext context)
    {
        var tokenEnds = long.Parse(context.User.FindFirst(TokenClaims.Expires)!.Value, CultureInfo.InvariantCulture);
        return answerEnds.ToUnixTimeSeconds() < tokenEnds ? answerEnds : DateTimeOffset.FromUnixTimeSeconds(tokenEnds);
    }

    private void Remember(HttpContext context, ListAnswer answer) =>
        _answers.Set(Key.Of(context.Request), answer, new MemoryCacheEntryOptions
        {
            Size = answer.Body.Length + Overhead,
            AbsoluteExpiration = answer.Expires,
        });

    private sealed record Key(string Authorization, string Scheme, string Host, string Path, string Query)
    {
        private const int SignatureEnd = 16;

        /// <summary>A token ends with its signature, which nobody can choose: its last characters tell callers apart, and the rest need not be read.</summary>
        public override int GetHashCode() =>
            HashCode.Combine(string.GetHashCode(Authorization.AsSpan(Math.Max(0, Authorization.Length - SignatureEnd))), Path, Query);

        public static Key Of(HttpRequest request) => new(
            request.Headers.Authorization.ToString(), request.Scheme, request.Host.Value ?? "", request.PathBase + request.Path, request.QueryString.Value ?? "");
    }
}
