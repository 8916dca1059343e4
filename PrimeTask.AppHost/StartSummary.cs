using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using PrimeTask.Hosting;
using Spectre.Console;

namespace PrimeTask.AppHost;

/// <summary>
/// What a person sees in the terminal: when everything is ready, what runs where; when something cannot be started, one sentence and the last lines of
/// its log, and the end of the program.
/// </summary>
internal sealed class StartSummary(
    DistributedApplicationModel model, ResourceNotificationService notifications, ResourceLoggerService logs, IConfiguration configuration,
    DistributedApplicationOptions options, IHostApplicationLifetime lifetime, StartSummary.Facts facts) : IHostedLifecycleService
{
    private const string AdminCreated = "Created the first admin ";
    private const int LogTail = 10;

    private Task _summary = Task.CompletedTask;

    /// <param name="Data">Null where the servers run in containers.</param>
    /// <param name="Migrations">What creates the first admin.</param>
    /// <param name="AdminPassword">What it may be created with.</param>
    internal sealed record Facts(DataDirectory? Data, IResource Migrations, ParameterResource AdminPassword)
    {
        /// <summary>Whether a person has given it. Aspire keeps what it generated itself in the user secrets.</summary>
        internal bool PasswordIsGiven { get; set; }
    }

    private IEnumerable<IResource> Watched => model.Resources.Where(resource =>
        resource is (ExecutableResource or ProjectResource or ContainerResource or IResourceWithParent)
        && !resource.Annotations.Any(annotation => annotation is ExplicitStartupAnnotation or HiddenAnnotation { Behavior: HiddenBehavior.Always }));

    internal static void Add(IDistributedApplicationBuilder builder, Facts facts)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return;
        facts.PasswordIsGiven = ((IConfigurationRoot)builder.Configuration).Providers
            .Any(provider => provider.TryGet($"Parameters:{facts.AdminPassword.Name}", out _) && provider is not JsonConfigurationProvider { Source.Path: "secrets.json" });
        builder.Services.AddSingleton(_ => facts);
        builder.Services.AddHostedService<StartSummary>();
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _summary = RunAsync(lifetime.ApplicationStopping);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => _summary;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, ResourceEvent>();
        try
        {
            await foreach (var update in notifications.WatchAsync(cancellationToken))
            {
                latest[update.ResourceId] = update;
                if (Watched.Contains(update.Resource) && HasFailed(update))
                {
                    await FailAsync(update);
                    return;
                }

                if (Watched.All(resource => latest.Values.Where(known => known.Resource == resource).DefaultIfEmpty().All(IsReady)))
                {
                    // Without a dashboard nobody watches: a test runs the application.
                    if (!options.DisableDashboard)
                        await ShowAsync(latest.Values, cancellationToken);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before everything was ready.");
        }
    }

    private bool IsReady(ResourceEvent? update) => update is not null
        && (update.Resource == facts.Migrations ? update.Snapshot.State?.Text == KnownResourceStates.Finished : update.Snapshot.HealthStatus == HealthStatus.Healthy);

    private bool HasFailed(ResourceEvent update) =>
        KnownResourceStates.TerminalStates.Contains(update.Snapshot.State?.Text) && (update.Resource != facts.Migrations || update.Snapshot.ExitCode is not (null or 0));

    private async Task FailAsync(ResourceEvent failed)
    {
        var lines = await LinesAsync(failed.Resource, errors: true);
        if (lines.Count == 0)
            lines = await LinesAsync(failed.Resource, errors: false);
        await Console.Error.WriteLineAsync(failed.Snapshot.ExitCode is { } code
            ? $"{failed.Resource.Name}: it ended with exit code {code} before it was ready. Its log says why:"
            : $"{failed.Resource.Name}: it could not be started. Its log says why:");
        foreach (var line in lines.TakeLast(LogTail))
            await Console.Error.WriteLineAsync($"    {line}");
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private async Task ShowAsync(IEnumerable<ResourceEvent> resources, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
            console.Profile.Width = 200; // No terminal to fit into: tables must not be broken at the default of 80.
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Resource", "Type", "State", "Health", "Address");
        foreach (var (resource, snapshot) in resources.Where(update => Watched.Contains(update.Resource)).Select(update => (update.Resource, update.Snapshot)))
        {
            table.AddRow(
                Markup.Escape(resource.Name), snapshot.ResourceType, snapshot.State?.Text ?? "", snapshot.HealthStatus?.ToString() ?? "",
                Markup.Escape(string.Join('\n', snapshot.Urls.Where(url => !url.IsInternal).Select(url => url.Url).Distinct())));
        }

        console.Write(table);
        await ShowFirstAdminAsync(console, cancellationToken);
        if (facts.Data is { } data)
            console.WriteLine($"Data       {data.Path}");
        console.WriteLine($"Dashboard  {configuration["ASPNETCORE_URLS"]}/login?t={configuration["AppHost:BrowserToken"]}");
        foreach (var endpoint in model.Resources.OfType<IResourceWithEndpoints>().SelectMany(resource => resource.GetEndpoints()).Where(endpoint => endpoint.EndpointAnnotation.IsExternal))
            console.WriteLine($"{endpoint.Resource.Name,-10} {endpoint.Url}");
        console.WriteLine("Ctrl+C stops everything.");
    }

    /// <summary>A generated password is shown once, and only where the first admin was really made with it.</summary>
    private async Task ShowFirstAdminAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var created = (await LinesAsync(facts.Migrations, errors: false)).FirstOrDefault(line => line.Contains(AdminCreated, StringComparison.Ordinal));
        if (created is not null && !facts.PasswordIsGiven)
        {
            var email = created[(created.IndexOf(AdminCreated, StringComparison.Ordinal) + AdminCreated.Length)..].TrimEnd('.');
            console.WriteLine($"First admin  {email}  {await facts.AdminPassword.GetValueAsync(cancellationToken)}");
            console.WriteLine(facts.Data is { } kept ? $"             Shown only now; kept in {kept.SecretsFile}, which only its owner can read." : "             Shown only now; kept in the user secrets of the AppHost.");
        }
        else if (created is null && facts.Data?.GeneratedNow(facts.AdminPassword.Name) == true)
        {
            facts.Data.Forget(facts.AdminPassword.Name);
        }
    }

    /// <param name="resource">Whose log.</param>
    /// <param name="errors">Only what it wrote to the standard error.</param>
    private async Task<List<string>> LinesAsync(IResource resource, bool errors)
    {
        var lines = new List<string>();
        await foreach (var batch in logs.GetAllAsync(resource))
        {
            // Each begins with its time.
            lines.AddRange(batch.Where(line => line.IsErrorMessage || !errors).Select(line => line.Content[(line.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        }

        return lines;
    }
}
