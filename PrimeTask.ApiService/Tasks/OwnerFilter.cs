using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The parameter <c>owner</c>: <c>me</c> for everybody, an id for admins.</summary>
internal static class OwnerFilter
{
    private const string Name = "owner";
    private const string Me = "me";

    public static IReadOnlyCollection<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Id(Name, "me: the own tasks, of an admin too. For admins also the id of an owner.", Me) with { Allowed = [Me] },
    ];

    /// <returns>Null for all that the caller sees.</returns>
    public static long? Read(QueryReader query, CurrentUser user) => query.Text(Name) switch
    {
        null => null,
        Me => user.Id,
        _ when user.OnlyOwner() is null => query.Number(Name),
        _ => query.Refuse<long>(Name, Choices.Invalid([Me])),
    };
}
