using PrimeTask.CacheCheck.Processes;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Accounts;

/// <summary>What <c>migrate</c> says about the first admin: the AppHost decides by it whether to show the generated password.</summary>
public sealed class FirstAdminTests(PrimeTaskApp app)
{
    private const string Email = "first@example.com";

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Migrate_WithoutAnAdmin_SaysThatItCreatedOneAndOnlyThen()
    {
        var connection = await OwnDatabase.NameAsync(app);

        foreach (var refused in Soak.Of<string[]>([""], ["", "12345"]))
        {
            var (exitCode, output) = await MigrateAsync(connection, refused);
            Assert.Equal(1, exitCode);
            Assert.Contains("Parameters:admin-password", output);
            Assert.Contains("Admin__Password", output);
            Assert.DoesNotContain("Created", output);
        }

        var created = await MigrateAsync(connection, ApiUser.Password);
        Assert.Equal(0, created.ExitCode);
        Assert.Equal($"Created the first admin {Email}.", Assert.Single(created.Output.Split('\n'), line => line.StartsWith("Created", StringComparison.Ordinal)).TrimEnd('\r'));
        Assert.DoesNotContain(ApiUser.Password, created.Output);

        foreach (var password in Soak.Of<string[]>([""], ["", ApiUser.Password]))
        {
            var again = await MigrateAsync(connection, password);
            Assert.Equal(0, again.ExitCode);
            Assert.DoesNotContain("Created", again.Output);
        }
    }

    private static Task<(int ExitCode, string Output)> MigrateAsync(string connection, string password) => ServiceProcess.CommandAsync(
        ["migrate"], "", ("ConnectionStrings__primetask", connection), ("Admin__Email", Email), ("Admin__Password", password), ("Passwords__Iterations", "20000"));
}
