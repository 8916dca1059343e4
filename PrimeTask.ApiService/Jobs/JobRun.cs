using System.Text.Json;

namespace PrimeTask.ApiService.Jobs;

/// <summary>One attempt at a job.</summary>
public sealed class JobRun
{
    private readonly string _arguments;

    /// <param name="job">As it was taken.</param>
    /// <param name="every">Of its kind.</param>
    internal JobRun(Job job, TimeSpan? every)
    {
        (Id, _arguments, Every) = (job.Id, job.Arguments, every);
        Lease = job.Lease ?? throw new ArgumentException("It was not taken.", nameof(job));
    }

    public long Id { get; }

    internal Guid Lease { get; }

    internal TimeSpan? Every { get; }

    /// <summary>What it was enqueued with.</summary>
    /// <exception cref="JsonException">It was enqueued with something else.</exception>
    public T Arguments<T>() => JsonSerializer.Deserialize<T>(_arguments) ?? throw new JsonException($"Job {Id} has no arguments.");
}
