using System.Net.Sockets;

namespace PrimeTask.Tests.Hosting;

/// <summary>A start that cannot succeed ends with one sentence: what, why, and the remedy.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"primetask-tests-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("--Replicas:Apis=2", "There is no setting 'Replicas:Apis'.")]
    [InlineData("--Replicas:Api=none", "api: the setting Replicas:Api is 'none', but must be a whole number from 1 to 32.")]
    [InlineData("--Ports:Web=70000", "web: the setting Ports:Web is '70000', but must be a whole number from 0 to 65535.")]
    [InlineData("--Ports:Web=6667", "web: browsers refuse to open port 6667. Choose another with --Ports:Web=….")]
    [InlineData("--Ports:Dashboard=-1", "dashboard: the setting Ports:Dashboard is '-1', but must be a whole number from 0 to 65535.")]
    [InlineData("--Servers=Docker", "postgres, cache: the setting Servers is 'Docker', but must be Processes or Containers.")]
    [InlineData("--RateLimiting:Enabled=perhaps", "api: the setting RateLimiting:Enabled is 'perhaps', but must be true or false.")]
    [InlineData("--TrustedProxies=10.0.0.1,nginx", "web: the setting TrustedProxies is '10.0.0.1,nginx', but must be addresses or networks such as 10.0.0.0/8, separated by commas.")]
    [InlineData("--Postgres:BinDirectory=/nonexistent", "postgres: there is no PostgreSQL server in /nonexistent (setting Postgres:BinDirectory).")]
    [InlineData("verbose", "'verbose' is not a setting with a value. Write it as --Name=value.")]
    public async Task Start_BadSetting_ExitsWithASentence(string argument, string sentence)
    {
        var (exitCode, output) = await RunAsync(argument);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WebPortTaken_NamesResourcePortAndRemedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, output) = await RunAsync($"--Ports:Web={port}");

        Assert.Equal(1, exitCode);
        Assert.Contains($"web: port {port} is already in use by another program. Free it, or choose another with --Ports:Web=….", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataDirectoryIsAFile_NamesItAndTheRemedy()
    {
        await File.WriteAllTextAsync(_data, "", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"The data directory {_data} cannot be used:", output, StringComparison.Ordinal);
        Assert.Contains("Choose another with --DataDirectory=", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (File.Exists(_data))
            File.Delete(_data);
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] settings)
    {
        string[] defaults = [$"--DataDirectory={_data}", "--Ports:Web=0", "--Ports:Dashboard=0"];
        await using var appHost = AppHostProcess.Start([.. defaults, .. settings]);
        return await appHost.WaitForExitAsync();
    }
}
