using System.IdentityModel.Tokens.Jwt;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>Signs in and out, revokes, renames, promotes, deactivates and deletes at random. Changes of one account follow one another.</summary>
internal sealed class AccountWriter(World world, Cluster cluster, Writes writes)
{
    private const int Sessions = 3;
    private const string OtherPassword = ApiUser.Password + "-too";

    /// <summary>The admin who stays one, and the users.</summary>
    public async Task FillAsync(int users)
    {
        var admin = await RegisterAsync();
        await using (var command = cluster.Sql.CreateCommand($"UPDATE users SET role = 'admin' WHERE id = {admin.Id}"))
            await command.ExecuteNonQueryAsync();
        admin.States.Add(admin.States.Latest with { IsAdmin = true }, Clock.Now, Clock.Now);
        // Of the first session Redis may still say that it is a user's.
        admin.Sessions.Clear();
        writes.Operator = await SignInAsync(admin);
        // Nobody ends it, as nobody else knows it.
        admin.Sessions.Clear();
        await SignInAsync(admin);
        for (var user = 0; user < users; user++)
            await RegisterAsync();
    }

    /// <summary>A user whom nobody else uses.</summary>
    public async Task<SessionModel> AddStrangerAsync()
    {
        var user = await RegisterAsync();
        world.Users.TryRemove(user.Id, out _);
        return user.Sessions.Values.Single();
    }

    public Task RemoveAsync(UserModel user) => writes.InsistAsync(new Request(HttpMethod.Delete, $"auth/admin/users/{user.Id}/"), writes.Operator);

