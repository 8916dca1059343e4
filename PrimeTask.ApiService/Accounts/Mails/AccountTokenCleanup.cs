using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Deletes tokens of links in mail that have expired.</summary>
internal sealed class AccountTokenCleanup(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    public static string Kind => "clean_up_account_tokens";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.AccountTokens.Where(token => token.ExpiresAt < now).OrderBy(token => token.ExpiresAt).DeleteInLotsAsync(cancellationToken);
    }
}
