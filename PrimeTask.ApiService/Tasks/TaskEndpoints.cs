using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;
using PrimeTask.ApiService.Tasks.Bulk;
using PrimeTask.ApiService.Tasks.History;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Stats;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Tasks.Trash;
using PrimeTask.ApiService.Tasks.Views;

namespace PrimeTask.ApiService.Tasks;

public static class TaskEndpoints
{
    internal const string Created = "Task created successfully";
    internal const string Duplicated = "Task duplicated successfully";
    internal const string Updated = "Task updated successfully";
    internal const string StatsRetrieved = "Statistics retrieved successfully";

    private const string Listed = "Tasks retrieved successfully";
    private const string Retrieved = "Task retrieved successfully";
    private const string ById = "/{id:long}/";
    private const string Permanent = "permanent";
    internal const string Scope = "scope";

    private static readonly QueryParameter[] _edit =
        [new(Scope, "Of a recurring task: this occurrence alone, which is the default, or this and all following ones.", "following") { Allowed = [.. Choices.Names<EditScope>()] }];

    private static readonly QueryParameter[] _deletion =
        [QueryParameter.Flag(Permanent, "true: delete it for good, also what is in the trash. If left out, it stays in the trash for 30 days.")];

    public static void AddTasks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TaskCreation>();
        builder.Services.AddSingleton<TaskInserts>();
        builder.Services.AddSingleton<TaskReading>();
        builder.Services.AddSingleton<TaskEditor>();
        builder.Services.AddScoped<TaskBulk>();
        builder.Services.AddScoped<TaskTrash>();
        builder.Services.AddScoped<TaskDuplication>();
        builder.Services.AddScoped<TaskMove>();
        builder.Services.AddScoped<ProjectEditor>();
        builder.Services.AddScoped<LabelEditor>();
        builder.Services.AddScoped<ViewEditor>();
        builder.Services.AddScoped<SampleData>();
        builder.Services.AddHostedService<TaskCountFolding>();
    }

    public static RouteGroupBuilder MapTasks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/tasks").WithTags("Tasks");
        group.MapGet("/", ListAsync).WithName("listTasks").WithSummary("List tasks: the own ones, or everybody's for an admin")
            .WithMessage(Listed).WithQuery(TaskListQuery.Parameters).CacheList();
        group.MapPost("/", CreateAsync).WithName("createTask").WithSummary("Create a task")
            .WithMessage(Created).WithHeader(IdempotencyKeys.Header);
        group.MapGet(ById, GetAsync).WithName("getTask").WithSummary("Read a task").WithMessage(Retrieved).WithHeader(HeaderMetadata.IfNoneMatch);
        group.MapPut(ById, ReplaceAsync).WithName("replaceTask").WithSummary("Replace a task; what is left out gets its default")
            .WithMessage(Updated).WithQuery(_edit).WithHeader(HeaderMetadata.IfMatch);
        group.MapPatch(ById, PatchAsync).WithName("updateTask").WithSummary("Change a task; what is left out stays")
            .WithMessage(Updated).WithQuery(_edit).WithHeader(HeaderMetadata.IfMatch);
        group.MapDelete(ById, DeleteAsync).WithName("deleteTask").WithSummary("Move a task to the trash with its subtasks, or delete them for good").WithQuery(_deletion).WithHeader(HeaderMetadata.IfMatch);
        group.MapPost("/{id:long}/duplicate/", DuplicateAsync).WithName("duplicateTask").WithSummary("Create a pending task like this one, with copies of its open subtasks")
            .WithMessage(Duplicated).WithHeader(IdempotencyKeys.Header);
        group.MapGet("/stats/", GetStatsAsync).WithName("getTaskStats").WithSummary("Stats of the own tasks, or of everybody's for an admin")
            .WithMessage(StatsRetrieved).WithQuery(TaskStatsQuery.Parameters).CacheList();

        group.MapCompletedPerDay();
        group.MapBulk();
        group.MapTrash();
        group.MapHistory();
        group.MapMove();
        group.MapSeries();

        var admin = group.MapGroup("/admin").RequireAuthorization(Policies.Admin);
        admin.MapGet("/all/", ListAsync).WithName("listAllTasks").WithSummary("List everybody's tasks")
            .WithMessage(Listed).WithQuery(TaskListQuery.Parameters).CacheList();
        admin.MapDelete("/{id:long}/delete/", DeleteAsync).WithName("deleteAnyTask").WithSummary("Move anybody's task to the trash with its subtasks, or delete them for good")
            .WithQuery(_deletion).WithHeader(HeaderMetadata.IfMatch);
        return group;
    }

    private static async Task<Results<Ok<Envelope<Page<TaskSummary>>>, Invalid, Missing>> ListAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = TaskListQuery.Reader(context.Request);
        var query = TaskListQuery.Read(reader, user);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var now = clock.GetUtcNow();
        var page = await standby.ReadTasksAsync(context, primary, TakeAsync, cancellationToken);
        return page is null ? new Missing() : Envelope.Ok(Listed, page);

        async Task<Page<TaskSummary>?> TakeAsync(PrimeTaskDbContext db)
        {
            var days = await query.ReadDaysAsync(db, user, cancellationToken);
            ListCachePolicy.ExpireAt(context, await query.ReadNextChangeAsync(db, user, days, now, cancellationToken), now);
            var list = await query.ReadArchivedAsync(db, user, cancellationToken);
            return await list.TakeAsync(db, user, days, now, context.Request, cancellationToken);
        }
    }

    private static async Task<Results<Created<Envelope<TaskResponse>>, Invalid, KeyReused>> CreateAsync(
        TaskRequest body, HttpContext context, CurrentUser user, PrimeTaskDbContext db, TaskCreation creation, IdempotencyKeys idempotency, IdempotentWrites idempotent,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var changes = body.ReadWhole(errors);
        var request = idempotency.Read(context.Request, "createTask", user.Key, changes, errors);
        if (errors.Any)
            return new Invalid(errors);
        // What was created before is answered again, whatever has become of its project since.
        var earlier = request is null ? null : await idempotent.FindAsync<StoredCreation>(request, cancellationToken);
        if (earlier is null && !(await db.FindProjectsAsync([changes], cancellationToken)).Allow(user.Id, changes))
            return new Invalid("project", ProjectQueries.Unknown);
        if (earlier is null && (await Parents.ReadAsync(db, [changes], cancellationToken)).Check(null, user.Id, changes).Problem() is { } problem)
            return new Invalid(problem.Member, problem.Sentence);

        var (created, keyReused) = earlier ?? await creation.CreateAsync(user, changes, request, cancellationToken);
        if (keyReused || created is null)
            return new KeyReused();

        context.Response.Headers.ETag = created.ETag;
        return Envelope.Created(Location(context.Request, created.Task.Id), Created, created.Task.ToResponse());
    }

    /// <summary>Of what was created: below the address that it was created at.</summary>
    internal static string Location(HttpRequest request, long id) => Location(request, request.Path, id);

    private static string Location(HttpRequest request, PathString tasks, long id) =>
        UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, tasks.Add(string.Create(CultureInfo.InvariantCulture, $"/{id}/")));

    private static async Task<Results<Ok<Envelope<TaskResponse>>, StatusCodeHttpResult, Missing>> GetAsync(
        long id, HttpContext context, CurrentUser user, TaskReading reading, CancellationToken cancellationToken)
    {
        var task = await reading.ReadAsync(id, user, cancellationToken);
        if (task is null)
            return new Missing();

        var etag = task.ETag();
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return EntityTags.Match(context.Request.Headers.IfNoneMatch, etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : Envelope.Ok(Retrieved, task);
    }

    private static Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> ReplaceAsync(
        long id, TaskRequest body, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadReplacement, context, user, editor, cancellationToken);

    private static Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> PatchAsync(
        long id, TaskPatch body, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken) =>
        EditAsync(id, body.ReadPart, context, user, editor, cancellationToken);

    private static async Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> EditAsync(
        long id, Func<FieldErrors, TaskChanges> read, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, _edit);
        var scope = query.Many<EditScope>(Scope);
        var changes = read(query.Errors) with { Following = scope is [EditScope.Following] };
        return query.Errors.Any ? new Invalid(query.Errors) : await EditAsync(id, changes, Updated, context, user, editor, cancellationToken);
    }

    internal static async Task<Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed>> EditAsync(
        long id, TaskChanges changes, string message, HttpContext context, CurrentUser user, TaskEditor editor, CancellationToken cancellationToken)
    {
        var (outcome, task) = await editor.EditAsync(id, user, context.Request.Headers.IfMatch, changes, AuditOrigin.Of(context), cancellationToken);
        return Show(context, message, outcome, task);
    }

    /// <summary>What came of an edit.</summary>
    internal static Results<Ok<Envelope<TaskResponse>>, Invalid, Missing, Changed> Show(HttpContext context, string message, TaskEditOutcome outcome, TaskResponse? task)
    {
        if (outcome.Problem() is { } problem)
            return new Invalid(problem.Member, problem.Sentence);
        if (outcome == TaskEditOutcome.Changed)
            return new Changed();
        if (task is null)
            return new Missing();

        context.Response.Headers.ETag = task.ETag();
        return Envelope.Ok(message, task);
    }

    private static async Task<Results<NoContent, Invalid, Missing, Changed>> DeleteAsync(
        long id, HttpContext context, CurrentUser user, TaskEditor editor, TaskTrash trash, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, _deletion);
        var forGood = reader.Flag(Permanent) == true;
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var ifMatch = context.Request.Headers.IfMatch;
        var outcome = await editor.DeleteAsync(id, user, ifMatch, forGood, AuditOrigin.Of(context), cancellationToken);
        return outcome switch
        {
            // What is in the trash has no version that If-Match could name.
            TaskEditOutcome.Missing when forGood && ifMatch.Count == 0 && await trash.DeleteAsync(id, user, cancellationToken) => TypedResults.NoContent(),
            TaskEditOutcome.Missing => new Missing(),
            TaskEditOutcome.Changed => new Changed(),
            _ => TypedResults.NoContent(),
        };
    }

    private static async Task<Results<Created<Envelope<TaskResponse>>, Invalid, Missing, KeyReused>> DuplicateAsync(
        long id, HttpContext context, CurrentUser user, TaskDuplication duplication, IdempotencyKeys idempotency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var request = idempotency.Read(context.Request, "duplicateTask", user.Key, id, errors);
        if (errors.Any)
            return new Invalid(errors);

        var (created, keyReused) = await duplication.DuplicateAsync(id, user, request, cancellationToken);
        if (keyReused)
            return new KeyReused();
        if (created is null)
            return new Missing();

        context.Response.Headers.ETag = created.ETag;
        // …/tasks/42/duplicate/
        var path = context.Request.Path.Value!;
        var tasks = path[..path.LastIndexOf($"/{id}/", StringComparison.Ordinal)];
        return Envelope.Created(Location(context.Request, tasks, created.Task.Id), Duplicated, created.Task.ToResponse());
    }

    private static async Task<Results<Ok<Envelope<TaskStats>>, Invalid>> GetStatsAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, TaskStatsQuery.Parameters);
        var query = TaskStatsQuery.Read(reader, user);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var now = clock.GetUtcNow();
        return Envelope.Ok(StatsRetrieved, await standby.ReadTasksAsync(context, primary, db => query.ReadAsync(context, db, user, now, cancellationToken), cancellationToken));
    }
}
