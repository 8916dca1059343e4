using System.Text.Json;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>Signs in and out, revokes, renames, promotes, deactivates and deletes at random. Changes of one account follow one another.</summary>
public sealed class AccountWriter(World world, Cluster cluster, Writes writes)
{
    private const int Sessions = 3;

    private int _number;

    /// <summary>The admin who stays one, and the users.</summary>
    public async Task FillAsync(int users)
    {
        var signedIn = await writes.InsistAsync(new Request(HttpMethod.Post, "auth/login/", new { email = Cluster.AdminEmail, password = Cluster.Password }), null);
        var tokens = JsonSerializer.Deserialize<SignedInWire>(signedIn.Body, Wire.Options)!;
        var admin = new UserModel(tokens.User.Id, Cluster.AdminEmail, Cluster.Password);
        admin.States.Add(new UserState(tokens.User.Username, true), signedIn.Start, signedIn.End);
        writes.Operator = new SessionModel(SessionId(tokens.Access), admin, tokens.Access, tokens.Refresh);
        writes.Operator.States.Add(true, signedIn.Start, signedIn.End);
        await SignInAsync(admin);
        world.Users[admin.Id] = admin;
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

    public async Task RunAsync(Random random, TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var users = world.Users.Values.ToArray();
            await WriteAsync(users[random.Next(users.Length)], random);
            await Task.Delay(pause * random.NextDouble() * 2, CancellationToken.None);
        }
    }

    private async Task WriteAsync(UserModel user, Random random)
    {
        await user.Account.WaitAsync();
        try
        {
            if (user.IsDoomed)
                return;
            if (user.Live(random) is not { } session || user.Sessions.Values.Count(live => live.States.Latest) < Sessions)
            {
                await SignInAsync(user);
                return;
            }

            var chief = user == writes.Operator.User;
            await (random.Next(20) switch
            {
                < 6 => RenameAsync(user, session, random),
                < 9 => EndAsync(user, session, session, new Request(HttpMethod.Post, "auth/logout/", new { refresh = session.Refresh }), 200, random),
                < 12 when user.Live(random) is { } other && other != session =>
                    EndAsync(user, session, other, new Request(HttpMethod.Delete, $"auth/sessions/{other.Id}/"), 204, random),
                < 14 when !chief => ChangePasswordAsync(user, session, random),
                < 17 when !chief => ChangeRoleAsync(user, random),
                < 19 when !chief => SuspendAsync(user, random),
                19 when !chief => ReplaceAsync(user, random),
                _ => Task.CompletedTask,
            });
        }
        finally
        {
            user.Account.Release();
        }
    }

    private async Task<UserModel> RegisterAsync()
    {
        var name = $"u{Interlocked.Increment(ref _number)}x{Guid.NewGuid():N}"[..20];
        var request = new Request(
            HttpMethod.Post, "auth/register/",
            new { email = $"{name}@example.com", username = name, password = Cluster.Password, password_confirm = Cluster.Password },
            ("Idempotency-Key", name));
        var reply = await writes.InsistAsync(request, null);
        if (reply.Status != 201)
            throw new InvalidOperationException($"Nobody could be registered: {reply.Status} {System.Text.Encoding.UTF8.GetString(reply.Body)}");

        var (wire, tokens) = Wire.Data<RegisteredWire>(reply.Body);
        var user = new UserModel(wire.Id, wire.Email, Cluster.Password);
        user.States.Add(new UserState(wire.Username, false), reply.Start, reply.End);
        AddSession(user, tokens.Access, tokens.Refresh, reply);
        world.Users[user.Id] = user;
        return user;
    }

    private async Task SignInAsync(UserModel user)
    {
        var reply = await writes.InsistAsync(new Request(HttpMethod.Post, "auth/login/", new { email = user.Email, password = user.Password }), null);
        if (reply.Status == 200)
        {
            var tokens = JsonSerializer.Deserialize<SignedInWire>(reply.Body, Wire.Options)!;
            AddSession(user, tokens.Access, tokens.Refresh, reply);
        }
        else if (reply.Status != 429)
        {
            throw new InvalidOperationException($"Nobody could sign in: {reply.Status} {System.Text.Encoding.UTF8.GetString(reply.Body)}");
        }
    }

    private Task<Reply> RenameAsync(UserModel user, SessionModel session, Random random) => ChangeAsync(
        user, session, new Request(HttpMethod.Patch, "auth/profile/", new { username = $"n{Guid.NewGuid():N}"[..20] }), 200, random,
        (ticket, reply) => user.States.Add(user.States.Latest with { Username = Wire.Data<UserWire>(reply.Body).Username }, ticket.Start, reply.End));

    private async Task EndAsync(UserModel user, SessionModel by, SessionModel ended, Request request, int expected, Random random)
    {
        ended.IsDoomed = true;
        await ChangeAsync(user, by, request, expected, random, (ticket, reply) => ended.States.Add(false, ticket.Start, reply.End));
        Spare([ended]);
    }

