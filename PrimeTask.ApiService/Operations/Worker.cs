using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.Mail;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Tasks.Trash;
using PrimeTask.ApiService.Transfers;

namespace PrimeTask.ApiService.Operations;

/// <summary>The worker: a process that does jobs and serves nobody.</summary>
internal static class Worker
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string environment, CancellationToken cancellationToken)
    {
        using var host = CreateBuilder(environment).Build();
        await host.RunAsync(cancellationToken);
        return 0;
    }

    /// <param name="environment">Whose settings and checklist count.</param>
    /// <param name="settings">Beside those of the environment; null for none.</param>
    public static HostApplicationBuilder CreateBuilder(string environment, ConfigurationManager? settings = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Configuration = settings,
            ApplicationName = typeof(Worker).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = environment,
        });
        builder.AddSecretFiles();
        builder.MustPass(ProductionChecklist.OfWorker);
        builder.AddServiceDefaults();
        builder.AddDatabase();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddJobs();
        builder.AddJob<SessionCleanup>();
        builder.AddJob<IdempotencyCleanup>();
        builder.AddCacheVersions();
        builder.AddJob<ExportJob>();
        builder.AddJob<ImportJob>();
        builder.AddJob<TransferCleanup>();
        builder.AddJob<AccountTokenCleanup>();
        builder.AddJob<TrashCleanup>();
        if (builder.AddMailSender())
        {
            builder.Services.AddScoped<AccountTokens>();
            builder.AddJob<ConfirmationMail>();
            builder.AddJob<PasswordResetMail>();
            builder.AddJob<SignInMail>();
        }

        return builder;
    }
}
