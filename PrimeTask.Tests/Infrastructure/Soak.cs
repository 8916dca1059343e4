namespace PrimeTask.Tests.Infrastructure;

/// <summary>Tests that gain from more of the same have a small form in every run and a large one in <c>bench/soak</c>, which asks for it by a variable and runs those with the trait.</summary>
internal static class Soak
{
    internal const string Trait = "Form";

    internal const string Large = "Soak";

    internal static bool IsOn { get; } = Environment.GetEnvironmentVariable("PRIMETASK_SOAK") == "1";

    internal static T Of<T>(T small, T large) => IsOn ? large : small;
}
