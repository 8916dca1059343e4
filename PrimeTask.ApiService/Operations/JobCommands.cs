using System.CommandLine;
using System.Globalization;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.ApiService.Operations;

/// <summary>What an operator can do with jobs: <c>jobs list</c>, <c>jobs retry</c> and <c>jobs delete</c>.</summary>
internal static class JobCommands
{
    private const int MostListed = 100;
    private const int MostOfError = 120;

    /// <param name="doAsync">Runs what needs services: it gives what is wrong, or null.</param>
    public static Command All(Func<Func<IServiceProvider, Task<string?>>, Task<int>> doAsync)
    {
        var list = new Command("list", $"Print the jobs, those that have failed first, at most {MostListed}.");
        list.SetAction((_, cancellation) => doAsync(services => ListAsync(services.GetRequiredService<PrimeTaskDbContext>(), cancellation)));
        return new Command("jobs", "Show what the worker has to do, and what it could not do.")
        {
            list,
            Change("retry", "Let a job that has failed run again at once, with all its attempts.", JobTable.RetryAsync, "will run again", "it runs just now"),
            Change("delete", "Delete a job that shall not run again.", JobTable.DeleteAsync, "was deleted", "it runs just now, or it recurs"),
        };

        Command Change(string name, string description, Func<PrimeTaskDbContext, long, CancellationToken, Task<bool>> change, string done, string obstacle)
        {
            var id = new Argument<long>("id") { Description = "As 'jobs list' prints it." };
            var command = new Command(name, description) { id };
            command.SetAction((parsed, cancellation) => doAsync(async services =>
            {
                var job = parsed.GetValue(id);
                if (!await change(services.GetRequiredService<PrimeTaskDbContext>(), job, cancellation))
                    return $"There is no job {job}, or {obstacle}.";
                await Console.Out.WriteLineAsync($"Job {job} {done}.");
                return null;
            }));
            return command;
        }
    }

    private static async Task<string?> ListAsync(PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var jobs = await db.ListAsync(MostListed + 1, cancellationToken);
        await Console.Out.WriteLineAsync(jobs.Count == 0 ? "There are no jobs." : Line("id", "state", "kind", "attempts", "wanted at", "due at", "error"));
        foreach (var job in jobs.Take(MostListed))
        {
            var error = string.Join(' ', (job.Error ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            await Console.Out.WriteLineAsync(Line(
                $"{job.Id}", job.State, job.Kind, $"{job.Attempts}", Time(job.WantedAt), Time(job.DueAt), error.Length > MostOfError ? $"{error[..MostOfError]}…" : error));
        }

        if (jobs.Count > MostListed)
            await Console.Out.WriteLineAsync("There are more.");
        return null;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Line(string id, string state, string kind, string attempts, string wantedAt, string dueAt, string error) =>
        $"{id,-8} {state,-10} {kind,-32} {attempts,-9} {wantedAt,-21} {dueAt,-21} {error}".TrimEnd();
}
