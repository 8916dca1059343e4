using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;

namespace PrimeTask.ApiService.Sessions;

public static class SessionEndpoints
{
    private const string LoggedOut = "Successfully logged out";
    private const string Listed = "Sessions retrieved successfully";

    public static void MapSessions(this IEndpointRouteBuilder accounts)
    {
        accounts.MapPost("/logout/", LogoutAsync).WithName("logout").WithSummary("End the session of a refresh token").WithMessage(LoggedOut);
        accounts.MapGet("/sessions/", ListAsync).WithName("listSessions").WithSummary("List the own live sessions").WithMessage(Listed)
            .WithQuery(PageRequest.Parameters);
        accounts.MapDelete("/sessions/{id:long}/", EndAsync).WithName("endSession").WithSummary("End one of the own sessions");
    }

    private static async Task<Results<Ok<Message>, Invalid, Refused>> LogoutAsync(
        LogoutRequest? body, HttpContext context, CurrentUser caller, TokenIssuer tokens, SessionEnd sessions, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (!WebClient.IsCaller(context.Request))
            errors.Check(body ?? new(default));
        if (errors.Any)
            return new Invalid(errors);

        var refresh = WebClient.ReadRefresh(context.Request, body?.Refresh);
        // The web app may have lost its cookie: then it signs out of the session it calls from.
        var read = refresh is null ? (caller.Id, caller.SessionId) : await tokens.ReadRefreshAsync(refresh);
        // Somebody else has signed in at this browser since: the cookie is theirs.
        if (WebClient.IsCaller(context.Request) && read is var (owner, _) && owner != caller.Id)
            read = (caller.Id, caller.SessionId);
        else
            WebClient.Forget(context);
        if (read is not var (userId, sessionId) || userId != caller.Id
            || !await sessions.EndAsync(caller.Id, sessionId, AuditEvent.LoggedOut, caller.Id, cancellationToken))
        {
            return new Refused("Invalid token");
        }

        return TypedResults.Ok(new Message(true, LoggedOut));
    }

    private static async Task<Results<Ok<Envelope<Page<SessionResponse>>>, Invalid, Missing>> ListAsync(
        HttpRequest request, CurrentUser caller, PrimeTaskDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query, PageRequest.Parameters);
        var wanted = PageRequest.Read(query);
        if (query.Errors.Any)
            return new Invalid(query.Errors);

        var now = clock.GetUtcNow();
        var live = db.Sessions.Where(session => session.UserId == caller.Id && session.RevokedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastUsedAt).ThenByDescending(session => session.Id);
        var page = await wanted.TakeAsync(live.Select(SessionResponse.Seen(caller.SessionId)), request, cancellationToken);
        return page is null ? new Missing() : Envelope.Ok(Listed, page);
    }

    private static async Task<Results<NoContent, Missing>> EndAsync(
        long id, CurrentUser caller, SessionEnd sessions, CancellationToken cancellationToken) =>
        await sessions.EndAsync(caller.Id, id, AuditEvent.SessionEnded, caller.Id, cancellationToken) ? TypedResults.NoContent() : new Missing();
}
