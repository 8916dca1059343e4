using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.Tests.Hosting;

public sealed class SupervisedProcessTests
{
    [Fact]
    public async Task RunAsync_ProgramEnds_GivesItsExitCodeAndOutput()
    {
        var (exitCode, output) = await SupervisedProcess.RunAsync(Shell("echo one; echo two >&2; exit 7"), TestContext.Current.CancellationToken);

        Assert.Equal(7, exitCode);
        Assert.Equal(["one", "two"], output.Order());
    }

    [Fact]
    public async Task Id_IsTheProgramsOwn()
    {
        var lines = new List<string>();
        var process = SupervisedProcess.Start(Shell("echo $$"), lines.Add);
        await process.Exit;

        Assert.Equal([$"{process.Id}"], lines);
    }

    [Fact]
    public async Task RequestStop_ProgramHandlesTheSignal_EndsGracefully()
    {
        var started = new TaskCompletionSource();
        var process = SupervisedProcess.Start(
            Shell("trap 'exit 3' USR1; echo ready; while :; do sleep 0.05; done") with { StopSignal = "USR1" },
            _ => started.TrySetResult());
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);

        process.RequestStop();

        Assert.Equal(3, await process.Exit);
    }

    [Fact]
    public async Task RequestStop_ProgramIgnoresTheSignal_IsKilledAfterTheTimeout()
    {
        var started = new TaskCompletionSource();
        var process = SupervisedProcess.Start(
            Shell("trap '' TERM; echo ready; while :; do sleep 0.05; done") with { StopTimeout = TimeSpan.FromSeconds(0.3) },
            _ => started.TrySetResult());
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);

        process.RequestStop();

        Assert.Equal(128 + 9, await process.Exit);
    }

    private static ProcessSpec Shell(string script) => new("sh", ["-c", script]) { WorkingDirectory = "/" };
}
