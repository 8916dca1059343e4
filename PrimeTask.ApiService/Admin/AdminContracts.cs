using System.Linq.Expressions;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Admin;

public sealed record AdminUserRequest
{
    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> FirstName { get; init; }

    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> LastName { get; init; }

    public Maybe<string> Role { get; init; }

    public Maybe<bool?> IsActive { get; init; }

    /// <summary>What is present, for PUT and PATCH alike: no member is required.</summary>
    public UserChanges Read(FieldErrors errors) => new(
        Registration.ReadName(errors, "first_name", FirstName),
        Registration.ReadName(errors, "last_name", LastName),
        Role.IsPresent ? new(errors.Choice("role", Role, UserRole.User)) : default,
        ReadIsActive(errors));

    private Maybe<bool> ReadIsActive(FieldErrors errors)
    {
        if (IsActive is { IsPresent: true, Value: null })
            errors.Add("is_active", FieldErrors.Null);
        return IsActive.Value is { } active ? new(active) : default;
    }
}

/// <summary>A user as admins see them.</summary>
public sealed record AdminUserResponse(
    long Id,
    string Email,
    string Username,
    string FirstName,
    string LastName,
    UserRole Role,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int TasksCount)
{
    /// <param name="db">Where the counters are.</param>
    public static Expression<Func<User, AdminUserResponse>> FromUser(PrimeTaskDbContext db) => user => new AdminUserResponse(
        user.Id, user.Email, user.Username, user.FirstName, user.LastName, user.Role, user.IsActive, user.CreatedAt, user.UpdatedAt,
        (int)(db.TaskCounts.Where(count => count.OwnerId == user.Id).Sum(count => count.Count)
            + db.TaskCountChanges.Where(change => change.OwnerId == user.Id).Sum(change => change.Change)));
}
