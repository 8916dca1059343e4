using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks.Views;

public static class ViewEndpoints
{
    private const string ById = "/{id:long}/";
    private const string Listed = "Views retrieved successfully";
    private const string Retrieved = "View retrieved successfully";
    private const string Created = "View created successfully";
    private const string Updated = "View updated successfully";
    private const string Moved = "View moved successfully";

    private static readonly string _full = $"You have {SavedView.Most} views, which is the most there can be. Delete one first.";

    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/views").WithTags("Views");
        group.MapGet("/", ListAsync).WithName("listViews").WithSummary("List the own saved views in their order")
            .WithMessage(Listed).WithQuery(PageRequest.Parameters).CacheList();
        group.MapPost("/", CreateAsync).WithName("createView").WithSummary("Save filters, order and grouping of a list under a name").WithMessage(Created).WithHeader(IdempotencyKeys.Header);
        group.MapGet(ById, GetAsync).WithName("getView").WithSummary("Read a saved view").WithMessage(Retrieved);
        group.MapPut(ById, ReplaceAsync).WithName("replaceView").WithSummary("Replace a saved view; what is left out gets its default")
            .WithMessage(Updated).WithHeader(HeaderMetadata.IfMatch);
        group.MapPatch(ById, PatchAsync).WithName("updateView").WithSummary("Change a saved view; what is left out stays")
            .WithMessage(Updated).WithHeader(HeaderMetadata.IfMatch);
        group.MapDelete(ById, DeleteAsync).WithName("deleteView").WithSummary("Delete a saved view").WithHeader(HeaderMetadata.IfMatch);
        group.MapPost("/{id:long}/move/", MoveAsync).WithName("moveView").WithSummary("Move a saved view in the order by hand")
            .WithMessage(Moved).WithHeader(HeaderMetadata.IfMatch);
    }

    private static async Task<Results<Ok<Envelope<Page<ViewResponse>>>, Invalid, Missing>> ListAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, PageRequest.Parameters);
        var page = PageRequest.Read(reader);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var found = await standby.ReadTasksAsync(
            context, primary,
            db => page.TakeAsync(
                db.SavedViews.AsNoTracking().Where(view => view.OwnerId == user.Id).OrderBy(view => view.Position ?? view.Id).ThenBy(view => view.Id),
                context.Request, cancellationToken),
            cancellationToken);
        return found is null ? new Missing() : Envelope.Ok(Listed, found.Map(ViewResponse.Of));
    }

    private static async Task<Results<Created<Envelope<ViewResponse>>, Invalid, Missing, KeyReused>> CreateAsync(
        ViewRequest body, HttpContext context, CurrentUser user, PrimeTaskDbContext db, ViewEditor editor, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = body.ReadWhole(user, errors);
        var request = idempotency.Read(context.Request, "createView", user.Key, changes, errors);
        if (errors.Any)
            return new Invalid(errors);

        var (created, keyReused) = await editor.CreateAsync(user, changes, request, cancellationToken);
        if (keyReused)
            return new KeyReused();
        if (created is null)
            return new Invalid(Failures.Detail, _full);
        if (await FindAsync(db, user, created.Id, cancellationToken) is not { } view)
            return new Missing();

        context.Response.Headers.ETag = view.ETag();
        return Envelope.Created(TaskEndpoints.Location(context.Request, view.Id), Created, view);
    }

    private static async Task<Results<Ok<Envelope<ViewResponse>>, Missing>> GetAsync(
        long id, HttpContext context, CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var view = await FindAsync(db, user, id, cancellationToken);
        return view is null ? new Missing() : Show(context, Retrieved, view);
    }

    private static async Task<ViewResponse?> FindAsync(PrimeTaskDbContext db, CurrentUser user, long id, CancellationToken cancellationToken) =>
        await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(view => view.Id == id && view.OwnerId == user.Id, cancellationToken) is { } view ? ViewResponse.Of(view) : null;

    private static Task<Results<Ok<Envelope<ViewResponse>>, Invalid, Missing, Changed>> ReplaceAsync(
        long id, ViewRequest body, HttpContext context, CurrentUser user, ViewEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadWhole, context, user, editor, cancellationToken);

    private static Task<Results<Ok<Envelope<ViewResponse>>, Invalid, Missing, Changed>> PatchAsync(
        long id, ViewPatch body, HttpContext context, CurrentUser user, ViewEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadPart, context, user, editor, cancellationToken);

    private static async Task<Results<Ok<Envelope<ViewResponse>>, Invalid, Missing, Changed>> EditAsync(
        long id, Func<CurrentUser, FieldErrors, ViewChanges> read, HttpContext context, CurrentUser user, ViewEditor editor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = read(user, errors);
        if (errors.Any)
            return new Invalid(errors);

        var (outcome, view) = await editor.EditAsync(id, user, context.Request.Headers.IfMatch, changes, cancellationToken);
        return view is not null ? Show(context, Updated, view) : outcome == PlacedEditOutcome.Changed ? new Changed() : new Missing();
    }

    private static async Task<Results<NoContent, Missing, Changed>> DeleteAsync(
        long id, HttpContext context, CurrentUser user, ViewEditor editor, CancellationToken cancellationToken) =>
        await editor.DeleteAsync(id, user, context.Request.Headers.IfMatch, cancellationToken) switch
        {
            PlacedEditOutcome.Missing => new Missing(),
            PlacedEditOutcome.Changed => new Changed(),
            _ => TypedResults.NoContent(),
        };

    private static async Task<Results<Ok<Envelope<ViewResponse>>, Invalid, Missing, Changed>> MoveAsync(
        long id, MoveRequest body, HttpContext context, CurrentUser user, ViewEditor editor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var move = body.Read(errors);
        if (errors.Any)
            return new Invalid(errors);

        var (outcome, view) = await editor.MoveAsync(id, user, context.Request.Headers.IfMatch, move, cancellationToken);
        if (outcome == PlacedEditOutcome.NoPlace)
            return new Invalid(move.Member, HandMove.Unknown);
        return view is not null ? Show(context, Moved, view) : outcome == PlacedEditOutcome.Changed ? new Changed() : new Missing();
    }

    private static Ok<Envelope<ViewResponse>> Show(HttpContext context, string message, ViewResponse view)
    {
        context.Response.Headers.ETag = view.ETag();
        return Envelope.Ok(message, view);
    }
}