    private async Task ChangePasswordAsync(UserModel user, SessionModel session, Random random)
    {
        var old = user.Password;
        var next = old == Cluster.Password ? Cluster.Password + "-too" : Cluster.Password;
        var others = user.Sessions.Values.Where(other => other != session && other.States.Latest).ToArray();
        foreach (var other in others)
            other.IsDoomed = true;
        var request = new Request(HttpMethod.Put, "auth/change-password/", new { old_password = old, new_password = next, new_password_confirm = next });
        var changed = await ChangeAsync(user, session, request, 200, random, (ticket, reply) =>
        {
            foreach (var other in others)
                other.States.Add(false, ticket.Start, reply.End);
        });
        if (changed is { Status: 200 })
            user.Password = next;
        else if (Writes.IsUnknown(changed))
            user.Password = others.Length > 0 && !others[0].States.Latest ? next : await WhichAsync(user, old, next);
        Spare(others);
    }

    private Task<Reply> ChangeRoleAsync(UserModel user, Random random)
    {
        var admin = !user.States.Latest.IsAdmin;
        return ChangeAsync(
            user, writes.Operator, new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { role = admin ? "admin" : "user" }), 200, random,
            (ticket, reply) => user.States.Add(user.States.Latest with { IsAdmin = admin }, ticket.Start, reply.End));
    }

    private async Task SuspendAsync(UserModel user, Random random)
    {
        var ended = Doom(user);
        await ChangeAsync(
            user, writes.Operator, new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { is_active = false }), 200, random,
            (ticket, reply) => End(ended, ticket, reply.End));
        Spare(ended);
        await Task.Delay(random.Next(300));
        var back = await writes.InsistAsync(new Request(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { is_active = true }), writes.Operator);
        if (back.Status == 200)
            await SignInAsync(user);
    }

    private async Task ReplaceAsync(UserModel user, Random random)
    {
        user.IsDoomed = true;
        while (user.Writers > 0)
            await Task.Delay(10);

        var ended = Doom(user);
        var tasks = user.Tasks.Values.ToArray();
        var deleted = await ChangeAsync(user, writes.Operator, new Request(HttpMethod.Delete, $"auth/admin/users/{user.Id}/"), 204, random, (ticket, reply) =>
        {
            End(ended, ticket, reply.End);
            user.States.Add(user.States.Latest with { Exists = false }, ticket.Start, reply.End);
            foreach (var task in tasks.Where(task => task.States.Latest is not null))
                task.States.Add(null, ticket.Start, reply.End);
        });
        if (user.States.Latest.Exists && Writes.IsUnknown(deleted))
        {
            user.IsDoomed = false;
            Spare(ended);
            return;
        }

        world.Bury(user);
        await RegisterAsync();
    }

    /// <summary>What was to end them did not happen.</summary>
    private static void Spare(SessionModel[] sessions)
    {
        foreach (var session in sessions.Where(session => session.States.Latest))
            session.IsDoomed = false;
    }

    private static SessionModel[] Doom(UserModel user)
    {
        var standing = user.Sessions.Values.Where(session => session.States.Latest).ToArray();
        foreach (var session in standing)
            session.IsDoomed = true;
        return standing;
    }

    private static void End(SessionModel[] sessions, Ticket ticket, long acknowledged)
    {
        foreach (var session in sessions)
            session.States.Add(false, ticket.Start, acknowledged);
    }

    private async Task<Reply> ChangeAsync(UserModel user, SessionModel by, Request request, int expected, Random random, Action<Ticket, Reply> note)
    {
        Reply? reply = null;
        await writes.RunAsync(async ticket =>
        {
            var replica = cluster.Pick(random);
            var name = replica.ApplicationName;
            reply = await writes.SendAsync(replica, request, by, expected, () => false);
            if (Writes.IsUnknown(reply))
                await ResolveAsync(user, ticket, name);
            else if (reply.Status == expected)
                note(ticket, reply);
        });
        return reply!;
    }

    /// <summary>The answer was lost: the database tells what the account is now.</summary>
    private async Task ResolveAsync(UserModel user, Ticket ticket, string applicationName)
    {
        await writes.Truth.WaitUntilStillAsync(applicationName);
        var state = await writes.Truth.UserAsync(user.Id) ?? user.States.Latest with { Exists = false };
        var live = await writes.Truth.LiveSessionsAsync(user.Id);
        var settled = await writes.SettleAsync(user.Id);
        if (state != user.States.Latest)
            user.States.Add(state, ticket.Start, settled);
        foreach (var session in user.Sessions.Values.Where(session => session.States.Latest && !live.Contains(session.Id)))
            session.States.Add(false, ticket.Start, settled);
        if (state.Exists)
            return;
        foreach (var task in user.Tasks.Values.Where(task => task.States.Latest is not null))
            task.States.Add(null, ticket.Start, settled);
    }

    private async Task<string> WhichAsync(UserModel user, params string[] passwords)
    {
        foreach (var password in passwords)
        {
            if ((await writes.InsistAsync(new Request(HttpMethod.Post, "auth/login/", new { email = user.Email, password }), null)).Status == 200)
                return password;
        }

        throw new InvalidOperationException("Neither the old nor the new password is right.");
    }

    private static void AddSession(UserModel user, string access, string refresh, Reply reply)
    {
        var session = new SessionModel(SessionId(access), user, access, refresh);
        session.States.Add(true, reply.Start, reply.End);
        user.Sessions[session.Id] = session;
    }

    /// <summary>The token says which session it belongs to.</summary>
    private static long SessionId(string access)
    {
        var payload = System.Buffers.Text.Base64Url.DecodeFromChars(access.Split('.')[1]);
        var id = JsonDocument.Parse(payload).RootElement.GetProperty("sid");
        return id.ValueKind == JsonValueKind.Number ? id.GetInt64() : long.Parse(id.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
