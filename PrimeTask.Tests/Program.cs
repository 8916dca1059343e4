using PrimeTask.Tests.Jobs;
using Xunit.MicrosoftTestingPlatform;

namespace PrimeTask.Tests;

/// <summary>The tests, or what they start: a worker with jobs of theirs.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [TestWorker.Command] ? TestWorker.RunAsync() : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
