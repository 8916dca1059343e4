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
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.ApiService.Tasks.Projects;

public static class ProjectEndpoints
{
    private const string ById = "/{id:long}/";
    private const string Listed = "Projects retrieved successfully";
    private const string Retrieved = "Project retrieved successfully";
    private const string Created = "Project created successfully";
    private const string Updated = "Project updated successfully";
    private const string Moved = "Project moved successfully";
    private const string Restored = "Project restored successfully";
    private const string Archived = "archived";

    private static readonly QueryParameter[] _parameters =
    [
        QueryParameter.Flag(Archived, "true: only archived projects; false: only the others."),
        .. OwnerFilter.Parameters,
        .. PageRequest.Parameters,
    ];

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/projects").WithTags("Projects");
        group.MapGet("/", ListAsync).WithName("listProjects").WithSummary("List projects in their order: the own ones, or everybody's for an admin")
            .WithMessage(Listed).WithQuery(_parameters).CacheList();
        group.MapPost("/", CreateAsync).WithName("createProject").WithSummary("Create a project").WithMessage(Created).WithHeader(IdempotencyKeys.Header);
        group.MapGet(ById, GetAsync).WithName("getProject").WithSummary("Read a project").WithMessage(Retrieved);
        group.MapPut(ById, ReplaceAsync).WithName("replaceProject").WithSummary("Replace a project; what is left out gets its default")
            .WithMessage(Updated).WithHeader(HeaderMetadata.IfMatch);
        group.MapPatch(ById, PatchAsync).WithName("updateProject").WithSummary("Change a project; what is left out stays")
            .WithMessage(Updated).WithHeader(HeaderMetadata.IfMatch);
        group.MapDelete(ById, DeleteAsync).WithName("deleteProject").WithSummary("Delete a project with its tasks").WithHeader(HeaderMetadata.IfMatch);
        group.MapPost("/{id:long}/restore/", RestoreAsync).WithName("restoreProject")
            .WithSummary("Bring a deleted project back, with those of its tasks that were deleted with it and are still in the trash").WithMessage(Restored);
        group.MapPost("/{id:long}/move/", MoveAsync).WithName("moveProject").WithSummary("Move a project in the order by hand")
            .WithMessage(Moved).WithHeader(HeaderMetadata.IfMatch);
        group.MapGet("/{id:long}/stats/", GetStatsAsync).WithName("getProjectStats").WithSummary("Stats of a project's tasks")
            .WithMessage(TaskEndpoints.StatsRetrieved).CacheList();
    }

    private static async Task<Results<Ok<Envelope<Page<ProjectResponse>>>, Invalid, Missing>> ListAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, _parameters);
        var (archived, owner, page) = (reader.Flag(Archived), OwnerFilter.Read(reader, user), PageRequest.Read(reader));
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var found = await standby.ReadTasksAsync(context, primary, TakeAsync, cancellationToken);
        return found is null ? new Missing() : Envelope.Ok(Listed, found);

        Task<Page<ProjectResponse>?> TakeAsync(PrimeTaskDbContext db)
        {
            var projects = db.Projects.AsNoTracking().Live().VisibleTo(user)
                .Where(project => (owner == null || project.OwnerId == owner) && (archived == null || project.Archived == archived));
            return page.TakeAsync(
                projects.OrderBy(project => project.Position ?? project.Id).ThenBy(project => project.Id).Select(ProjectResponse.FromProject(db)),
                context.Request, cancellationToken);
        }
    }

    private static async Task<Results<Created<Envelope<ProjectResponse>>, Invalid, Missing, KeyReused>> CreateAsync(
        ProjectRequest body, HttpContext context, CurrentUser user, PrimeTaskDbContext db, ProjectEditor editor, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = body.ReadWhole(errors);
        var request = idempotency.Read(context.Request, "createProject", user.Key, changes, errors);
        if (errors.Any)
            return new Invalid(errors);

        var (created, keyReused) = await editor.CreateAsync(user, changes, request, cancellationToken);
        if (keyReused || created is null)
            return new KeyReused();
        if (await FindAsync(db, user, created.Id, cancellationToken) is not { } project)
            return new Missing();

        context.Response.Headers.ETag = project.ETag();
        return Envelope.Created(TaskEndpoints.Location(context.Request, project.Id), Created, project);
    }

    private static async Task<Results<Ok<Envelope<ProjectResponse>>, Missing>> GetAsync(
        long id, HttpContext context, CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var project = await FindAsync(db, user, id, cancellationToken);
        return project is null ? new Missing() : Show(context, Retrieved, project);
    }

    private static Task<ProjectResponse?> FindAsync(PrimeTaskDbContext db, CurrentUser user, long id, CancellationToken cancellationToken) =>
        db.Projects.AsNoTracking().Live().VisibleTo(user).Where(project => project.Id == id).Select(ProjectResponse.FromProject(db)).SingleOrDefaultAsync(cancellationToken);

    private static Task<Results<Ok<Envelope<ProjectResponse>>, Invalid, Missing, Changed>> ReplaceAsync(
        long id, ProjectRequest body, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadWhole, context, user, editor, cancellationToken);

    private static Task<Results<Ok<Envelope<ProjectResponse>>, Invalid, Missing, Changed>> PatchAsync(
        long id, ProjectPatch body, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadPart, context, user, editor, cancellationToken);

    private static async Task<Results<Ok<Envelope<ProjectResponse>>, Invalid, Missing, Changed>> EditAsync(
        long id, Func<FieldErrors, ProjectChanges> read, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = read(errors);
        if (errors.Any)
            return new Invalid(errors);

        var (outcome, project) = await editor.EditAsync(id, user, context.Request.Headers.IfMatch, changes, cancellationToken);
        return project is not null ? Show(context, Updated, project) : outcome == PlacedEditOutcome.Changed ? new Changed() : new Missing();
    }

    private static async Task<Results<NoContent, Missing, Changed>> DeleteAsync(
        long id, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken) =>
        await editor.DeleteAsync(id, user, context.Request.Headers.IfMatch, cancellationToken) switch
        {
            PlacedEditOutcome.Missing => new Missing(),
            PlacedEditOutcome.Changed => new Changed(),
            _ => TypedResults.NoContent(),
        };

    private static async Task<Results<Ok<Envelope<ProjectResponse>>, Missing>> RestoreAsync(
        long id, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken) =>
        await editor.RestoreAsync(id, user, cancellationToken) is { } project ? Show(context, Restored, project) : new Missing();

    private static async Task<Results<Ok<Envelope<ProjectResponse>>, Invalid, Missing, Changed>> MoveAsync(
        long id, MoveRequest body, HttpContext context, CurrentUser user, ProjectEditor editor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var move = body.Read(errors);
        if (errors.Any)
            return new Invalid(errors);

        var (outcome, project) = await editor.MoveAsync(id, user, context.Request.Headers.IfMatch, move, cancellationToken);
        if (outcome == PlacedEditOutcome.NoPlace)
            return new Invalid(move.Member, HandMove.Unknown);
        return project is not null ? Show(context, Moved, project) : outcome == PlacedEditOutcome.Changed ? new Changed() : new Missing();
    }

    private static async Task<Results<Ok<Envelope<TaskStats>>, Missing>> GetStatsAsync(
        long id, HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stats = await standby.ReadTasksAsync(context, primary, ReadAsync, cancellationToken);
        return stats is null ? new Missing() : Envelope.Ok(TaskEndpoints.StatsRetrieved, stats);

        async Task<TaskStats?> ReadAsync(PrimeTaskDbContext db)
        {
            var owner = await db.Projects.Live().VisibleTo(user).Where(project => project.Id == id).Select(project => (long?)project.OwnerId).SingleOrDefaultAsync(cancellationToken);
            return owner is null ? null : await TaskStatsQuery.OfProject(id, owner.Value).ReadAsync(context, db, user, now, cancellationToken);
        }
    }

    private static Ok<Envelope<ProjectResponse>> Show(HttpContext context, string message, ProjectResponse project)
    {
        context.Response.Headers.ETag = project.ETag();
        return Envelope.Ok(message, project);
    }
}