    public async Task RunAsync(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var user = world.AnyUser();
            await user.Account.WaitAsync(CancellationToken.None);
            try
            {
                if (!user.IsDoomed)
                    await WriteAsync(user);
            }
            finally
            {
                user.Account.Release();
            }

            await Task.Delay(pause * Random.Shared.NextDouble() * 2, CancellationToken.None);
        }
    }

    private Task WriteAsync(UserModel user)
    {
        if (user.Live() is not { } session || user.Standing().Length < Sessions)
            return SignInAsync(user);
        var isUser = user != writes.Operator.User;
        return Random.Shared.Next(20) switch
        {
            < 6 => RenameAsync(user, session),
            < 9 => ChangeAsync(user, session, new Request(HttpMethod.Post, "auth/logout/", new { refresh = session.Refresh }), 200, [session]),
            < 12 when user.Live() is { } other && other != session =>
                ChangeAsync(user, session, new Request(HttpMethod.Delete, $"auth/sessions/{other.Id}/"), 204, [other]),
            < 14 when isUser => ChangePasswordAsync(user, session),
            < 17 when isUser => ChangeRoleAsync(user),
            < 19 when isUser => SuspendAsync(user),
            19 when isUser => ReplaceAsync(user),
            _ => Task.CompletedTask,
        };
    }

    private async Task<UserModel> RegisterAsync()
    {
        var name = $"u{Guid.NewGuid():N}"[..20];
        var registration = new { email = $"{name}@example.com", username = name, password = ApiUser.Password, password_confirm = ApiUser.Password };
        var reply = await writes.InsistAsync(new Request(HttpMethod.Post, "auth/register/", registration, ("Idempotency-Key", name)), null);
        var (wire, tokens) = Wire.Data<RegisteredWire>(reply.Body);
        var user = new UserModel(wire.Id, wire.Email, ApiUser.Password);
        user.States.Add(new UserState(wire.Username, false), reply.Start, reply.End);
        AddSession(user, tokens.Access, tokens.Refresh, reply);
        return world.Users[user.Id] = user;
    }

    private async Task<SessionModel> SignInAsync(UserModel user)
    {
        var reply = await writes.InsistAsync(SignIn(user, user.Password), null);
        if (reply.Status != 200)
            throw new InvalidOperationException($"Nobody could sign in: {reply.Status} {System.Text.Encoding.UTF8.GetString(reply.Body)}");
        var tokens = Wire.Read<SignedInWire>(reply.Body);
        return AddSession(user, tokens.Access, tokens.Refresh, reply);
    }

    private static Request SignIn(UserModel user, string password) => new(HttpMethod.Post, "auth/login/", new { email = user.Email, password });

    private Task<Reply> RenameAsync(UserModel user, SessionModel session)
    {
        var username = $"n{Guid.NewGuid():N}"[..20];
        return ChangeAsync(user, session, new Request(HttpMethod.Patch, "auth/profile/", new { username }), 200, [], state => state with { Username = username });
    }

    private async Task ChangePasswordAsync(UserModel user, SessionModel session)
    {
        var (old, next) = (user.Password, user.Password == ApiUser.Password ? OtherPassword : ApiUser.Password);
        var request = new Request(HttpMethod.Put, "auth/change-password/", new { old_password = old, new_password = next, new_password_confirm = next });
        var reply = await ChangeAsync(user, session, request, 200, [.. user.Standing().Where(other => other != session)]);
        if (reply.Status == 200 || (reply.IsUnknown && (await writes.InsistAsync(SignIn(user, next), null)).Status == 200))
            user.Password = next;
    }

    private Task<Reply> ChangeRoleAsync(UserModel user)
    {
        var admin = !user.States.Latest.IsAdmin;
        return ChangeAsync(
            user, writes.Operator, new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { role = admin ? "admin" : "user" }), 200, [], state => state with { IsAdmin = admin });
    }

    private async Task SuspendAsync(UserModel user)
    {
        await ChangeAsync(user, writes.Operator, new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { is_active = false }), 200, user.Standing());
        await Task.Delay(Random.Shared.Next(300));
        await writes.InsistAsync(new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { is_active = true }), writes.Operator);
        await SignInAsync(user);
    }

    private async Task ReplaceAsync(UserModel user)
    {
        user.IsDoomed = true;
        while (user.IsWrittenFor)
            await Task.Delay(10);

        await ChangeAsync(
            user, writes.Operator, new Request(HttpMethod.Delete, $"auth/admin/users/{user.Id}/"), 204, user.Standing(), state => state with { Exists = false });
        user.IsDoomed = !user.States.Latest.Exists;
        if (!user.IsDoomed)
            return;
        world.Bury(user);
        await RegisterAsync();
    }

    /// <param name="user">Whose account is changed.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="expected">The status of a success.</param>
    /// <param name="ended">The sessions that a success ends.</param>
    /// <param name="change">What a success makes of the user.</param>
    private async Task<Reply> ChangeAsync(UserModel user, SessionModel by, Request request, int expected, SessionModel[] ended, Func<UserState, UserState>? change = null)
    {
        foreach (var session in ended)
            session.IsDoomed = true;
        var reply = await writes.SendAsync(
            request, by, expected,
            (ticket, reply) => Note(user, change?.Invoke(user.States.Latest) ?? user.States.Latest, ended.Contains, ticket, reply.End),
            async ticket =>
            {
                var state = await writes.ReadUserAsync(user.Id) ?? user.States.Latest with { Exists = false };
                var live = await writes.ReadSessionsAsync(user.Id);
                Note(user, state, session => !live.Contains(session.Id), ticket, await writes.SettleAsync(user.Id));
            });
        // What was to end them may not have happened.
        foreach (var session in ended.Where(session => session.Stands.Latest))
            session.IsDoomed = false;
        return reply;
    }

    private static void Note(UserModel user, UserState state, Func<SessionModel, bool> isEnded, Ticket ticket, long acknowledged)
    {
        if (state != user.States.Latest)
            user.States.Add(state, ticket.Start, acknowledged);
        foreach (var session in user.Standing().Where(isEnded))
            session.Stands.Add(false, ticket.Start, acknowledged);
        foreach (var task in user.Tasks.Values.Where(task => !state.Exists && task.States.Latest is not null))
            task.States.Add(null, ticket.Start, acknowledged);
    }

    /// <summary>The token says which session it belongs to.</summary>
    private static SessionModel AddSession(UserModel user, string access, string refresh, Reply reply)
    {
        var id = long.Parse(new JwtSecurityTokenHandler().ReadJwtToken(access).Claims.Single(claim => claim.Type == "sid").Value, System.Globalization.CultureInfo.InvariantCulture);
        var session = new SessionModel(id, user, access, refresh);
        session.Stands.Add(true, reply.Start, reply.End);
        return user.Sessions[id] = session;
    }
}
