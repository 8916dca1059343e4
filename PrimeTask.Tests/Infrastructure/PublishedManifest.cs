namespace PrimeTask.Tests.Infrastructure;

/// <summary>The manifest that publishing writes.</summary>
public sealed class PublishedManifest : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"primetask-tests-{Guid.NewGuid():N}.json");

    internal JsonObject Resources { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var (exitCode, output) = await LaunchedProcess.RunAsync(
            ["dotnet", typeof(Projects.PrimeTask_AppHost).Assembly.Location, "--publisher", "manifest", "--output-path", _file, "--Ports:Web=0", "--Ports:Dashboard=0"],
            TimeSpan.FromMinutes(1),
            directory: Path.Combine(Repository.Root, "PrimeTask.AppHost"));
        Assert.True(exitCode == 0, output);
        Resources = JsonNode.Parse(await File.ReadAllTextAsync(_file))!["resources"]!.AsObject();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The classes of this collection read the same one.</summary>
[CollectionDefinition(nameof(PublishedManifest))]
public sealed class SharedPublishedManifest : ICollectionFixture<PublishedManifest>;
