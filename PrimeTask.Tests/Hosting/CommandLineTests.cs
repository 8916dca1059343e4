using PrimeTask.AppHost;

namespace PrimeTask.Tests.Hosting;

public sealed class CommandLineTests
{
    private static readonly string _appSettings = Path.Combine(AppContext.BaseDirectory, "appsettings.AppHost.json");

    [Theory]
    [InlineData("--Ports:Web=1")]
    [InlineData("--ports:web=1")]
    [InlineData("/Ports:Web=1")]
    [InlineData("Ports:Web=1")]
    [InlineData("--Ports:Web", "1")]
    [InlineData("--DataDirectory=/data", "--Replicas:Api=2")]
    [InlineData("--Parameters:admin-password=x")]
    [InlineData("--Logging:LogLevel:Default=Debug")]
    public void Check_KnownSettings_Pass(params string[] args) => CommandLine.Check(args, _appSettings);

    [Fact]
    public void Check_MisspeltSetting_NamesItAndTheKnownOnes()
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => CommandLine.Check(["--Port:Web=1"], _appSettings));

        Assert.Equal(
            "There is no setting 'Port:Web'. The settings are: DataDirectory, Mail:From, Mail:Host, Mail:Port, Mail:PublicAddress, Mail:Tls, Mail:Username, Parameters:admin-email, Parameters:admin-password, Parameters:database-api-password, "
            + "Parameters:jwt-signing-key, Parameters:mail-password, Ports:Dashboard, Ports:Web, Postgres:BinDirectory, RateLimiting:Enabled, Replicas:Api, Servers, TrustedProxies.",
            refusal.Message);
    }

    [Theory]
    [InlineData("--Ports:Web")]
    [InlineData("verbose")]
    public void Check_WithoutValue_SaysHowToWriteIt(string argument)
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => CommandLine.Check([argument], _appSettings));

        Assert.Equal($"'{argument}' is not a setting with a value. Write it as --Name=value.", refusal.Message);
    }
}
