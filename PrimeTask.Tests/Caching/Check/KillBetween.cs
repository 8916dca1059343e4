using PrimeTask.CacheCheck.Load;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Faults;

/// <summary>
/// Kills a replica exactly between the commit of a write and its invalidation: the proxy holds each version that the replica sends, the checker looks
/// whether the write is in the database by then, and if it is the replica dies before the version arrives.
/// </summary>
public sealed class KillBetween(World world, Writes writes, TaskWriter tasks, Disturbances disturbances)
{
    /// <summary>A replica that does not trust Redis at the moment sends no versions.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(4);

    /// <summary>How often it was caught at that very moment.</summary>
    public int Kills { get; private set; }

    public async Task RunAsync(Replica victim, Random random)
    {
        var users = world.Users.Values.Where(user => !user.IsDoomed && user != writes.Operator.User).ToArray();
        var user = users[random.Next(users.Length)];
        if (user.Live(random) is not { } session)
            return;

        using var disturbance = disturbances.Begin("API killed between commit and invalidation", victim, true);
        var title = tasks.Title(random);
        var caught = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        victim.Redis.Trap = async command =>
        {
            if (caught.Task.IsCompleted || (IsOf(user, command) && await IsCommittedAsync(title)))
            {
                caught.TrySetResult();
                // Held for good: the version never arrives.
                await dead.Task;
                throw new IOException("The replica died.");
            }
        };
        var write = CreateAsync(user, session, title, random, victim);
        if (await Task.WhenAny(caught.Task, Task.Delay(_timeout)) == caught.Task)
        {
            // Time for others to read while the write is committed and nobody was told.
            await Task.Delay(random.Next(80));
            Kills++;
            await victim.KillAsync();
        }

        victim.Redis.Trap = null;
        dead.TrySetResult();
        if (!victim.IsUp)
            await victim.StartAsync();
        await write;
    }

    private static bool IsOf(UserModel user, RespCommand command) =>
        Enumerable.Range(1, command.Parts.Count - 1).Any(part => command.Text(part).StartsWith("primetask:", StringComparison.Ordinal)
            && command.Text(part).Split(':').Contains(user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private async Task CreateAsync(UserModel user, SessionModel session, string title, Random random, Replica victim)
    {
        user.Enter();
        try
        {
            await tasks.CreateAsync(session, random, title, victim);
        }
        finally
        {
            user.Leave();
        }
    }

    private async Task<bool> IsCommittedAsync(string title) => (await writes.Truth.TasksAsync([], [title])).Count > 0;
}
