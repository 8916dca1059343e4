using System.Text.Json;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Jobs;

/// <summary>One attempt at a job.</summary>
public sealed class JobRun
{
    private readonly string _arguments;

    /// <param name="job">As it was taken.</param>
    /// <param name="every">Of its kind.</param>
    internal JobRun(Job job, TimeSpan? every)
    {
        (Id, Attempt, _arguments) = (job.Id, job.Attempts, job.Arguments);
        Every = every;
        Lease = job.Lease ?? throw new ArgumentException("It was not taken.", nameof(job));
    }

    public long Id { get; }

    /// <summary>From 1.</summary>
    public int Attempt { get; }

    internal Guid Lease { get; }

    internal TimeSpan? Every { get; }

    /// <summary>Whether its end was part of a transaction of the job's.</summary>
    internal bool IsFinished { get; private set; }

    /// <summary>What it was enqueued with.</summary>
    /// <exception cref="JsonException">It was enqueued with something else.</exception>
    public T Arguments<T>() => JsonSerializer.Deserialize<T>(_arguments) ?? throw new JsonException($"Job {Id} has no arguments.");

    /// <summary>
    /// Makes the end of the job part of the caller's transaction: both are committed or neither. Without this call the worker ends the job after it, and a
    /// worker that is killed in between does it again.
    /// </summary>
    /// <exception cref="JobLostException">Another worker has taken the job, because this one was not heard of for a while: nothing may be committed.</exception>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task FinishAsync(PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException($"Finish a job inside {nameof(Database.InTransactionAsync)}.");
        if (!await db.FinishAsync(this, cancellationToken))
            throw new JobLostException(Id);
        IsFinished = true;
    }
}

/// <summary>Another worker has taken the job.</summary>
public sealed class JobLostException(long id) : Exception($"Job {id} was taken by another worker.");
