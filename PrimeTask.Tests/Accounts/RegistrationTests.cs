namespace PrimeTask.Tests.Accounts;

public sealed class RegistrationTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Register_EverythingMissing_NamesEveryField()
    {
        using var somebody = ApiUser.Anonymous(app);

        var response = (await somebody.PostAsync("auth/register/", new { })).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        foreach (var field in new[] { "email", "username", "password", "password_confirm" })
            Assert.Equal(["This field is required."], response.Errors(field));
    }

    [Theory]
    [InlineData("email", "", "This field may not be blank.")]
    [InlineData("email", null, "This field may not be null.")]
    [InlineData("email", "nobody", "Enter a valid email address.")]
    [InlineData("email", "a\0b@example.com", "Control characters other than tab and line breaks are not allowed.")]
    [InlineData("username", "ab", "Username must be at least 3 characters long.")]
    [InlineData("username", "no spaces", "Username must be alphanumeric.")]
    [InlineData("username", "x1234567890123456789012345678901234567890123456789012", "Ensure this field has no more than 50 characters.")]
    [InlineData("password", "short1", "This password is too short. It must contain at least 8 characters.")]
    [InlineData("username", "mic\u212A", "Username must be alphanumeric.")]
    [InlineData("username", "ann\n\u0661", "Username must be alphanumeric.")]
    [InlineData("email", "mic\u212A@example.com", "Enter a valid email address.")]
    [InlineData("email", "a@example.com\n\u200b", "Enter a valid email address.")]
    [InlineData("email", "a\u1fef@example.com", "Enter a valid email address.")]
    [InlineData("first_name", "a\u0007", "Control characters other than tab and line breaks are not allowed.")]
    [InlineData("password", "\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80", "This password is too short. It must contain at least 8 characters.")]
    [InlineData("password", "e\u0301a\u0301o\u0301u\u0301", "This password is too short. It must contain at least 8 characters.")]
    [InlineData("password", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660", "This password is entirely numeric.")]
    [InlineData("password", "\ud835\udfce\ud835\udfcf\ud835\udfd0\ud835\udfd1\ud835\udfd2\ud835\udfd3\ud835\udfd4\ud835\udfd5", "This password is entirely numeric.")]
    [InlineData("password", "a-quiet\u0001Harbour-88", "Control characters other than tab and line breaks are not allowed.")]
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

        var response = (await somebody.PostAsync("auth/register/", body)).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Assert.Contains(sentence, response.Errors(field));
    }

    [Fact]
    public async Task Password_OfEightToManyCodePoints_IsOneTextInEveryForm()
    {
        using var user = ApiUser.Anonymous(app);
        // 128 code points in NFC, 250 as they were sent.
        var typed = "Ha\u0308fen\u00a0 " + string.Concat(Enumerable.Repeat("\ud83d\ude80", 121));
        var prepared = "H\u00e4fen  " + string.Concat(Enumerable.Repeat("\ud83d\ude80", 121));
        Assert.Equal(HttpStatusCode.BadRequest, (await RegisterAsync(user, typed + "x", prepared + "x")).Status);
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(user, typed, prepared)).Status);

        foreach (var password in new[] { typed, prepared, typed.Replace('\u00a0', '\u3000') })
            await user.LoginAsync(user.Email, password);

        var changed = await user.SendAsync(HttpMethod.Put, "auth/change-password/", new { old_password = typed, new_password = prepared, new_password_confirm = prepared });
        Assert.Equal(["New password must be different from current password."], changed.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("new_password"));
    }

    [Fact]
    public async Task Login_WithWhatOnlyBecomesTheAddressWhenFolded_IsNobody()
    {
        using var user = ApiUser.Anonymous(app);
        var username = $"k{user.Username}";
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("auth/register/", user.Registration($"{username}@example.com", username))).Status);

        var login = await user.PostAsync("auth/login/", new { email = $"\u212a{username[1..]}@example.com", password = ApiUser.Password });

        login.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        await user.LoginAsync($" K{username[1..]}@EXAMPLE.com", ApiUser.Password);
    }

    [Fact]
    public async Task Register_SameEmailAtOnce_OneWinsAndOneIsToldWhy()
    {
        using var first = ApiUser.Anonymous(app);
        using var second = ApiUser.Anonymous(app);

        var responses = await Task.WhenAll(
            first.PostAsync("auth/register/", first.Registration()),
            second.PostAsync("auth/register/", second.Registration(email: first.Email.ToUpperInvariant())));

        Assert.Single(responses, response => response.Status == HttpStatusCode.Created);
        var loser = Assert.Single(responses, response => response.Status == HttpStatusCode.BadRequest);
        Assert.Equal(["A user with that email already exists."], loser.Errors("email"));
    }

    [Fact]
    public async Task Login_WrongPasswordAndUnknownEmail_AnswerAlike()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var wrong = await user.PostAsync("auth/login/", new { email = user.Email, password = "not this one" });
        var unknown = await user.PostAsync("auth/login/", new { email = "nobody-at-all@example.com", password = "not this one" });

        foreach (var response in new[] { wrong, unknown })
        {
            response.MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
            Assert.Equal(["No active account found with the given credentials"], response.Errors("detail"));
        }
    }

    private static Task<ApiResponse> RegisterAsync(ApiUser user, string password, string confirmation) => user.PostAsync(
        "auth/register/", new { email = user.Email, username = user.Username, password, password_confirm = confirmation });

    [Fact]
    public async Task GetProfile_SignedIn_ShowsTheAccountWithoutSecrets()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var response = await user.GetAsync("auth/profile");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(
            ["id", "email", "email_confirmed", "username", "first_name", "last_name", "role", "time_zone", "created_at", "updated_at"],
            response.Data.AsObject().Select(member => member.Key));
        Assert.Equal("user", (string)response.Data["role"]!);
        Assert.EndsWith("Z", (string)response.Data["created_at"]!);
    }
}
