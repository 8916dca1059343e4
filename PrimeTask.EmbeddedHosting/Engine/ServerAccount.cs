namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>
/// The account that PostgreSQL runs as. It refuses to run as root, so root steps down to another one; anybody else
/// runs it as themself.
/// </summary>
internal sealed record ServerAccount(string? Name)
{
    private static readonly string[] _forRoot = ["postgres", "nobody"];

    /// <exception cref="DistributedApplicationException">Root has no account or program to step down with.</exception>
    internal static async Task<ServerAccount> ChooseAsync(string resourceName, string directory, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(Name: null);
        if (Executables.Find("setpriv") is null)
        {
            throw new DistributedApplicationException(
                $"{resourceName}: PostgreSQL does not run as root, and setpriv is not there to change the account. Run the AppHost as an ordinary user, or install util-linux.");
        }

        foreach (var name in _forRoot)
        {
            var (exitCode, _) = await SupervisedProcess.RunAsync(new ProcessSpec("id", ["-u", name]) { WorkingDirectory = directory }, cancellationToken);
            if (exitCode == 0)
                return new ServerAccount(name);
        }

        throw new DistributedApplicationException(
            $"{resourceName}: PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody'. Run the AppHost as an ordinary user.");
    }

    /// <summary>The program as this account, in the same process.</summary>
    internal ProcessSpec Run(ProcessSpec spec) => Name is null
        ? spec
        : spec with { FileName = "setpriv", Arguments = [$"--reuid={Name}", $"--regid={Name}", "--clear-groups", "--", spec.FileName, .. spec.Arguments] };

    /// <summary>Hands a file or folder of ours over to this account.</summary>
    internal async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (Name is not null)
            await ExpectAsync(new ProcessSpec("chown", [Name, path]) { WorkingDirectory = "/" }, cancellationToken);
    }

    private static async Task ExpectAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await SupervisedProcess.RunAsync(spec, cancellationToken);
        if (exitCode != 0)
            throw new DistributedApplicationException($"{spec.FileName} failed: {string.Join(' ', output)}");
    }
}
