using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;

namespace PrimeTask.ApiService.Admin;

public static class AdminEndpoints
{
    private const string ById = "/users/{id:long}/";
    private const string Listed = "Users retrieved successfully";
    private const string Retrieved = "User retrieved successfully";
    private const string Updated = "User updated successfully";
    private const string LastAdmin = "The last active admin cannot be demoted, deactivated or deleted";

    public static void AddAdministration(this IHostApplicationBuilder builder) => builder.Services.AddScoped<UserAdministration>();

    public static void MapAdministration(this IEndpointRouteBuilder group)
    {
        group.MapGet("/users/", ListAsync).WithName("listUsers").WithSummary("List users").WithQuery(UserListQuery.Parameters).WithMessage(Listed);
        group.MapGet(ById, GetAsync).WithName("getUser").WithSummary("Read a user").WithMessage(Retrieved);
        group.MapPut(ById, ChangeAsync).WithName("replaceUser").WithSummary("Change a user's names, role or state").WithMessage(Updated);
        group.MapPatch(ById, ChangeAsync).WithName("updateUser").WithSummary("Change a user's names, role or state").WithMessage(Updated);
        group.MapDelete(ById, DeleteAsync).WithName("deleteUser").WithSummary("Delete a user and the user's tasks");
    }

    private static async Task<Results<Ok<Envelope<Page<AdminUserResponse>>>, Invalid, Missing>> ListAsync(
        HttpRequest request, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(request.Query, UserListQuery.Parameters);
        var query = UserListQuery.Read(reader);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var page = await standby.ReadLatestAsync(
            primary, db => query.Page.TakeAsync(query.Apply(db).Select(AdminUserResponse.FromUser(db)), request, cancellationToken), cancellationToken);
        return page is null ? new Missing() : Envelope.Ok(Listed, page);
    }

    private static async Task<Results<Ok<Envelope<AdminUserResponse>>, Missing>> GetAsync(
        long id, PrimeTaskDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) is { } user ? Envelope.Ok(Retrieved, user) : new Missing();

    private static async Task<Results<Ok<Envelope<AdminUserResponse>>, Invalid, Refused, Missing>> ChangeAsync(
        long id, AdminUserRequest body, CurrentUser caller, UserAdministration administration, PrimeTaskDbContext db,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = body.Read(errors);
        if (errors.Any)
            return new Invalid(errors);

        return await administration.ChangeAsync(id, changes, caller.Id, cancellationToken) switch
        {
            UserChangeOutcome.LastAdmin => new Refused(LastAdmin),
            UserChangeOutcome.Done when await FindAsync(db, id, cancellationToken) is { } user => Envelope.Ok(Updated, user),
            _ => new Missing(),
        };
    }

    private static async Task<Results<NoContent, Refused, Missing>> DeleteAsync(
        long id, CurrentUser caller, UserAdministration administration, CancellationToken cancellationToken)
    {
        if (id == caller.Id)
            return new Refused("You cannot delete your own account");

        return await administration.DeleteAsync(id, caller.Id, cancellationToken) switch
        {
            UserChangeOutcome.LastAdmin => new Refused(LastAdmin),
            UserChangeOutcome.Done => TypedResults.NoContent(),
            _ => new Missing(),
        };
    }

    private static Task<AdminUserResponse?> FindAsync(PrimeTaskDbContext db, long id, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == id).Select(AdminUserResponse.FromUser(db)).SingleOrDefaultAsync(cancellationToken);
}
