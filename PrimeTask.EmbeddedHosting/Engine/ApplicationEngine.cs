using PrimeTask.EmbeddedHosting.Dashboard;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Brings a model to life: data directory, parameters, ports, processes, dashboard.</summary>
internal sealed class ApplicationEngine : IAsyncDisposable
{
    private readonly DistributedApplicationBuilder _builder;
    private readonly EngineSettings _settings;
    private readonly bool _quiet;
    private readonly SecretMask _mask = new();
    private readonly DataDirectory _data;
    private DashboardServer? _dashboard;

    internal ApplicationEngine(DistributedApplicationBuilder builder, bool quiet)
    {
        (_builder, _quiet) = (builder, quiet);
        _settings = EngineSettings.Read(builder.Configuration);
        _data = new DataDirectory(_settings.DataDirectory);
        Orchestrator = new Orchestrator(builder.Resources, RecipeFor, name => new ResourceLog(_mask, line => Print(name, line)));
        Console.AddNames(Orchestrator.Runners.Select(runner => runner.Resource.Name));
    }

    internal Orchestrator Orchestrator { get; }

    internal ConsoleOutput Console { get; } = new();

    internal Uri? DashboardUrl => _dashboard?.Url;

    /// <exception cref="DistributedApplicationException">Something could not be started; everything is stopped again.</exception>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new DistributedApplicationException(
                "The embedded engine runs on Linux and macOS. On Windows use WSL, or the Aspire mode: dotnet run --project PrimeTask.AppHost -p:UseAspire=true.");
        }

        try
        {
            _data.Open();
            ResolveParameters();
            AssignPorts();
            _dashboard = await DashboardServer.StartAsync(Orchestrator, _mask, _settings.DashboardPort, cancellationToken);
            await Orchestrator.StartAsync(cancellationToken);
        }
        catch
        {
            await StopAsync();
            throw;
        }

        if (!_quiet)
            Welcome();
    }

    internal async Task StopAsync()
    {
        await Orchestrator.StopAsync();
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
        _dashboard = null;
        _data.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Orchestrator.Dispose();
    }

    private Recipe? RecipeFor(Resource resource) => resource switch
    {
        ProjectResource project => new ProjectRecipe(project),
        PostgresServerResource postgres => new PostgresRecipe(postgres, _settings, _data),
        RedisResource redis => new GarnetRecipe(redis, _data, _builder.AppHostDirectory),
        _ => null,
    };

    private void ResolveParameters()
    {
        foreach (var parameter in _builder.Resources.OfType<ParameterResource>())
        {
            parameter.Value = _builder.Configuration[$"Parameters:{parameter.Name}"] is { Length: > 0 } configured
                ? configured
                : DefaultOf(parameter);
            if (parameter.Secret)
                _mask.Add(parameter.Value);
        }
    }

    private string DefaultOf(ParameterResource parameter) => parameter switch
    {
        { Default: null } => throw new DistributedApplicationException(
            $"{parameter.Name}: this parameter has no value. Set it with --Parameters:{parameter.Name}=…."),
        { Default: { } generator, Persist: true } => _data.GetOrGenerate(parameter.Name, generator.GetDefaultValue),
        { Default: { } generator } => generator.GetDefaultValue(),
    };

    private void AssignPorts()
    {
        foreach (var resource in _builder.Resources)
        {
            switch (resource)
            {
                case PostgresServerResource postgres:
                    postgres.Port = Ports.TakeFree();
                    break;
                case RedisResource redis:
                    redis.Port = Ports.TakeFree();
                    break;
                case ProjectResource { Endpoint: { } endpoint } project:
                    endpoint.Ports = [.. Enumerable.Range(0, project.Replicas).Select(_ => PortFor(project.Name, endpoint))];
                    break;
            }
        }
    }

    private static int PortFor(string resourceName, HttpEndpoint endpoint)
    {
        if (endpoint.RequestedPort is not { } port)
            return Ports.TakeFree();
        if (Ports.WhyTaken(port) is { } why)
        {
            throw new DistributedApplicationException(
                $"{resourceName}: port {port} {why}. Free it, or choose another with the setting that names it, for example --Ports:Web=8080.");
        }

        return port;
    }

    private void Print(string name, string line)
    {
        if (!_quiet)
            Console.Log(name, line);
    }

    private void Welcome()
    {
        Console.ShowResources(ResourceView.All(Orchestrator));
        List<ParameterResource> generated =
            [.. _builder.Resources.OfType<ParameterResource>().Where(parameter => parameter.Description is not null && _data.ShouldShow(parameter.Name))];
        if (generated.Count > 0)
            Console.ShowGenerated(generated, _data.SecretsFile);
        Console.Say($"Data       {_data.Path}");
        Console.Say($"Dashboard  {DashboardUrl?.GetLeftPart(UriPartial.Authority)}");
        foreach (var project in _builder.Resources.OfType<ProjectResource>().Where(project => project.Endpoint?.IsExternal == true))
            Console.Say($"{project.Name,-10} {project.Endpoint!.UrlOf(0).GetLeftPart(UriPartial.Authority)}");
        Console.Say("Ctrl+C stops everything.");
    }
}
