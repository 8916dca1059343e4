namespace PrimeTask.Tests.Operations;

/// <summary>What <c>migrate</c> says about the first admin: the AppHost decides by it whether to show the generated password.</summary>
public sealed class FirstAdminTests(PrimeTaskApp app)
{
    private const string Email = "first@example.com";

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Migrate_WithoutAnAdmin_SaysThatItCreatedOneAndOnlyThen()
    {
        var connection = await OwnDatabase.CopyAsync(app);

        var noPassword = await MigrateAsync(connection, "");
        Assert.Equal(1, noPassword.ExitCode);
        Assert.Contains("Parameters:admin-password", noPassword.Output);
        Assert.Contains("Admin__Password", noPassword.Output);
        Assert.DoesNotContain("Created", noPassword.Output);

        foreach (var weak in Soak.Cases(0, "12345"))
        {
            var refused = await MigrateAsync(connection, weak);
            Assert.Equal(1, refused.ExitCode);
            Assert.DoesNotContain("Created", refused.Output);
        }

        var created = await MigrateAsync(connection, ApiUser.Password);
        Assert.Equal(0, created.ExitCode);
        Assert.Equal($"Created the first admin {Email}.", Assert.Single(created.Output.Split('\n'), line => line.StartsWith("Created", StringComparison.Ordinal)).TrimEnd('\r'));
        Assert.DoesNotContain(ApiUser.Password, created.Output);

        foreach (var password in Soak.Cases(1, "", ApiUser.Password))
        {
            var again = await MigrateAsync(connection, password);
            Assert.Equal(0, again.ExitCode);
            Assert.DoesNotContain("Created", again.Output);
        }
    }

    private static Task<(int ExitCode, string Output)> MigrateAsync(string connection, string password) => ServiceProcess.CommandAsync(
        ["migrate"], "", ("ConnectionStrings__primetask", connection), ("Admin__Email", Email), ("Admin__Password", password));
}
