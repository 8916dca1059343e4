namespace PrimeTask.AppHost;

/// <summary>What an operator can do from the dashboard: the commands of the API's program, in a process of their own.</summary>
internal static class OperatorCommands
{
    private static readonly InteractionInput _email = new()
    {
        Name = "email",
        Label = "Email address",
        InputType = InputType.Text,
        Required = true,
        Placeholder = "ada@example.com",
    };

    private static readonly InteractionInput _password = new() { Name = "password", Label = "New password", InputType = InputType.SecretText, Required = true };

    internal static IResourceBuilder<ProjectResource> WithOperatorCommands(
        this IResourceBuilder<ProjectResource> api,
        IResourceBuilder<IResourceWithConnectionString> database,
        IResourceBuilder<IResourceWithConnectionString> cache)
    {
        return api
            .WithProcessCommand("sample-data", "Create sample data", context => RunAsync(context, "sample-data", "--email", context.Arguments.GetString("email")!), new()
            {
                Description = "Adds a few hundred tasks to a user's list.",
                IconName = "TaskListSquareAdd",
                Arguments = [_email],
            })
            .WithProcessCommand("reset-password", "Reset a password", context => RunAsync(context, "reset-password", "--email", context.Arguments.GetString("email")!), new()
            {
                Description = "Gives a user a new password and ends the user's sessions.",
                IconName = "KeyReset",
                Arguments = [_email, _password],
            })
            .WithProcessCommand("rebuild-counters", "Rebuild counters", context => RunAsync(context, "rebuild-counters"), new()
            {
                Description = "Compares the counters of the stats with the tasks and corrects what is wrong. Writers of tasks wait meanwhile.",
                IconName = "ArrowSyncCheckmark",
                ConfirmationMessage = "Writers of tasks wait until it is done. Rebuild now?",
            });

        async ValueTask<ProcessCommandSpec> RunAsync(ExecuteCommandContext context, params string[] arguments) => new(DotnetProgram.Host)
        {
            Arguments = [api.BuiltAssembly(), .. arguments],
            StandardInputContent = context.Arguments.TryGetByName("password", out var password) ? password.Value : "",
            EnvironmentVariables = new Dictionary<string, string>
            {
                [$"ConnectionStrings__{database.Resource.Name}"] = (await database.Resource.GetConnectionStringAsync(context.CancellationToken))!,
                [$"ConnectionStrings__{cache.Resource.Name}"] = (await cache.Resource.GetConnectionStringAsync(context.CancellationToken))!,
                ["Database__AllowWithoutTls"] = "true",
            },
        };
    }
}
