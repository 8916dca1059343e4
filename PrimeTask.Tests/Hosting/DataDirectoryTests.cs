using PrimeTask.Hosting;

namespace PrimeTask.Tests.Hosting;

public sealed class DataDirectoryTests : IDisposable
{
    private static readonly GenerateParameterDefault _generator = new() { MinLength = 20 };

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"primetask-tests-{Guid.NewGuid():N}");

    private string SecretsFile => Path.Combine(_path, "secrets.json");

    [Fact]
    public void Keep_AfterReopening_GivesTheSameValueFromAFileOnlyTheOwnerReads()
    {
        string value;
        using (var first = Open())
        {
            value = first.Keep("key", _generator).GetDefaultValue();
            Assert.True(first.GeneratedNow("key"));
        }

        using var second = Open();

        Assert.Equal(value, second.Keep("key", _generator).GetDefaultValue());
        Assert.False(second.GeneratedNow("key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(second.SecretsFile));
    }

    [Fact]
    public void Open_SecretsOfAnEarlierRelease_AreRead()
    {
        Write("""{ "key": { "Value": "one", "Shown": true } }""");

        using var directory = Open();

        Assert.Equal("one", directory.Keep("key", _generator).GetDefaultValue());
    }

    [Fact]
    public void Forget_KeptValue_IsGoneFromTheFile()
    {
        using var directory = Open();
        var value = directory.Keep("key", _generator).GetDefaultValue();

        directory.Forget("key");

        Assert.DoesNotContain(value, File.ReadAllText(SecretsFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_InUse_NamesTheHolder()
    {
        using var first = Open();

        var refusal = Assert.Throws<DistributedApplicationException>(Open);

        Assert.Contains($"in use by another AppHost (process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"key\": ", "secrets.json is not valid JSON")]
    [InlineData("", "secrets.json is not valid JSON")]
    [InlineData("null", "secrets.json is empty")]
    [InlineData("[]", "secrets.json is not valid JSON")]
    [InlineData("{\"a\":null}", "secrets.json has no value for 'a'")]
    [InlineData("{\"a\":{\"Value\":null}}", "secrets.json has no value for 'a'")]
    [InlineData("{\"a\":{\"Value\":\"\"}}", "secrets.json has no value for 'a'")]
    [InlineData("{\"a\":\"text\"}", "secrets.json is not valid JSON")]
    public void Open_DamagedSecrets_SaysSoAndKeepsThem(string content, string reason)
    {
        Write(content);

        var refusal = Assert.Throws<DistributedApplicationException>(Open);

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Restore that file from a backup", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(SecretsFile));
    }

    [Theory]
    [InlineData(null, "it holds a database, but no secrets.json")]
    [InlineData("{}", "secrets.json has no 'postgres-password'")]
    public void Open_DatabaseWithoutItsPassword_IsRefusedAndNothingIsGenerated(string? content, string reason)
    {
        Directory.CreateDirectory(Path.Combine(_path, "postgres"));
        File.WriteAllText(Path.Combine(_path, "postgres", "PG_VERSION"), "15\n");
        if (content is not null)
            Write(content);

        var refusal = Assert.Throws<DistributedApplicationException>(Open);

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content is not null, File.Exists(SecretsFile));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private DataDirectory Open() => DataDirectory.Open(_path);

    private void Write(string content)
    {
        Directory.CreateDirectory(_path);
        File.WriteAllText(SecretsFile, content);
    }
}
