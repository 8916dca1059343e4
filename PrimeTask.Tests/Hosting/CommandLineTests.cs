using Microsoft.Extensions.Configuration;
using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.Tests.Hosting;

public sealed class CommandLineTests
{
    private static readonly IConfiguration _appSettings =
        new ConfigurationBuilder().AddInMemoryCollection([new("Ports:Web", "5080"), new("Replicas:Api", "1")]).Build();

    [Theory]
    [InlineData("--Ports:Web=1")]
    [InlineData("--ports:web=1")]
    [InlineData("/Ports:Web=1")]
    [InlineData("Ports:Web=1")]
    [InlineData("--Ports:Web", "1")]
    [InlineData("--DataDirectory=/data", "--Replicas:Api=2")]
    [InlineData("--Parameters:admin-password=x")]
    public void RejectUnknownSettings_KnownOnes_Pass(params string[] args) => CommandLine.RejectUnknownSettings(args, _appSettings);

    [Fact]
    public void RejectUnknownSettings_Misspelt_NamesItAndTheKnownOnes()
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => CommandLine.RejectUnknownSettings(["--Port:Web=1"], _appSettings));

        Assert.Equal(
            "There is no setting 'Port:Web'. The settings are: DataDirectory, Ports:Dashboard, Ports:Web, Postgres:BinDirectory, Replicas:Api.",
            refusal.Message);
    }

    [Theory]
    [InlineData("--Ports:Web")]
    [InlineData("verbose")]
    public void RejectUnknownSettings_WithoutValue_SaysHowToWriteIt(string argument)
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => CommandLine.RejectUnknownSettings([argument], _appSettings));

        Assert.Equal($"'{argument}' is not a setting with a value. Write it as --Name=value.", refusal.Message);
    }
}
