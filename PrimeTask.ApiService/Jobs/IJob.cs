namespace PrimeTask.ApiService.Jobs;

/// <summary>
/// What does the jobs of one kind; a class a kind, which <c>AddJob</c> registers. It may run more than once, also beside a worker that was not heard of for a while:
/// what must not be done twice is made so that a second time changes nothing.
/// </summary>
public interface IJob
{
    /// <summary>What the database calls it. It stays when the class gets another name.</summary>
    static abstract string Kind { get; }

    /// <summary>How long after it was done it is due again; null for jobs that somebody asks for.</summary>
    static virtual TimeSpan? Every => null;

    /// <summary>Throws when it can't be done now; it is then tried again later.</summary>
    /// <param name="run">What is to be done.</param>
    /// <param name="cancellationToken">The worker ends, or another one has taken the job.</param>
    Task RunAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>After its last attempt has failed, in the transaction that sets the job aside.</summary>
    /// <param name="run">The last attempt.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    Task SetAsideAsync(JobRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <param name="Name">Of the kind.</param>
/// <param name="Type">What does it.</param>
/// <param name="Every">Null for jobs that somebody asks for.</param>
internal sealed record JobKind(string Name, Type Type, TimeSpan? Every);
