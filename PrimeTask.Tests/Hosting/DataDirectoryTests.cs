using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.Tests.Hosting;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"primetask-tests-{Guid.NewGuid():N}");

    [Fact]
    public void GetOrGenerate_AfterReopening_GivesTheSameValueFromAFileOnlyTheOwnerReads()
    {
        using (var first = Open())
            Assert.Equal("one", first.GetOrGenerate("key", () => "one"));

        using var second = Open();

        Assert.Equal("one", second.GetOrGenerate("key", () => "two"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(second.SecretsFile));
    }

    [Fact]
    public void ShouldShow_GeneratedValue_IsTrueOnce()
    {
        using (var first = Open())
        {
            first.GetOrGenerate("key", () => "one");
            Assert.True(first.ShouldShow("key"));
        }

        using var second = Open();

        Assert.False(second.ShouldShow("key"));
        Assert.False(second.ShouldShow("never generated"));
    }

    [Fact]
    public void Open_InUse_NamesTheHolder()
    {
        using var first = Open();

        var refusal = Assert.Throws<DistributedApplicationException>(Open);

        Assert.Contains($"in use by another AppHost (process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DamagedSecrets_SaysSoAndKeepsThem()
    {
        Directory.CreateDirectory(_path);
        File.WriteAllText(Path.Combine(_path, "secrets.json"), "{ \"key\": ");
        using var directory = new DataDirectory(_path);

        var refusal = Assert.Throws<DistributedApplicationException>(directory.Open);

        Assert.Contains("secrets.json is not valid JSON", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"key\": ", File.ReadAllText(directory.SecretsFile));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private DataDirectory Open()
    {
        var directory = new DataDirectory(_path);
        directory.Open();
        return directory;
    }
}
