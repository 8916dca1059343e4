namespace PrimeTask.Tests.Telemetry;

/// <summary>What a replica sends to a collector.</summary>
public sealed class TelemetryTests(TelemetryTests.ObservedReplica replica) : IClassFixture<TelemetryTests.ObservedReplica>
{
    [Fact]
    public async Task Request_OfAList_IsOneTraceWithItsStatementsAndCommands()
    {
        using var user = await replica.First.RegisterAsync();
        // The first request makes the versions, and reads them once more.
        await user.GetAsync("tasks/stats/");
        var (trace, caller) = NewTrace();

        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("tasks/?search=a-secret-search", caller)).Status);

        var spans = await SpansAsync(trace, HasAllParts);
        var server = Assert.Single(spans, span => span.Kind == Span.Server);
        Assert.Equal("GET /api/v1/tasks/", server.Name);
        Assert.All(spans.Where(IsStatement), span => Assert.Equal(server.Id, span.ParentId));
        Assert.Contains(spans, span => IsRedis(span) && span.ParentId == server.Id);
    }

    [Fact]
    public async Task Request_ThatCreatesATask_HasTheStatementOfItsBatchInItsTrace()
    {
        using var user = await replica.First.RegisterAsync();
        var (trace, caller) = NewTrace();

        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title = "A-title-nobody-else-has" }, caller)).Status);

        // The commands of Redis are sent by themselves, those of the session's check before those of the batch.
        var spans = await SpansAsync(trace, found => HasAllParts(found)
            && found.Any(batch => batch.Name == "insert_tasks" && found.Any(span => IsRedis(span) && span.ParentId == batch.Id)));
        var batch = Assert.Single(spans, span => span.Name == "insert_tasks");
        Assert.Single(spans, span => IsStatement(span) && span.ParentId == batch.Id && span["db.query.text"]?.Contains("INSERT INTO tasks", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Requests_ThatShareABatch_AreLinkedWithIt()
    {
        using var user = await replica.First.RegisterAsync();
        var id = await user.AddTaskAsync();
        for (var round = 0; ; round++)
        {
            var traces = Enumerable.Range(0, 24).Select(_ => NewTrace()).ToArray();
            await Task.WhenAll(traces.Select(trace => user.GetAsync($"tasks/{id}/", trace.Caller)));
            var batches = await replica.Collector.WaitAsync(
                collector => collector.Spans.Where(span => span.Name == "read_tasks").ToArray(),
                found => traces.All(trace => found.Any(batch => batch.TraceId == trace.Id || batch.LinkedTraces.Contains(trace.Id))),
                found => $"Some of the requests are in none of {found.Length} batches.");
            if (batches.Any(batch => batch.LinkedTraces.Count > 0))
                return;
            Assert.True(round < 20, "No two requests ever shared a batch.");
        }
    }

    [Fact]
    public async Task Traces_WhateverHappened_BeginWithARequestAndHoldNoValues()
    {
        using var user = await replica.First.RegisterAsync();
        using var client = new HttpClient { BaseAddress = replica.First.Address };
        await user.PostAsync("auth/login/", new { email = user.Email, password = "a-wrong-Harbour-89" });
        await user.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password });
        await user.PostAsync("auth/refresh/", new { refresh = user.Refresh });
        await user.GetAsync("tasks/?search=A-search-nobody-else-makes");
        await user.PostAsync("tasks/", new { title = "A-title-nobody-else-has", description = "A-description-nobody-else-has" });
        await client.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        var (trace, caller) = NewTrace();
        await user.GetAsync("tasks/stats/", caller);

        // The replica has been up for longer than its timers' intervals by then.
        await SpansAsync(trace, HasAllParts);

        Assert.All(replica.Collector.Spans.Where(span => span.ParentId.Length == 0), span => Assert.Equal(Span.Server, span.Kind));
        Assert.DoesNotContain(replica.Collector.Spans, span => span["url.path"] is "/health" or "/alive");
        var everything = replica.Collector.Everything;
        foreach (var secret in new[]
        {
            user.Email, user.Username, ApiUser.Password, "a-wrong-Harbour-89", user.Access, user.Refresh, "pbkdf2_sha256", ServiceProcess.SigningKey, replica.DatabasePassword,
            "A-title-nobody-else-has", "A-description-nobody-else-has", "A-search-nobody-else-makes", "primetask:session:", "primetask:limit:",
        })
        {
            Assert.DoesNotContain(secret, everything);
        }
    }

    [Fact]
    public async Task Metrics_OfTheService_CountWhatHappened()
    {
        using var user = await replica.First.RegisterAsync();
        await user.AddTaskAsync();
        for (var asked = 0; asked < 5; asked++)
            await user.GetAsync("tasks/");
        await user.LoginAsync();
        for (var wrong = 0; wrong < 4; wrong++)
            await user.PostAsync("auth/login/", new { email = user.Email, password = "a-wrong-Harbour-89" });

        await replica.Collector.WaitAsync(
            collector => collector.Metrics,
            metrics => Has("primetask.cache.requests", "result", "hit") && Has("primetask.cache.requests", "result", "miss")
                && Has("primetask.sign_ins", "outcome", "success") && Has("primetask.sign_ins", "outcome", "refused") && Has("primetask.sign_ins", "outcome", "limited")
                && Has("primetask.requests.refused", "limit", "wrong_passwords")
                && Has("primetask.database.batch_size", "operation", "insert_tasks")
                && metrics.Any(series => series.Metric == "primetask.password_hashing.queue" && series.Value == 0)
                && metrics.Any(series => series.Metric == "http.server.request.duration")
                && metrics.Any(series => series.Metric.StartsWith("db.client.", StringComparison.Ordinal)),
            metrics => string.Join('\n', metrics));

        bool Has(string metric, string attribute, string value) => replica.Collector.Metrics.Any(series =>
            series.Metric == metric && series.Attributes.GetValueOrDefault(attribute) == value && series.Value > 0);
    }

    private static (string Id, (string, string) Caller) NewTrace()
    {
        var id = Guid.NewGuid().ToString("N");
        return (id, ("traceparent", $"00-{id}-{id[..16]}-01"));
    }

    private Task<Span[]> SpansAsync(string trace, Func<Span[], bool> isEnough) => replica.Collector.WaitAsync(
        collector => collector.Spans.Where(span => span.TraceId == trace).ToArray(), isEnough, spans => string.Join('\n', spans.AsEnumerable()));

    private static bool HasAllParts(Span[] spans) => spans.Any(span => span.Kind == Span.Server) && spans.Any(IsStatement) && spans.Any(IsRedis);

    private static bool IsStatement(Span span) => span is { Kind: Span.Client, Source: "Npgsql" };

    private static bool IsRedis(Span span) => span is { Kind: Span.Client, Source: "OpenTelemetry.Instrumentation.StackExchangeRedis" };

    public sealed class ObservedReplica(PrimeTaskApp app) : OwnReplicas(app, count: 1)
    {
        internal OtlpCollector Collector { get; private set; } = null!;

        internal string DatabasePassword { get; private set; } = "";

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await (Collector?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        private protected override async Task<(string, string)[]> ChooseSettingsAsync()
        {
            DatabasePassword = new NpgsqlConnectionStringBuilder(await App.ConnectionAsync("primetask")).Password!;
            Collector = await OtlpCollector.StartAsync();
            return [.. Collector.Settings, ("RateLimiting__FreeWrongPasswords", "2"), ("RateLimiting__FirstDelay", "00:01:00")];
        }
    }
}
