using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.ApiService.Operations;

/// <summary>What an operator can run instead of the service: <c>worker</c>, <c>check</c>, <c>health</c>, <c>migrate</c>, <c>create-admin</c>, <c>reset-password</c>, <c>rebuild-counters</c>, <c>jobs</c> and <c>sample-data</c>.</summary>
public static class OperatorCommands
{
    private const int Failed = 1;
    private const int MostSampleTasks = 10_000;

    /// <summary>Whether the first word is a command, known or not, or asks for help; a setting has the form --name=value or name=value.</summary>
    public static bool AreAsked(string[] args) =>
        args is ["--help" or "-h" or "-?", ..] || (args is [var first, ..] && !first.StartsWith('-') && !first.Contains('='));

    /// <param name="builder">What <c>check</c> looks at, where <c>health</c> finds the service, and <c>worker</c> takes the environment from.</param>
    /// <param name="app">Made for the commands that need its services: neither <c>check</c>, <c>health</c>, <c>worker</c> nor help does.</param>
    /// <param name="args">The command line.</param>
    /// <exception cref="OptionsValidationException">It can't be made with these settings.</exception>
    public static Task<int> RunAsync(WebApplicationBuilder builder, Lazy<WebApplication> app, string[] args)
    {
        var worker = DoJobs(builder);
        var root = new RootCommand("PrimeTask's API. Without a command it serves.")
        {
            worker,
            Check(builder.Configuration),
            Health(builder.Configuration),
            Migrate(app),
            WithPassword(app, "create-admin", "Create an admin; the password is read from the standard input.", (admins, email, password, cancellation) =>
                admins.CreateAsync(email, password, cancellation)),
            WithPassword(app, "reset-password", "Give a user a new password, read from the standard input, and end the user's sessions.", (admins, email, password, cancellation) =>
                admins.ResetPasswordAsync(email, password, cancellation)),
            RebuildCounters(app),
            JobCommands.All(act => DoAsync(app, act)),
            AddSampleData(app),
        };
        var parsed = root.Parse(args);
        return parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The worker hears of signals itself, and takes longer to end than a command may.
            ProcessTerminationTimeout = parsed.CommandResult.Command == worker ? null : TimeSpan.FromSeconds(2),
        });
    }

    private static Command DoJobs(WebApplicationBuilder builder)
    {
        var command = new Command("worker", "Do the jobs: what requests have put off, and what comes round. It runs until it is told to end, and first ends the jobs under way.");
        command.SetAction((_, cancellation) => Worker.RunAsync(builder.Environment.EnvironmentName, cancellation));
        return command;
    }

    private static Command Check(IConfiguration configuration)
    {
        var command = new Command("check", "Print the checklist for Production and the state of each item; the exit code is 1 when one is refused.");
        command.SetAction((_, _) => ProductionChecklist.PrintAsync(configuration));
        return command;
    }

    private static Command Health(IConfiguration configuration)
    {
        var command = new Command(HealthCommand.Name, "Ask the service that runs in this environment whether it can serve; the exit code is 1 when it can't.");
        command.SetAction((_, cancellation) => HealthCommand.RunAsync(configuration, cancellation));
        return command;
    }

    private static Command Migrate(Lazy<WebApplication> app)
    {
        var command = new Command("migrate", "Apply the migrations, make the API's role from Database__ApiRole and Database__ApiRolePassword, and the first admin from Admin__Email and Admin__Password.");
        command.SetAction((_, cancellation) => DoAsync(app, async services =>
        {
            await using var lockScope = services.CreateAsyncScope();
            string? problem = null;
            await lockScope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>().AloneAsync(async () => problem = await MigrateAsync(services, cancellation), cancellation);
            return problem;
        }));
        return command;
    }

    private static async Task<string?> MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<PrimeTaskDbContext>().UpgradeAsync(cancellation);
        await services.GetRequiredService<ApiRole>().GrantAsync(cancellation);
        var (created, problem) = await services.GetRequiredService<OperatorAccounts>().EnsureFirstAdminAsync(cancellation);
        // The AppHost looks for this line.
        if (created is not null)
            await Console.Out.WriteLineAsync($"Created the first admin {created}.");
        return problem;
    }

    private static Command RebuildCounters(Lazy<WebApplication> app)
    {
        var command = new Command("rebuild-counters", "Hold the counters of the stats to the tasks themselves and mend what is wrong; writers of tasks wait meanwhile.");
        command.SetAction((_, cancellation) => DoAsync(app, async services =>
        {
            var wrong = await services.GetRequiredService<PrimeTaskDbContext>().RebuildAsync(cancellation);
            await Console.Out.WriteLineAsync(wrong == 0 ? "All counters were right." : $"{wrong} counters were wrong and are right now.");
            return null;
        }));
        return command;
    }

    private static Command AddSampleData(Lazy<WebApplication> app)
    {
        var email = Email();
        var tasks = new Option<int>("--tasks") { Description = $"How many, from 1 to {MostSampleTasks}.", DefaultValueFactory = _ => 300 };
        tasks.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostSampleTasks)
                result.AddError($"--tasks must be a number from 1 to {MostSampleTasks}.");
        });
        var command = new Command("sample-data", "Add tasks such as a person has after some weeks to an account's list.") { email, tasks };
        command.SetAction((parsed, cancellation) => DoAsync(app, async services =>
        {
            var count = parsed.GetValue(tasks);
            var problem = await services.GetRequiredService<SampleData>().AddAsync(parsed.GetRequiredValue(email), count, cancellation);
            if (problem is null)
                await Console.Out.WriteLineAsync($"Added {count} tasks to the list of {parsed.GetRequiredValue(email)}.");
            return problem;
        }));
        return command;
    }

    private static Command WithPassword(
        Lazy<WebApplication> app, string name, string description, Func<OperatorAccounts, string, string, CancellationToken, Task<string?>> act)
    {
        var email = Email();
        var command = new Command(name, description) { email };
        command.SetAction((parsed, cancellation) => DoAsync(app, async services =>
        {
            var password = await Console.In.ReadLineAsync(cancellation) ?? "";
            return await act(services.GetRequiredService<OperatorAccounts>(), parsed.GetRequiredValue(email), password, cancellation);
        }));
        return command;
    }

    private static Option<string> Email() => new("--email") { Description = "The account's email address.", Required = true };

    /// <param name="app">Where the services come from.</param>
    /// <param name="act">Gives what is wrong, or null.</param>
    private static async Task<int> DoAsync(Lazy<WebApplication> app, Func<IServiceProvider, Task<string?>> act)
    {
        await using var scope = app.Value.Services.CreateAsyncScope();
        try
        {
            if (await act(scope.ServiceProvider) is not { } problem)
                return 0;
            await Console.Error.WriteLineAsync(problem);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException or RetryLimitExceededException)
        {
            await Console.Error.WriteLineAsync($"The database did not do it: {exception.InnerException?.Message ?? exception.Message}");
        }

        return Failed;
    }
}
