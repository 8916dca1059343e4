using System.Diagnostics;
using System.Net.Sockets;
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

    [Fact]
    public async Task Process_NotListeningYet_IsLeftAlone_AndIsEndedWhenItListensAndDoesNotRespond()
    {
        // The program only sleeps; whether something listens at its address, and responds, is decided here.
        var port = FreePort.Take();
#pragma warning disable ASPIREPROBES001 // As the AppHost.
        await using var app = await StartAsync("exec sleep 600", program => program
            .WithHttpEndpoint(port, isProxied: false)
            .WithEnvironment("ASPNETCORE_URLS", FormattableString.Invariant($"http://127.0.0.1:{port}"))
            .WithHttpProbe(ProbeType.Liveness, "/", periodSeconds: 1, timeoutSeconds: 1, failureThreshold: 2));
#pragma warning restore ASPIREPROBES001
        int first;
        using (var responder = new HttpListener { Prefixes = { FormattableString.Invariant($"http://localhost:{port}/") } })
        {
            responder.Start();
            _ = RespondAsync(responder);
            await app.ResourceNotifications.WaitForResourceHealthyAsync("program", TestContext.Current.CancellationToken).WaitAsync(_patience, TestContext.Current.CancellationToken);
            first = await RunningAsync(app, _ => true);
        }

        LaunchedProcess.Signal(first, "KILL");
        var second = await RunningAsync(app, id => id != first);
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        Assert.Equal(second, await RunningAsync(app, _ => true));

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        await RunningAsync(app, id => id != first && id != second);
    }

    private static async Task RespondAsync(HttpListener responder)
    {
        while (responder.IsListening)
        {
            var request = await responder.GetContextAsync();
            request.Response.Close();
        }
    }

    private static async Task<DistributedApplication> StartAsync(string script, Action<IResourceBuilder<ExecutableResource>>? configure = null)
    {
        // DCP's place is known to the assembly of an AppHost.
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            AssemblyName = typeof(Projects.PrimeTask_AppHost).Assembly.GetName().Name,
            DisableDashboard = true,
        });
        var program = builder.AddExecutable("program", "sh", "/", "-c", script);
        configure?.Invoke(program);
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
