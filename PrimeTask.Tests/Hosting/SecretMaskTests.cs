using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.Tests.Hosting;

public sealed class SecretMaskTests
{
    [Fact]
    public void Apply_SecretInText_IsReplacedEverywhere()
    {
        var mask = new SecretMask();
        mask.Add("hunter2hunter2");

        Assert.Equal("Password=••••••;Other=••••••", mask.Apply("Password=hunter2hunter2;Other=hunter2hunter2"));
    }

    [Fact]
    public void Apply_SecretThatContainsAnother_LeavesNoTail()
    {
        var mask = new SecretMask();
        mask.Add("secret");
        mask.Add("secret-and-more");

        Assert.Equal("••••••", mask.Apply("secret-and-more"));
    }
}
