using Aspire.Hosting;
using CliWrap;

namespace PrimeTask.Hosting;

/// <summary>The account that PostgreSQL runs as: one's own, but never root, which it refuses; root steps down to another one.</summary>
/// <param name="Name">Null for one's own account.</param>
/// <param name="StepDown">What stands before a command line, to run it as that account in the same process.</param>
internal sealed record ServerAccount(string? Name, params string[] StepDown)
{
    // capabilities(7): search folders and read files whatever their permissions say. A folder below one that only root may enter, /root for example, is out
    // of the account's reach, and opening its parents would be none of our business: the server may pass through instead, and only then.
    private static readonly string[] _passThrough = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];

    private static readonly string[] _names = ["postgres", "nobody"];

    /// <exception cref="DistributedApplicationException">Root has no account or program to step down with.</exception>
    internal static async Task<ServerAccount> ChooseAsync(string resourceName, string directory, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(Name: null);
        var candidates = from name in _names
                         from capabilities in new[] { [], _passThrough }
                         select new ServerAccount(name, ["setpriv", $"--reuid={name}", $"--regid={name}", "--clear-groups", .. capabilities, "--"]);
        foreach (var candidate in PostgresPrograms.OnPath("setpriv") is null ? [] : candidates)
        {
            // Not test(1): access(2), which it asks, leaves such rights out of account.
            var test = candidate.Run("sh", "-c", "cd \"$1\"", "sh", directory);
            if ((await Cli.Wrap(test[0]).WithArguments(test[1..]).WithWorkingDirectory("/").WithValidation(CommandResultValidation.None).ExecuteAsync(cancellationToken)).IsSuccess)
                return candidate;
        }

        throw new DistributedApplicationException(
            $"{resourceName}: PostgreSQL does not run as root, and no account 'postgres' or 'nobody' could be changed to (with setpriv of util-linux) that reaches {directory}. "
            + "Run the AppHost as an ordinary user.");
    }

    internal string[] Run(string program, params IEnumerable<string> arguments) => [.. StepDown, program, .. arguments];

    /// <summary>Hands a file or folder of ours over to this account.</summary>
    internal async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (Name is not null)
            await Cli.Wrap("chown").WithArguments([Name, path]).ExecuteAsync(cancellationToken);
    }
}
