using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

/// <summary>
/// Knows for every request whether its session still stands, without asking the database each time. The answer lies in Redis under a version that every
/// change of the user's sessions, role or state replaces (see <see cref="CacheVersions"/>): a revocation is known to all replicas when it is acknowledged.
/// Without Redis the database answers, and memory for less than a second.
/// </summary>
public sealed class SessionGuard(RedisGate redis, CacheVersions versions, IServiceScopeFactory scopes) : IDisposable
{
    private const string Ended = "ended";

    /// <summary>A revocation must be known everywhere within a second.</summary>
    private static readonly TimeSpan _memoryLifetime = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan _redisLifetime = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>The user's role today, or null when the session has ended.</summary>
    public async Task<UserRole?> FindRoleAsync(long userId, long sessionId, CancellationToken cancellationToken)
    {
        var state = await FindStateAsync(userId, sessionId, cancellationToken);
        return Choices.TryParse<UserRole>(state, out var role) ? role : null;
    }

    public void Dispose() => _memory.Dispose();

    private async Task<string> FindStateAsync(long userId, long sessionId, CancellationToken cancellationToken)
    {
        var version = await versions.ReadAsync(CacheVersions.SessionsOf(userId));
        if (version is null)
        {
            return await _memory.GetOrCreateAsync((userId, sessionId), entry =>
            {
                entry.SetSize(1).SetAbsoluteExpiration(_memoryLifetime);
                return LoadAsync(userId, sessionId, cancellationToken);
            }) ?? Ended;
        }

        var key = $"primetask:session:{sessionId.ToString(CultureInfo.InvariantCulture)}:{version}";
        string? known = await redis.TryAsync(database => database.StringGetAsync(key));
        if (known is not null)
            return known;

        var state = await LoadAsync(userId, sessionId, cancellationToken);
        await redis.TryAsync(database => database.StringSetAsync(key, state, _redisLifetime));
        return state;
    }

    private async Task<string> LoadAsync(long userId, long sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var role = await db.Sessions
            .Where(session => session.Id == sessionId && session.UserId == userId && session.RevokedAt == null)
            .Join(db.Users.Where(user => user.IsActive), session => session.UserId, user => user.Id, (_, user) => (UserRole?)user.Role)
            .SingleOrDefaultAsync(cancellationToken);
        return role is { } current ? Choices.Name(current) : Ended;
    }
}
