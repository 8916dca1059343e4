using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Admin;

/// <summary>Which users an admin wants to see.</summary>
public sealed record UserListQuery(TextSearch? Search, IReadOnlyCollection<UserRole> Roles, bool? IsActive, string Ordering, PageRequest Page)
{
    private const string DefaultOrdering = "-created_at";

    private static readonly Dictionary<string, Func<PrimeTaskDbContext, Expression<Func<User, object?>>>> _orderings = new()
    {
        ["created_at"] = _ => user => user.CreatedAt,
        ["updated_at"] = _ => user => user.UpdatedAt,
        ["email"] = _ => user => user.Email,
        ["username"] = _ => user => user.Username,
        ["role"] = _ => user => user.Role,
        ["tasks_count"] = db => user => db.TaskCounts.Where(count => count.OwnerId == user.Id).Sum(count => count.Count)
            + db.TaskCountChanges.Where(change => change.OwnerId == user.Id).Sum(change => change.Change),
        ["id"] = _ => user => user.Id,
    };

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("search", $"Words in the email, the username or a name, {TextSearch.Description}", "ann"),
        QueryParameter.Choices<UserRole>("role", "One or several, separated by commas.", "admin"),
        QueryParameter.Flag("is_active", "true: who can sign in; false: who cannot."),
        new("ordering", $"A - before the name means descending; {DefaultOrdering} if left out.", "email")
        {
            Allowed = [.. _orderings.Keys.SelectMany(name => new[] { name, "-" + name })],
        },
        .. PageRequest.Parameters,
    ];

    public static UserListQuery Read(QueryReader query) => new(
        TextSearch.Read(query),
        query.Many<UserRole>("role"),
        query.Flag("is_active"),
        query.Choice("ordering") ?? DefaultOrdering,
        PageRequest.Read(query));

    public IQueryable<User> Apply(PrimeTaskDbContext db)
    {
        IQueryable<User> users = db.Users;
        foreach (var pattern in Search?.IndexPatterns ?? [])
            users = users.Where(user => EF.Functions.Like(EF.Property<string>(user, UserConfiguration.Searched), pattern, TextSearch.Escape));
        if (Roles.Count > 0)
            users = users.Where(user => Roles.Contains(user.Role));
        if (IsActive is not null)
            users = users.Where(user => user.IsActive == IsActive);

        var key = _orderings[Ordering.TrimStart('-')](db);
        return Ordering.StartsWith('-')
            ? users.OrderByDescending(key).ThenByDescending(user => user.Id)
            : users.OrderBy(key).ThenBy(user => user.Id);
    }
}
