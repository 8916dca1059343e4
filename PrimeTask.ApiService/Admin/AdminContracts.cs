using System.Linq.Expressions;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Admin;

/// <summary>The body of PUT and PATCH alike: no member is required, and what is left out stays.</summary>
public sealed record AdminUserRequest
{
    [Name]
    public Maybe<string> FirstName { get; init; }

    [Name(Example = "Marsh")]
    public Maybe<string> LastName { get; init; }

    public Maybe<UserRole> Role { get; init; }

    public Maybe<bool> IsActive { get; init; }

    public UserChanges Read(FieldErrors errors)
    {
        errors.Check(this);
        return new(FirstName.Map(WireText.Line), LastName.Map(WireText.Line), Role, IsActive);
    }
}

/// <summary>A user as admins see them.</summary>
public sealed record AdminUserResponse(
    long Id,
    [property: Example("ann@example.com")] string Email,
    bool EmailConfirmed,
    [property: Example("ann")] string Username,
    [property: Example("Ann")] string FirstName,
    [property: Example("Marsh")] string LastName,
    UserRole Role,
    bool IsActive,
    [property: Example(TimeZones.Example)] string TimeZone,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int TasksCount)
{
    /// <param name="db">Where the counters are.</param>
    public static Expression<Func<User, AdminUserResponse>> FromUser(PrimeTaskDbContext db) => user => new AdminUserResponse(
        user.Id, user.Email, user.EmailConfirmed, user.Username, user.FirstName, user.LastName, user.Role, user.IsActive, user.TimeZone, user.CreatedAt, user.UpdatedAt,
        (int)(db.TaskCounts.Where(count => count.OwnerId == user.Id).Sum(count => count.Count)
            + db.TaskCountChanges.Where(change => change.OwnerId == user.Id).Sum(change => change.Change)));
}
