using System.Net;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Accounts;

public sealed class RegistrationTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Register_EverythingMissing_NamesEveryField()
    {
        using var somebody = ApiUser.Anonymous(app);

        var answer = (await somebody.PostAsync("auth/register/", new { })).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        foreach (var field in new[] { "email", "username", "password", "password_confirm" })
            Assert.Equal(["This field is required."], answer.Errors(field));
    }

    [Theory]
    [InlineData("email", "", "This field may not be blank.")]
    [InlineData("email", null, "This field may not be null.")]
    [InlineData("email", "nobody", "Enter a valid email address.")]
    [InlineData("email", "a\0b@example.com", "Null characters are not allowed.")]
    [InlineData("username", "ab", "Username must be at least 3 characters long.")]
    [InlineData("username", "no spaces", "Username must be alphanumeric.")]
    [InlineData("username", "x1234567890123456789012345678901234567890123456789012", "Ensure this field has no more than 50 characters.")]
    [InlineData("password", "short1", "This password is too short. It must contain at least 8 characters.")]
    [InlineData("password", "password123", "This password is too common.")]
    [InlineData("password", "8362957104", "This password is entirely numeric.")]
    [InlineData("password", "wanderer77", "The password is too similar to the username.")]
    [InlineData("password_confirm", "something else", "Passwords do not match.")]
    [InlineData("first_name", null, "This field may not be null.")]
    public async Task Register_WrongField_SaysWhatIsWrong(string field, string? value, string sentence)
    {
        using var somebody = ApiUser.Anonymous(app);
        var body = new Dictionary<string, string?>
        {
            ["email"] = "somebody@example.com",
            ["username"] = "wanderer77",
            ["password"] = ApiUser.Password,
            ["password_confirm"] = ApiUser.Password,
            ["first_name"] = "",
            [field] = value,
        };

        var answer = (await somebody.PostAsync("auth/register/", body)).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Assert.Contains(sentence, answer.Errors(field));
    }

    [Fact]
    public async Task Register_SameEmailAtOnce_OneWinsAndOneIsToldWhy()
    {
        using var first = ApiUser.Anonymous(app);
        using var second = ApiUser.Anonymous(app);

        var answers = await Task.WhenAll(
            first.PostAsync("auth/register/", first.Registration()),
            second.PostAsync("auth/register/", second.Registration(email: first.Email.ToUpperInvariant())));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        var loser = Assert.Single(answers, answer => answer.Status == HttpStatusCode.BadRequest);
        Assert.Equal(["A user with that email already exists."], loser.Errors("email"));
    }

    [Fact]
    public async Task Login_WrongPasswordAndUnknownEmail_AnswerAlike()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var wrong = await user.PostAsync("auth/login/", new { email = user.Email, password = "not this one" });
        var unknown = await user.PostAsync("auth/login/", new { email = "nobody-at-all@example.com", password = "not this one" });

        foreach (var answer in new[] { wrong, unknown })
        {
            answer.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
            Assert.Equal(["No active account found with the given credentials"], answer.Errors("detail"));
        }
    }

    [Fact]
    public async Task GetProfile_SignedIn_ShowsTheAccountWithoutSecrets()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var answer = await user.GetAsync("auth/profile");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["id", "email", "username", "first_name", "last_name", "role", "created_at", "updated_at"],
            answer.Data.AsObject().Select(member => member.Key));
        Assert.Equal("user", (string)answer.Data["role"]!);
        Assert.EndsWith("Z", (string)answer.Data["created_at"]!);
    }
}
