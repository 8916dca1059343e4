using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks.Subtasks;

/// <summary>How many subtasks a task has.</summary>
/// <param name="Total">Of all statuses.</param>
/// <param name="Completed">Of those, completed.</param>
public sealed record SubtaskCounts([property: Example(5)] int Total, [property: Example(2)] int Completed)
{
    public static readonly SubtaskCounts None = new(0, 0);
}
