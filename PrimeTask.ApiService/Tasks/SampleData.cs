using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Fills somebody's list for a demonstration or a trial.</summary>
public sealed class SampleData(PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock)
{
    /// <summary>Adds all of the tasks or, when something is wrong, none.</summary>
    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> AddAsync(string email, int count, CancellationToken cancellationToken)
    {
        var address = EmailAttribute.Fold(email);
        var owner = await db.Users.Where(user => user.Email == address).Select(user => (long?)user.Id).SingleOrDefaultAsync(cancellationToken);
        if (owner is not { } id)
            return "email: Nobody has this address.";

        await using (await versions.BeginChangeAsync(CacheVersions.Changed([id])))
        {
            var tasks = new SampleTasks(id, clock.Now()).Make(count);
            var added = await db.InTransactionAsync(_ => db.InsertAsync(tasks), cancellationToken);
            return added.Contains(null) ? "Somebody deleted the account meanwhile." : null;
        }
    }
}
