namespace PrimeTask.Tests.Caching.Check;

/// <summary>
/// Kills a replica exactly between the commit of a write and its invalidation: the proxy holds each version that the replica sends, the check looks
/// whether the write is in the database by then, and if it is the replica dies before the version arrives.
/// </summary>
internal sealed class KillBetween(World world, Writes writes, TaskWriter tasks, Disturbances disturbances)
{
    /// <summary>A replica that does not trust Redis at the moment sends no versions.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(4);

    /// <summary>How often it was caught at that very moment.</summary>
    public int Kills { get; private set; }

    public async Task RunAsync(Replica victim)
    {
        var user = World.Any([.. world.Users.Values.Where(user => !user.IsDoomed && user != writes.Operator.User)]);
        using var disturbance = disturbances.Begin("API killed between commit and invalidation", victim, true);
        var title = tasks.Title();
        var caught = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        victim.Redis.Trap = async command =>
        {
            if (caught.Task.IsCompleted || (IsOf(user, command) && (await writes.ReadTasksAsync([], [title])).Count > 0))
            {
                caught.TrySetResult();
                // Held for good: the version never arrives.
                await dead.Task;
                throw new IOException("The replica died.");
            }
        };
        var write = user.WriteAsync(session => tasks.CreateAsync(session, title, victim));
        if (await Task.WhenAny(caught.Task, Task.Delay(_timeout)) == caught.Task)
        {
            // Time for others to read while the write is committed and nobody was told.
            await Task.Delay(Random.Shared.Next(80));
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
        command.Text(1).Split(':') is ["primetask", _, var id] && id == user.Id.ToString(CultureInfo.InvariantCulture);
}
