namespace PrimeTask.Tests.Infrastructure;

/// <summary>
/// Some tests have a small form, in every run, and a large one for <c>bench/soak</c>, which sets a variable and runs the tests with the trait.
/// </summary>
internal static class Soak
{
    internal const string Trait = "Form";

    internal const string Large = "Soak";

    internal static bool IsOn { get; } = Environment.GetEnvironmentVariable("PRIMETASK_SOAK") == "1";

    /// <summary>All cases of a table, or only as many of the first.</summary>
    internal static T[] Cases<T>(int small, params T[] all) => IsOn ? all : all[..small];

    internal static T Of<T>(T small, T large) => IsOn ? large : small;
}
