namespace PrimeTask.Tests.Infrastructure;

/// <summary>For tests of time, during which nothing else runs: among all the other tests, time says nothing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
