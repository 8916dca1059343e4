using System.IdentityModel.Tokens.Jwt;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Sessions;

namespace PrimeTask.Tests.Sessions;

/// <summary>In the middle of a rotation one replica signs with the old key and another with the new one, and nobody notices which of them responds.</summary>
public sealed class KeyRotationTests(KeyRotationTests.Replicas replicas) : IClassFixture<KeyRotationTests.Replicas>
{
    private static readonly string _old = RandomNumberGenerator.GetHexString(64);
    private static readonly string _new = RandomNumberGenerator.GetHexString(64);

    [Fact]
    public async Task Tokens_OfEitherKey_AreAcceptedByBoth()
    {
        foreach (var (signer, other) in new[] { (replicas.Before, replicas.After), (replicas.After, replicas.Before) })
        {
            using var user = await signer.RegisterAsync();
            using var there = other.Anonymous();
            there.Use(user.Access, user.Refresh);

            Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("auth/profile/")).Status);
            var refreshed = await there.PostAsync("auth/refresh/", new { refresh = user.Refresh });
            Assert.Equal(HttpStatusCode.OK, refreshed.Status);
            Assert.NotEqual(KeyIdOf(user.Access), KeyIdOf((string)refreshed.Body!["access"]!));
            user.Use((string)refreshed.Body["access"]!, (string)refreshed.Body["refresh"]!);
            Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/logout/", new { refresh = user.Refresh })).Status);
        }
    }

    [Fact]
    public async Task Tokens_WithoutKeyId_AreAccepted()
    {
        using var user = await replicas.Before.RegisterAsync();
        foreach (var (secret, expected) in new[] { (_old, HttpStatusCode.OK), (_new, HttpStatusCode.OK), (RandomNumberGenerator.GetHexString(64), HttpStatusCode.Unauthorized) })
        {
            var token = new JwtSecurityTokenHandler().ReadJwtToken(user.Access);
            var credentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), SecurityAlgorithms.HmacSha256);
            var unnamed = new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(new JwtHeader(credentials), token.Payload));
            Assert.Null(KeyIdOf(unnamed));

            foreach (var replica in new[] { replicas.Before, replicas.After })
            {
                using var caller = replica.Anonymous();
                caller.Use(unnamed, "");
                Assert.Equal(expected, (await caller.GetAsync("auth/profile/")).Status);
            }
        }
    }

    [Fact]
    public async Task Tokens_OfAKeyThatIsGone_AreRefused()
    {
        using var user = await replicas.Before.RegisterAsync();
        await using var done = await ServiceProcess.StartApiAsync([.. replicas.Settings, ("Jwt__SigningKey", _new)]);
        using var there = done.Anonymous();
        there.Use(user.Access, user.Refresh);

        (await there.GetAsync("auth/profile/")).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        (await there.PostAsync("auth/refresh/", new { refresh = user.Refresh })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }

    [Fact]
    public async Task Refresh_AgainAtTheOtherReplica_GivesTheVerySameTokens()
    {
        using var user = await replicas.Before.RegisterAsync();
        using var there = replicas.After.Anonymous();
        var (body, key) = (new { refresh = user.Refresh }, ("Idempotency-Key", Guid.NewGuid().ToString()));

        var first = await user.PostAsync("auth/refresh/", body, key);
        var again = await there.PostAsync("auth/refresh/", body, key);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await there.PostAsync("auth/refresh/", new { refresh = (string)again.Body["refresh"]! })).Status);
    }

    [Fact]
    public async Task Write_AgainAtTheOtherReplica_IsDoneOnce()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var here = replicas.Before.Anonymous();
        using var there = replicas.After.Anonymous();
        var registration = here.Registration();

        var registered = await here.PostAsync("auth/register/", registration, key);
        var registeredAgain = await there.PostAsync("auth/register/", registration, key);
        Assert.Equal(HttpStatusCode.Created, registered.Status);
        Assert.Equal(registered.Data["tokens"]!.ToJsonString(), registeredAgain.Data["tokens"]!.ToJsonString());

        var tokens = registered.Data["tokens"]!;
        here.Use((string)tokens["access"]!, (string)tokens["refresh"]!);
        there.Use((string)tokens["access"]!, (string)tokens["refresh"]!);
        var created = await here.PostAsync("tasks/", new { title = "Once" }, key);
        var createdAgain = await there.PostAsync("tasks/", new { title = "Once" }, key);
        Assert.Equal(HttpStatusCode.Created, createdAgain.Status);
        Assert.Equal((long)created.Data["id"]!, (long)createdAgain.Data["id"]!);
        (await there.PostAsync("tasks/", new { title = "Twice" }, key)).MustFail(HttpStatusCode.UnprocessableEntity, "Idempotency key already used");
    }

    [Fact]
    public void SessionState_OfEitherKey_IsBelievedByBoth_AndByNobodyWithoutIt()
    {
        var read = new CallerVersions(new CurrentUser(1, UserRole.User, 2), new CallerKeys("sessions", "tasks", "state"), "version", null, null);
        SessionStates[] both = [States(_old, _new), States(_new, _old)];

        foreach (var writer in both)
        {
            var written = read with { State = writer.Write(read, "user") };
            Assert.All(both, reader => Assert.Equal("user", reader.Read(written)));
            Assert.Null(States(RandomNumberGenerator.GetHexString(64)).Read(written));
        }
    }

    private static SessionStates States(string signing, params string[] accepted) =>
        new(Options.Create(new JwtOptions { SigningKey = signing, AcceptedKeys = accepted }), TimeProvider.System);

    private static string? KeyIdOf(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Header.Kid;

    /// <summary>The first signs with the old key still, the second with the new one already.</summary>
    public sealed class Replicas(PrimeTaskApp app) : IAsyncLifetime
    {
        internal (string, string)[] Settings { get; private set; } = [];

        internal ServiceProcess Before { get; private set; } = null!;

        internal ServiceProcess After { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Settings = [.. await app.SettingsAsync(), ("RateLimiting__Enabled", "false")];
            Before = await ServiceProcess.StartApiAsync([.. Settings, ("Jwt__SigningKey", _old), ("Jwt__AcceptedKeys__0", _new)]);
            After = await ServiceProcess.StartApiAsync([.. Settings, ("Jwt__SigningKey", _new), ("Jwt__AcceptedKeys__0", _old)]);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var replica in new[] { Before, After }.Where(replica => replica is not null))
                await replica.DisposeAsync();
        }
    }
}
