using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.Tests.Accounts;

public sealed class PasswordHasherTests
{
    // Made by Django 4.1: make_password("lètmein", "seasalt", "pbkdf2_sha256"), from its own test suite.
    private const string Django = "pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=";

    private readonly PasswordHasher _hasher = new(Options.Create(new PasswordOptions { Iterations = 400_000 }));

    /// <summary>For what has nothing to do with the price.</summary>
    private readonly PasswordHasher _cheap = new(Options.Create(new PasswordOptions { Iterations = 20_000 }));

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
    [InlineData("e\u0301clair-Harbour", "\u00e9clair-Harbour")]
    [InlineData("quiet\u00a0harbour", "quiet harbour")]
    [InlineData("quiet\u3000harbour", "quiet\u2003harbour")]
    public void Verify_TheSamePasswordInAnotherForm_IsRight(string one, string other)
    {
        Assert.Equal(PasswordVerification.Right, _cheap.Verify(one, _cheap.Hash(other)));
        Assert.Equal(PasswordVerification.Right, _cheap.Verify(other, _cheap.Hash(one)));
    }

    [Fact]
    public void Verify_HashOfAPasswordThatWasNotPrepared_IsRightAndDueForAnUpgrade()
    {
        // PBKDF2 of "e\u0301clair-Harbour", as it was sent, as releases before this rule stored it.
        const string typed = "e\u0301clair-Harbour";
        var old = $"pbkdf2_sha256$400000$seasalt${Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(typed), "seasalt"u8, 400_000, HashAlgorithmName.SHA256, 32))}";

        Assert.Equal(PasswordVerification.RightButWeak, _hasher.Verify(typed, old));
        Assert.Equal(PasswordVerification.Wrong, _hasher.Verify("e\u0301clair-Harbor", old));
        Assert.Equal(PasswordVerification.Right, _hasher.Verify("\u00e9clair-Harbour", _hasher.Hash(typed)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!unusable")]
    [InlineData("pbkdf2_sha256$x$salt$AAAA")]
    [InlineData("bcrypt$1$salt$AAAA")]
    public void Verify_UnusableHash_IsWrong(string? stored) => Assert.Equal(PasswordVerification.Wrong, _cheap.Verify("anything", stored));
}
