namespace PrimeTask.EmbeddedHosting;

/// <summary>A project of this solution, run as one process per replica.</summary>
public sealed class ProjectResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal ProjectResource(string name, IProjectMetadata metadata)
        : base(name) => Metadata = metadata;

    internal override string Type => "Project";

    internal IProjectMetadata Metadata { get; }

    internal int Replicas { get; set; } = 1;

    internal List<string> Arguments { get; } = [];

    /// <summary>Variables by name; the value is asked for when a process starts.</summary>
    internal Dictionary<string, Func<ValueTask<string?>>> Environment { get; } = [];

    internal HttpEndpoint? Endpoint { get; set; }

    internal string? HealthPath { get; set; }
}

/// <summary>The HTTP endpoint of a project.</summary>
internal sealed class HttpEndpoint(int? port)
{
    /// <summary>The port people type; null or 0: any free one.</summary>
    internal int? RequestedPort { get; } = port is 0 ? null : port;

    internal bool IsExternal { get; set; }

    /// <summary>The ports in use, one a replica.</summary>
    internal int[] Ports { get; set; } = [];

    // A port that people type answers to the name they type too; the others never leave 127.0.0.1.
    internal string Host => IsExternal ? "localhost" : "127.0.0.1";

    internal Uri UrlOf(int replica) => new($"http://{Host}:{Ports[replica]}");
}
