using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PrimeTask.AppHost;

namespace PrimeTask.Tests.Hosting;

/// <summary>The policy on an app model of its own, with small programs.</summary>
public sealed class RestartPolicyTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Process_Killed_IsStartedAgainOnce()
    {
        await using var app = await StartAsync("exec sleep 600");
        var first = await RunningAsync(app, _ => true);

        LaunchedProcess.Signal(first, "KILL");
        var second = await RunningAsync(app, id => id != first);

        // One start for one crash: a second one would have replaced the process by now.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Equal(second, await RunningAsync(app, _ => true));
    }

    [Fact]
    public async Task Process_StoppedByAPerson_StaysStopped()
    {
        await using var app = await StartAsync("exec sleep 600");
        var id = await RunningAsync(app, _ => true);

        await app.ResourceCommands.ExecuteCommandAsync("program", KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken);
        await app.ResourceNotifications
            .WaitForResourceAsync("program", KnownResourceStates.TerminalStates, TestContext.Current.CancellationToken)
            .WaitAsync(_patience, TestContext.Current.CancellationToken);

        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.True(app.ResourceNotifications.TryGetCurrentState("program", out var last));
        Assert.Contains(last.Snapshot.State?.Text, KnownResourceStates.TerminalStates);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task Process_EndsAgainAndAgain_EndsInAClearState()
    {
        await using var app = await StartAsync("sleep 0.5; exit 3");

        var last = await app.ResourceNotifications
            .WaitForResourceAsync("program", update => update.Snapshot.State?.Style == KnownResourceStateStyles.Error, TestContext.Current.CancellationToken)
            .WaitAsync(_patience, TestContext.Current.CancellationToken);

        Assert.Equal(KnownResourceStates.FailedToStart, last.Snapshot.State?.Text);
        var log = new List<string>();
        await foreach (var lines in app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(last.ResourceId))
            log.AddRange(lines.Select(line => line.Content));
        Assert.Equal(6, log.Count(line => line.Contains("starting it again in", StringComparison.Ordinal)));
        Assert.Single(log, line => line.Contains("stays down now", StringComparison.Ordinal));
    }

    private static async Task<DistributedApplication> StartAsync(string script)
    {
        // DCP's place is known to the assembly of an AppHost.
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            AssemblyName = typeof(Projects.PrimeTask_AppHost).Assembly.GetName().Name,
            DisableDashboard = true,
        });
        builder.AddExecutable("program", "sh", "/", "-c", script);
        builder.AddRestartPolicy();
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<int> RunningAsync(DistributedApplication app, Func<int, bool> wanted)
    {
        var update = await app.ResourceNotifications
            .WaitForResourceAsync("program", update => update.Snapshot.State?.Text == KnownResourceStates.Running && ProcessId(update) is { } id && wanted(id), TestContext.Current.CancellationToken)
            .WaitAsync(_patience, TestContext.Current.CancellationToken);
        return ProcessId(update)!.Value;
    }

    private static int? ProcessId(ResourceEvent update) =>
        update.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : null;
}
