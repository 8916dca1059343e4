using System.Globalization;
using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Transfers;

/// <summary>The file of an export that is done, part by part.</summary>
/// <param name="export">It is done.</param>
/// <param name="day">When it was asked for, where its owner is.</param>
/// <param name="db">Where the parts are.</param>
public sealed class ExportedFile(Transfer export, DateOnly day, PrimeTaskDbContext db) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var content = await ReadPartAsync(0, httpContext.RequestAborted);
        if (content is null)
        {
            await new Contract.Missing().ExecuteAsync(httpContext);
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"primetask-{day:yyyy-MM-dd}.{TaskFile.Of(export.Format).Extension}");
        httpContext.Response.ContentType = MediaTypeNames.Application.Octet;
        httpContext.Response.ContentLength = export.Size;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        for (var number = 1; content is not null; number++)
        {
            await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
            if (number == export.Parts)
                return;
            content = await ReadPartAsync(number, httpContext.RequestAborted);
        }

        // Deleted meanwhile: a response that breaks off is no file.
        httpContext.Abort();
    }

    private Task<byte[]?> ReadPartAsync(int number, CancellationToken cancellationToken) =>
        db.TransferParts.AsNoTracking().Where(part => part.TransferId == export.Id && part.Number == number).Select(part => part.Content).SingleOrDefaultAsync(cancellationToken);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [MediaTypeNames.Application.Octet]));
}
