using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.Tests.Accounts;

public sealed class PasswordHasherTests
{
    // Made by Django 4.1: make_password("lètmein", "seasalt", "pbkdf2_sha256"), from its own test suite.
    private const string Django = "pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=";

    private readonly PasswordHasher _hasher = new(Options.Create(new PasswordOptions { Iterations = 400_000 }));

    [Fact]
    public void Iterations_ByDefault_AreWhatOwaspAsksFor() => Assert.InRange(new PasswordOptions().Iterations, 600_000, int.MaxValue);

    [Fact]
    public void Verify_DjangoHash_IsRightAndDueForAnUpgrade() =>
        Assert.Equal(PasswordVerification.RightButWeak, _hasher.Verify("lètmein", Django));

    [Fact]
    public void Verify_OwnHash_IsRightForItsPasswordOnly()
    {
        var hash = _hasher.Hash("correct horse");

        Assert.StartsWith("pbkdf2_sha256$400000$", hash);
        Assert.Equal(PasswordVerification.Right, _hasher.Verify("correct horse", hash));
        Assert.Equal(PasswordVerification.Wrong, _hasher.Verify("wrong horse", hash));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!unusable")]
    [InlineData("pbkdf2_sha256$x$salt$AAAA")]
    [InlineData("bcrypt$1$salt$AAAA")]
    public void Verify_UnusableHash_IsWrong(string? stored) => Assert.Equal(PasswordVerification.Wrong, _hasher.Verify("anything", stored));
}
