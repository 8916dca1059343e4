using System.Globalization;
using System.Net;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Runs the built assembly of a project.</summary>
internal sealed class ProjectRecipe(ProjectResource project) : Recipe, IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    internal override ProjectResource Resource => project;

    internal override int Replicas => project.Replicas;

    internal override bool IsService => project.Endpoint is not null;

    internal override Uri? UrlOf(int replica) => project.Endpoint?.UrlOf(replica);

    internal override Task PrepareAsync(Action<string> progress, CancellationToken cancellationToken) =>
        File.Exists(project.Metadata.AssemblyPath)
            ? Task.CompletedTask
            : throw new DistributedApplicationException(
                $"{project.Name}: {project.Metadata.AssemblyPath} does not exist. Build the solution first: dotnet build.");

    internal override async ValueTask<ProcessSpec> ProcessAsync(int replica) =>
        // The variable is set where the SDK started us: the same runtime then runs the services.
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [project.Metadata.AssemblyPath, .. project.Arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(project.Metadata.ProjectPath)!,
            Environment = await VariablesAsync(replica),
        };

    internal override async Task<string?> ProbeAsync(int replica, CancellationToken cancellationToken)
    {
        if (project.HealthPath is null || UrlOf(replica) is not { } url)
            return null;
        try
        {
            using var response = await _http.GetAsync(new Uri(url, project.HealthPath), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"GET {project.HealthPath} answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return $"GET {project.HealthPath}: {exception.Message}";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"GET {project.HealthPath} did not answer within {_http.Timeout.TotalSeconds} s";
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Dictionary<string, string?>> VariablesAsync(int replica)
    {
        var variables = new Dictionary<string, string?>
        {
            ["OTEL_SERVICE_NAME"] = project.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = string.Create(CultureInfo.InvariantCulture, $"service.instance.id={project.Name}-{replica + 1}"),
            ["LOGGING__CONSOLE__FORMATTERNAME"] = "simple",
            ["LOGGING__CONSOLE__FORMATTEROPTIONS__SINGLELINE"] = "true",
            ["ASPNETCORE_URLS"] = UrlOf(replica)?.GetLeftPart(UriPartial.Authority),
        };
        foreach (var (name, value) in project.Environment)
            variables[name] = await value();
        return variables;
    }
}
