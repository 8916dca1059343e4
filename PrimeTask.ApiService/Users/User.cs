using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Search;

namespace PrimeTask.ApiService.Users;

public sealed class User
{
    public const int MaxEmailLength = 254;
    public const int MinUsernameLength = 3;
    public const int MaxUsernameLength = 50;
    public const int MaxNameLength = 150;

    private User()
    {
    }

    public long Id { get; private set; }

    /// <summary>Lower-case.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Whether somebody has followed a link that was sent there.</summary>
    public bool EmailConfirmed { get; private set; }

    /// <summary>Lower-case.</summary>
    public string Username { get; private set; } = "";

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    /// <summary>See <see cref="TextSearch.Kept"/>.</summary>
    public string? SearchText { get; private set; }

    public UserRole Role { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>The IANA name of the zone whose days this person's tasks are due on.</summary>
    public string TimeZone { get; private set; } = TimeZones.Utc;

    public string PasswordHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static User Register(
        string email, string username, string firstName, string lastName, string passwordHash, UserRole role, string timeZone, DateTimeOffset now) => new()
        {
            Email = email,
            Username = username,
            FirstName = firstName,
            LastName = lastName,
            SearchText = SearchTextOf(email, username, firstName, lastName),
            Role = role,
            PasswordHash = passwordHash,
            TimeZone = timeZone,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public void Rename(Maybe<string> username, Maybe<string> firstName, Maybe<string> lastName, DateTimeOffset now)
    {
        Username = username.Or(Username)!;
        FirstName = firstName.Or(FirstName)!;
        LastName = lastName.Or(LastName)!;
        SearchText = SearchTextOf(Email, Username, FirstName, LastName);
        UpdatedAt = now;
    }

    /// <summary>From now on days begin and end there.</summary>
    public void MoveTo(string timeZone) => TimeZone = timeZone;

    public static string? SearchTextOf(string email, string username, string firstName, string lastName) =>
        TextSearch.Kept(email, username, $"{firstName} {lastName}");

    public void ChangeRole(UserRole role) => Role = role;

    public void Activate(bool active) => IsActive = active;

    public void ConfirmEmail(DateTimeOffset now) => (EmailConfirmed, UpdatedAt) = (true, now);

    public void ChangePassword(string passwordHash, DateTimeOffset now) => (PasswordHash, UpdatedAt) = (passwordHash, now);

    /// <summary>Not a change that anybody sees: the same password in a stronger form.</summary>
    public void UpgradePasswordHash(string passwordHash) => PasswordHash = passwordHash;
}
