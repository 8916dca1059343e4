namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>A server, database or project as the dashboard and <c>/api/resources</c> show it.</summary>
internal sealed record ResourceView(
    string Name, string Type, string State, string? Health, IReadOnlyList<string> Urls, int Restarts, IReadOnlyList<ReplicaView> Replicas)
{
    internal static IEnumerable<ResourceView> All(Orchestrator orchestrator) =>
        from resource in orchestrator.Resources
        let runner = orchestrator.RunnerOf(resource)
        where runner is not null // Parameters have none.
        select Of(resource, runner);

    private static ResourceView Of(Resource resource, ResourceRunner runner)
    {
        if (runner.Resource != resource) // A database: as well as its server.
            return new ResourceView(resource.Name, resource.Type, runner.State, runner.Health, [], 0, []);
        return new ResourceView(
            resource.Name,
            resource.Type,
            runner.State,
            runner.Health,
            [.. runner.Replicas.Select(replica => replica.Url).OfType<Uri>().Select(Text)],
            runner.Replicas.Sum(replica => replica.Restarts),
            [.. runner.Replicas.Select(ReplicaView.Of)]);
    }

    internal static string Text(Uri url) => url.GetLeftPart(UriPartial.Authority);
}

/// <summary>One process of a resource.</summary>
internal sealed record ReplicaView(string Id, int? Pid, string State, string? Health, string? Url)
{
    internal static ReplicaView Of(Replica replica) => new(
        replica.Id,
        replica.ProcessId,
        replica.State,
        replica.Healthy switch { true => "Healthy", false => "Unhealthy", null => null },
        replica.Url is { } url ? ResourceView.Text(url) : null);
}
