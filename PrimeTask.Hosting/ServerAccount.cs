using Aspire.Hosting;
using CliWrap;
using CliWrap.Buffered;

namespace PrimeTask.Hosting;

/// <summary>
/// The account that PostgreSQL runs as. It refuses to run as root, so root steps down to another one; anybody else
/// runs it as themself.
/// </summary>
/// <param name="Name">Null for one's own account.</param>
/// <param name="PassesThrough">Whether it needs the right to pass through folders that are closed to it.</param>
internal sealed record ServerAccount(string? Name, bool PassesThrough = false)
{
    // capabilities(7): search folders and read files whatever their permissions say.
    private static readonly string[] _passThrough = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];

    private static readonly string[] _forRoot = ["postgres", "nobody"];

    /// <exception cref="DistributedApplicationException">Root has no account or program to step down with.</exception>
    internal static async Task<ServerAccount> ChooseAsync(string resourceName, string directory, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(Name: null);
        if (PostgresPrograms.OnPath("setpriv") is null)
        {
            throw new DistributedApplicationException(
                $"{resourceName}: PostgreSQL does not run as root, and setpriv is not there to change the account. Run the AppHost as an ordinary user, or install util-linux.");
        }

        foreach (var name in _forRoot)
        {
            if (await SucceedsAsync(Cli.Wrap("id").WithArguments(["-u", name]), cancellationToken))
                return await ReachingAsync(new ServerAccount(name), resourceName, directory, cancellationToken);
        }

        throw new DistributedApplicationException(
            $"{resourceName}: PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody'. Run the AppHost as an ordinary user.");
    }

    /// <summary>The command line that runs the program as this account, in the same process.</summary>
    internal string[] Run(string program, params IEnumerable<string> arguments) => Name is null
        ? [program, .. arguments]
        : ["setpriv", $"--reuid={Name}", $"--regid={Name}", "--clear-groups", .. PassesThrough ? _passThrough : [], "--", program, .. arguments];

    /// <summary>Hands a file or folder of ours over to this account.</summary>
    internal async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (Name is not null)
            await Cli.Wrap("chown").WithArguments([Name, path]).ExecuteBufferedAsync(cancellationToken);
    }

    // A folder below one that only root may enter, /root for example, is out of the account's reach, and opening its
    // parents would be none of our business: the server gets the right to pass through instead, and only then.
    private static async Task<ServerAccount> ReachingAsync(ServerAccount account, string resourceName, string directory, CancellationToken cancellationToken)
    {
        foreach (var candidate in (ServerAccount[])[account, account with { PassesThrough = true }])
        {
            // Not test(1): access(2), which it asks, leaves such rights out of account.
            var test = candidate.Run("sh", "-c", "cd \"$1\"", "sh", directory);
            if (await SucceedsAsync(Cli.Wrap(test[0]).WithArguments(test[1..]).WithWorkingDirectory("/"), cancellationToken))
                return candidate;
        }

        throw new DistributedApplicationException(
            $"{resourceName}: the account '{account.Name}', which PostgreSQL runs as because root may not, cannot reach the data directory {directory}. "
            + "Choose one whose parent folders everybody may pass through, with --DataDirectory=….");
    }

    private static async Task<bool> SucceedsAsync(Command command, CancellationToken cancellationToken) =>
        (await command.WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken)).IsSuccess;
}
