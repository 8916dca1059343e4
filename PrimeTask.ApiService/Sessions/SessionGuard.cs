using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Sessions;

/// <summary>
/// Knows for every request whether its session still stands, without asking the database each time. The response lies in Redis beside the version for which
/// it is true; every change of the user's sessions, role or state replaces that version (see <see cref="CacheVersions"/>), so a revocation is known to all
/// replicas when it is acknowledged. Without Redis the database answers. What lies in Redis is signed: who can write there does not become an admin by it.
/// </summary>
public sealed class SessionGuard(RedisGate redis, CacheVersions versions, SessionStates states, IServiceScopeFactory scopes)
{
    private const string Ended = "ended";

    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, long, CancellationToken, Task<UserRole?>>> _role = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long sessionId, long userId, CancellationToken _) => db.Sessions
            .Where(session => session.Id == sessionId && session.UserId == userId && session.RevokedAt == null)
            .Join(db.Users.Where(user => user.IsActive), session => session.UserId, user => user.Id, (_, user) => (UserRole?)user.Role)
            .TagWith(PreparedStatements.Tag).SingleOrDefault()));

    /// <summary>The user's role today, or null when the session has ended; and the versions that stood when that was found.</summary>
    /// <param name="caller">What the token says.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async ValueTask<(UserRole? Role, CallerVersions Versions)> CheckAsync(CurrentUser caller, CancellationToken cancellationToken)
    {
        var read = await versions.ReadAsync(caller);
        var state = read.Sessions is null
            ? await QueryAsync(caller, cancellationToken)
            : states.Read(read) ?? await LoadAsync(caller, read, cancellationToken);
        return (Choices.TryParse<UserRole>(state, out var role) ? role : null, read);
    }

    private async Task<string> LoadAsync(CurrentUser caller, CallerVersions read, CancellationToken cancellationToken)
    {
        var state = await QueryAsync(caller, cancellationToken);
        await redis.TryAsync(database => database.StringSetAsync(read.Keys.State, states.Write(read, state), SessionStates.Lifetime));
        return state;
    }

    private async Task<string> QueryAsync(CurrentUser caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var role = await _role.For(db)(db, caller.SessionId, caller.Id, cancellationToken);
        return role is { } current ? Choices.Name(current) : Ended;
    }
}
