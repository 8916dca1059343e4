using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Standby;

namespace PrimeTask.ApiService.Audit;

public static class AuditEndpoints
{
    private const string Listed = "Security events retrieved successfully";

    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<AuditTrail>();
    }

    public static void MapAudit(this IEndpointRouteBuilder group) =>
        group.MapGet("/audit/", ListAsync).WithName("listAudit").WithSummary("List security events").WithMessage(Listed)
            .WithQuery(AuditListQuery.Parameters);

    private static async Task<Results<Ok<Envelope<Page<AuditResponse>>>, Invalid, Missing>> ListAsync(
        HttpRequest request, PrimeTaskDbContext primary, StandbyReads standby, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(request.Query, AuditListQuery.Parameters);
        var query = AuditListQuery.Read(reader);
        if (reader.Errors.Any)
            return new Invalid(reader.Errors);

        var page = await standby.ReadLatestAsync(
            primary, db => query.Page.TakeAsync(query.Apply(db.Audit).Select(AuditResponse.FromEntry(db)), request, cancellationToken), cancellationToken);
        return page is null ? new Missing() : Envelope.Ok(Listed, page);
    }
}
