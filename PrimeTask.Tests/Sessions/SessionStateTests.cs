using System.IdentityModel.Tokens.Jwt;
using StackExchange.Redis;

namespace PrimeTask.Tests.Sessions;

/// <summary>Who has the cache's password can write what authorisation reads there, and gains nothing by it.</summary>
public sealed class SessionStateTests(PrimeTaskApp app)
{
    [Fact]
    public async Task State_ForgedInRedis_IsNotBelieved()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var redis = await ConnectAsync();
        var own = await StateAsync(redis, user);
        Assert.Contains("user", own);

        foreach (var forged in new[] { own.Replace("user", "admin", StringComparison.Ordinal), "admin", "admin|99999999999", "admin|x|y", "|", "" })
            await MustStayUserAsync(redis, user, forged);
    }

    [Fact]
    public async Task State_OfAnAdminPutAtAUsersKey_IsNotBelieved()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        await using var redis = await ConnectAsync();
        var state = await StateAsync(redis, admin);
        Assert.Contains("admin", state);

        await MustStayUserAsync(redis, user, state);
    }

    [Fact]
    public async Task State_FromBeforeADemotion_IsNotBelieved()
    {
        using var first = await ApiUser.SignInAdminAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{other.Id}/", new { role = "admin" });
        await other.LoginAsync();
        await using var redis = await ConnectAsync();
        var state = await StateAsync(redis, other);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("auth/admin/users/")).Status);

        await first.SendAsync(HttpMethod.Patch, $"auth/admin/users/{other.Id}/", new { role = "user" });
        await redis.GetDatabase().StringSetAsync(KeyOf(other), state);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("auth/admin/users/")).Status);
    }

    /// <summary>What the replicas have written once they trust Redis, which they do some seconds after they have started.</summary>
    private static async Task<string> StateAsync(ConnectionMultiplexer redis, ApiUser user)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
            if (await redis.GetDatabase().StringGetAsync(KeyOf(user)) is { IsNull: false } state)
                return state.ToString();
            await Task.Delay(100);
        }

        throw new TimeoutException("No replica keeps the session's state in Redis.");
    }

    private static async Task MustStayUserAsync(ConnectionMultiplexer redis, ApiUser user, RedisValue state)
    {
        await redis.GetDatabase().StringSetAsync(KeyOf(user), state);
        (await user.GetAsync("auth/admin/users/")).MustFail(HttpStatusCode.Forbidden, "Permission denied");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
    }

    private static string KeyOf(ApiUser user) => $"primetask:session:{new JwtSecurityTokenHandler().ReadJwtToken(user.Access).Claims.Single(claim => claim.Type == "sid").Value}";

    private async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync(await app.ConnectionAsync("cache"));
}
