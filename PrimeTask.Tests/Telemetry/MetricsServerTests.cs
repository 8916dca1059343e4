namespace PrimeTask.Tests.Telemetry;

/// <summary>Metrics are given on the internal port, nothing else is, and nowhere else.</summary>
[Collection(nameof(WatchedServices))]
public sealed class MetricsServerTests(WatchedServices services)
{
    [Fact]
    public async Task Metrics_OfTheInternalPort_AreInPrometheusFormat()
    {
        foreach (var (_, address) in services.Addresses)
        {
            using var response = await SendAsync(address, HttpMethod.Get, "/metrics");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("# TYPE http_server_request_duration_seconds histogram", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Metrics_OfThePublicPort_AreNotFound()
    {
        foreach (var (address, _) in services.Addresses)
        {
            using var response = await SendAsync(address, HttpMethod.Get, "/metrics");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/metrics/more")]
    [InlineData("POST", "/metrics")]
    [InlineData("GET", "/api/v1/tasks/")]
    [InlineData("POST", "/api/v1/auth/login/")]
    public async Task InternalPort_AskedForAnythingElse_FindsNothing(string method, string path)
    {
        foreach (var (_, address) in services.Addresses)
        {
            using var response = await SendAsync(address, new HttpMethod(method), path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Metrics_OfPrometheusItself_AreNotCounted()
    {
        var (_, address) = services.Addresses[0];
        var text = "";
        for (var asked = 0; asked < 2; asked++)
        {
            using var response = await SendAsync(address, HttpMethod.Get, "/metrics");
            text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        var requests = WatchedServices.Read(text).Where(series => series.Name == "http_server_request_duration_seconds_count").ToArray();
        Assert.NotEmpty(requests);
        // Only the public port's have a route, or none because there is nothing at their address.
        Assert.All(requests, series => Assert.True(series.Labels.ContainsKey("http_route") || series.Labels["http_response_status_code"] == "404", string.Join(", ", series.Labels)));
    }

    [Fact]
    public void Metrics_WhateverHappened_HoldNoSecrets()
    {
        Assert.DoesNotContain(ApiUser.Password, services.Scraped);
        Assert.DoesNotContain("@example.com", services.Scraped);
        Assert.DoesNotContain("Password=", services.Scraped);
    }

    [Theory]
    [InlineData("Metrics__Port", "http", "The setting Metrics:Port is 'http': give a number from 1 to 65535.")]
    [InlineData("Metrics__Address", "localhost", "The setting Metrics:Address is 'localhost': give an address of the machine such as 127.0.0.1.")]
    public async Task Start_WithASettingWithoutMeaning_EndsWithASentence(string name, string value, string sentence)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync([], settings: [.. services.Settings, (name, value)]);

        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, output.Trim());
    }

    private static async Task<HttpResponseMessage> SendAsync(Uri address, HttpMethod method, string path)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
