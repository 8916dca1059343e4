using System.Net.Sockets;

namespace PrimeTask.Tests.Deployment;

/// <summary>What services need where they run in containers: secrets in files, a health check without a shell, and Unix sockets.</summary>
public sealed class ContainerTests(PrimeTaskApp app) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("primetask-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("short", "refused")]
    [InlineData("a-file-with-a-key-of-more-than-32-bytes-and-a-line-end\n", "ok")]
    public async Task SecretFile_OfASetting_WinsOverTheEnvironment(string content, string state)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Jwt__SigningKey"), content, TestContext.Current.CancellationToken);

        var (_, output) = await ServiceProcess.CommandAsync(["check"], settings: [("Secrets__Directory", _folder.FullName)]);

        Assert.Matches($@"(?m)^{state} +Signing keys", output);
    }

    [Fact]
    public async Task SecretFiles_WithoutTheirDirectory_AreRefused()
    {
        var (exitCode, output) = await ServiceProcess.EndedWebAsync(("Secrets__Directory", "/nowhere/at/all"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The setting Secrets:Directory is '/nowhere/at/all', and its files can't be read:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfAServiceThatServes_IsZero()
    {
        using var client = app.CreateClient();

        var (exitCode, output) = await ServiceProcess.CommandAsync(["health"], settings: [("ASPNETCORE_URLS", client.BaseAddress!.GetLeftPart(UriPartial.Authority))]);

        Assert.Equal(0, exitCode);
        Assert.Contains("healthy", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://unix:/run/primetask/a.sock;http://*:1")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "1")]
    public async Task Health_WithoutAService_IsOne(string setting, string value)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(["health"], settings: [("ASPNETCORE_URLS", ""), (setting, value)]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The service doesn't respond:", output, StringComparison.Ordinal);
        Assert.Contains("localhost:1)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnixSocket_OfAKilledService_IsListenedAtAgainAndBelieved()
    {
        var path = Path.Combine(_folder.FullName, "web.sock");
        (string, string)[] settings = [("ASPNETCORE_URLS", $"http://127.0.0.1:0;http://unix:{path}"), ("TrustedProxies", "127.0.0.1")];
        await using (var killed = await ServiceProcess.StartWebAsync([new Uri("http://127.0.0.1:1")], settings))
            await killed.KillAsync();
        Assert.True(File.Exists(path));

        await using var again = await ServiceProcess.StartWebAsync([new Uri("http://127.0.0.1:1")], settings);

        using var client = ClientOf(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://primetask.test/");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        // Of a page that came by HTTPS only.
        Assert.True(response.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task UnixSocket_OfAServiceThatRuns_IsNotTaken()
    {
        var path = Path.Combine(_folder.FullName, "web.sock");
        await using var first = await ServiceProcess.StartWebAsync([new Uri("http://127.0.0.1:1")], ("ASPNETCORE_URLS", $"http://127.0.0.1:0;http://unix:{path}"));

        var (exitCode, output) = await ServiceProcess.EndedWebAsync(("ASPNETCORE_URLS", $"http://unix:{path}"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("address already in use", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UnixSocket_OfAServiceThatEnds_TakesNoNewConnectionAndServesThoseThatThereAre()
    {
        var path = Path.Combine(_folder.FullName, "web.sock");
        await using var service = await ServiceProcess.StartWebAsync(
            [new Uri("http://127.0.0.1:1")], ("ASPNETCORE_URLS", $"http://127.0.0.1:0;http://unix:{path}"), ("Shutdown__Delay", "00:00:20"));
        using var known = ClientOf(path);
        (await known.GetAsync(new Uri("http://primetask.test/alive"), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var exit = service.TerminateAsync();
        while (File.Exists(path))
            Assert.False(exit.IsCompleted);

        using var stranger = ClientOf(path);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri("http://primetask.test/alive"), TestContext.Current.CancellationToken));
        using var response = await known.GetAsync(new Uri("http://primetask.test/alive"), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Assert.True(response.Headers.ConnectionClose);
        await service.KillAsync();
    }

    private static HttpClient ClientOf(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return new NetworkStream(connection, ownsSocket: true);
        },
    });
}
