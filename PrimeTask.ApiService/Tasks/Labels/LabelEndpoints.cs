using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;
using PrimeTask.ApiService.Tasks.Projects;

namespace PrimeTask.ApiService.Tasks.Labels;

/// <summary>The body of PUT: what is left out stays as it is.</summary>
public sealed record LabelRequest
{
    /// <summary>Renames the label, on all tasks that have it. A label of that name that is there already takes them over.</summary>
    [Line(Label.MaxNameLength, Pattern = TextListAttribute.Pattern, Example = "errand")]
    public Maybe<string> Name { get; init; }

    public Maybe<Color> Color { get; init; }
}

/// <param name="Name">As it was written last.</param>
/// <param name="Color">Gray until one is chosen.</param>
/// <param name="TasksCount">How many tasks have it, of all statuses.</param>
/// <param name="OpenTasksCount">Of those, pending and in progress, without those of archived projects.</param>
public sealed record LabelResponse([property: Example("errand")] string Name, Color Color, int TasksCount, int OpenTasksCount);

public static class LabelEndpoints
{
    private const string ByName = "/{name}/";
    private const string Listed = "Labels retrieved successfully";
    private const string Updated = "Label updated successfully";
    private const string Restored = "Label restored successfully";

    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/labels").WithTags("Labels");
        group.MapGet("/", ListAsync).WithName("listLabels").WithSummary("List the own labels by name").WithMessage(Listed).CacheList();
        group.MapPut(ByName, ChangeAsync).WithName("changeLabel").WithSummary("Rename or colour a label, or make a new one").WithMessage(Updated);
        group.MapDelete(ByName, DeleteAsync).WithName("deleteLabel").WithSummary("Delete a label, and take it off all tasks");
        group.MapPost("/{name}/restore/", RestoreAsync).WithName("restoreLabel").WithSummary("Bring a deleted label back, on the tasks that it was taken off").WithMessage(Restored);
    }

    private static async Task<Ok<Envelope<Page<LabelResponse>>>> ListAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken) =>
        Envelope.Ok(Listed, await standby.ReadTasksAsync(context, primary, db => LabelEditor.ReadAsync(db, user.Id, cancellationToken), cancellationToken));

    private static async Task<Results<Ok<Envelope<LabelResponse>>, Invalid, Missing>> ChangeAsync(
        string name, LabelRequest body, CurrentUser user, LabelEditor editor, CancellationToken cancellationToken)
    {
        name = Decode(name);
        var errors = new FieldErrors();
        errors.Check(body);
        TextListAttribute.CheckName(errors, "name", body.Name.Value ?? name, Label.MaxNameLength);
        if (errors.Any)
            return new Invalid(errors);

        var label = await editor.ChangeAsync(user.Id, WireText.Line(name), body.Name.Map(WireText.Line), body.Color, cancellationToken);
        return label is null ? new Missing() : Envelope.Ok(Updated, label);
    }

    private static async Task<Results<NoContent, Missing>> DeleteAsync(string name, CurrentUser user, LabelEditor editor, CancellationToken cancellationToken) =>
        await editor.DeleteAsync(user.Id, WireText.Line(Decode(name)), cancellationToken) ? TypedResults.NoContent() : new Missing();

    private static async Task<Results<Ok<Envelope<LabelResponse>>, Missing>> RestoreAsync(string name, CurrentUser user, LabelEditor editor, CancellationToken cancellationToken) =>
        await editor.RestoreAsync(user.Id, WireText.Line(Decode(name)), cancellationToken) is { } label ? Envelope.Ok(Restored, label) : new Missing();

    /// <summary>The server decodes all of a path but slashes, which would be other parts of it.</summary>
    private static string Decode(string name) => name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
