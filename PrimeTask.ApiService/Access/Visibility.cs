namespace PrimeTask.ApiService.Access;

/// <summary>What belongs to a user.</summary>
public interface IOwned
{
    long OwnerId { get; }
}

/// <summary>The one rule for who sees what: users see what they own, admins see everything. What a caller may not see is not there for them.</summary>
public static class Visibility
{
    /// <summary>The one owner whose things the caller sees; null for everybody's.</summary>
    public static long? OnlyOwner(this CurrentUser caller) => caller.IsAdmin ? null : caller.Id;

    /// <summary>The rule in a query.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> items, CurrentUser caller)
        where T : class, IOwned =>
        caller.OnlyOwner() is { } owner ? items.Where(item => item.OwnerId == owner) : items;

    /// <summary>The rule for what was read for many callers at once.</summary>
    public static bool Sees(this CurrentUser caller, long ownerId) => caller.OnlyOwner() is null || caller.OnlyOwner() == ownerId;
}
