namespace PrimeTask.Bench;

/// <summary>What a database is filled with.</summary>
/// <param name="Tasks">In all.</param>
/// <param name="Users">Who own them, besides the three below.</param>
/// <param name="LargeShare">The part of all tasks that one user owns: <see cref="Large"/>.</param>
/// <param name="Few">Tasks of a user who has the same number in every database: <see cref="Steady"/>.</param>
public sealed record FillOptions(long Tasks, int Users, double LargeShare, int Few)
{
    public const string Large = "large";
    public const string Steady = "steady";
    public const string Admin = "overseer";
    public const string Password = "a-rusty-Harbour-77";

    /// <summary>In few titles, and in the same number of them in every database.</summary>
    public const string RareWord = "zephyr";

    /// <summary>In every third title.</summary>
    public const string CommonWord = "report";

    /// <summary>How many tasks hold <see cref="RareWord"/>: of each named user, and of the others together.</summary>
    public const int Rare = 5;

    public static FillOptions Of(long tasks) => new(tasks, (int)Math.Clamp(tasks / 100, 10, 100_000), 0.01, 200);
}
