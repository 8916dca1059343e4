using System.ComponentModel.DataAnnotations;

namespace PrimeTask.ApiService.Jobs;

public sealed class JobOptions : IValidatableObject
{
    public const string Section = "Jobs";

    private static readonly TimeSpan _longestDelay = TimeSpan.FromHours(6);

    /// <summary>How many a worker does at once. Each can hold one of its 16 connections to the database, and what renews the leases needs one too.</summary>
    [Range(1, 12, ErrorMessage = "Jobs:Concurrency must be a number from 1 to 12.")]
    public int Concurrency { get; set; } = 4;

    /// <summary>How often a job is tried before it is set aside: with the other defaults that is after 22 hours.</summary>
    [Range(1, 100, ErrorMessage = "Jobs:MaxAttempts must be a number from 1 to 100.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>After the first attempt that failed. Each further delay is four times as long, up to 6 hours.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without a sign of a worker another one does its jobs.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <param name="attempts">That have failed, from 1.</param>
    /// <returns>How long to wait before the next one.</returns>
    internal TimeSpan DelayAfter(int attempts) => FirstDelay * Math.Min(Math.Pow(4, attempts - 1), _longestDelay / FirstDelay);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FirstDelay <= TimeSpan.Zero || FirstDelay > _longestDelay)
            yield return new("Jobs:FirstDelay must be longer than 0 and at most 06:00:00.");
        if (Lease < TimeSpan.FromSeconds(1) || Lease > TimeSpan.FromHours(1))
            yield return new("Jobs:Lease must be from 00:00:01 to 01:00:00.");
    }
}
