using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Operations;

namespace PrimeTask.Tests.Jobs;

/// <summary>A database of a test's own, with the tables of the tests' jobs, and workers on it.</summary>
internal sealed class JobDatabase : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(Soak.Of(60, 600));

    private readonly ConcurrentBag<IHost> _hosts = [];
    private readonly List<LaunchedProcess> _processes = [];
    private readonly string _connection;

    private JobDatabase(string connection) => (_connection, Data) = (connection, NpgsqlDataSource.Create(connection));

    public NpgsqlDataSource Data { get; }

    /// <summary>What services need to run on it.</summary>
    public (string Name, string Value) Setting => ("ConnectionStrings__primetask", _connection);

    /// <summary>Without Redis, which no test of jobs looks at.</summary>
    private static (string Name, string Value) Cache => ("ConnectionStrings__cache", "127.0.0.1:1");

    public static async Task<JobDatabase> CreateAsync(PrimeTaskApp app)
    {
        var database = new JobDatabase(await OwnDatabase.CopyAsync(app));
        await database.Data.ExecuteAsync(TestWorker.Tables);
        return database;
    }

    /// <summary>A worker within this process.</summary>
    public async Task<IHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        // The last of a name counts, as in the environment.
        configuration.AddInMemoryCollection(settings.Append(Setting).Append(Cache).Append(("Database__AllowWithoutTls", "true")).Reverse().DistinctBy(setting => setting.Item1)
            .Select(setting => KeyValuePair.Create(setting.Item1.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Item2)));
        var builder = Worker.CreateBuilder("Production", configuration);
        builder.Logging.ClearProviders();
        TestWorker.AddJobs(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A worker as a process of its own.</summary>
    public LaunchedProcess Launch(params (string Name, string Value)[] settings)
    {
        var process = LaunchedProcess.Start(
            ["dotnet", typeof(TestWorker).Assembly.Location, TestWorker.Command], [.. ServiceProcess.Production, Setting, Cache, .. settings]);
        _processes.Add(process);
        return process;
    }

    public Task EnqueueAsync<TJob>(params IEnumerable<Numbered> jobs)
        where TJob : IJob => InTransactionAsync(async (db, cancellation) =>
        {
            foreach (var job in jobs)
                await db.EnqueueAsync<TJob>(job, TimeSpan.Zero, cancellation);
        });

    public async Task InTransactionAsync(Func<PrimeTaskDbContext, CancellationToken, Task> work)
    {
        await using var db = Open();
        await db.InTransactionAsync(
            async cancellation =>
            {
                await work(db, cancellation);
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    public PrimeTaskDbContext Open() => new((DbContextOptions<PrimeTaskDbContext>)new DbContextOptionsBuilder<PrimeTaskDbContext>()
        .UseNpgsql(Data, npgsql => npgsql.EnableRetryOnFailure()).ConfigurePrimeTask().Options);

    /// <summary>Waits until a condition in SQL holds.</summary>
    public async Task UntilAsync(string condition)
    {
        for (var watch = Stopwatch.StartNew(); !await Data.ReadAsync<bool>($"SELECT {condition}"); await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < _patience, $"It never came about: {condition}\n{string.Join('\n', _processes.Select(process => process.Output))}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await Data.DisposeAsync();
    }
}
