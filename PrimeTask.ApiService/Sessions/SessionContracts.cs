using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Sessions;

public sealed record LogoutRequest([property: Required, Line(Example = TokenIssuer.ExampleOfRefresh)] Maybe<string> Refresh);

/// <param name="Id">Of the session.</param>
/// <param name="CreatedAt">When it was signed in.</param>
/// <param name="LastUsedAt">When its tokens were last refreshed.</param>
/// <param name="IpAddress">From where it was signed in.</param>
/// <param name="UserAgent">With what.</param>
/// <param name="Current">Whether this request belongs to it.</param>
public sealed record SessionResponse(
    long Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    [property: Example("192.0.2.17")] string? IpAddress,
    [property: Example("Mozilla/5.0")] string? UserAgent,
    bool Current)
{
    public static Expression<Func<Session, SessionResponse>> Seen(long currentId) => session => new SessionResponse(
        session.Id, session.CreatedAt, session.LastUsedAt, session.IpAddress, session.UserAgent, session.Id == currentId);
}
