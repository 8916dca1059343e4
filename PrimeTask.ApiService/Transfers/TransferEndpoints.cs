using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Jobs;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.ApiService.Transfers;

/// <summary>A person's data as a file, and tasks from a file. A worker does it; how far it is can be asked meanwhile.</summary>
public static class TransferEndpoints
{
    private const string UnderWay = "is under way already. Wait for its end, or delete it.";
    private const string ExportStarted = "Export started";
    private const string ImportStarted = "Import started";
    private const string Retrieved = "Transfer retrieved successfully";

    private static readonly TimeSpan _uploadLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _uploadRetry = TimeSpan.FromSeconds(5);

    /// <summary>The users whose files this replica reads.</summary>
    private static readonly ConcurrentDictionary<long, byte> _uploads = new();

    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/export").WithTags("Export and import").NoStore();
        exports.MapPost("/", ExportAsync).WithName("startExport").WithSummary("Write the own data into a file, in place of the export before").WithMessage(ExportStarted);
        exports.MapGet("/", (CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) => GetAsync(TransferKind.Export, user, db, cancellationToken))
            .WithName("getExport").WithSummary("How far the export is").WithMessage(Retrieved);
        exports.MapGet("/file/", DownloadAsync).WithName("downloadExport").WithSummary("The exported file; 404 until it is done").WithRequestTimeout(_uploadLimit);
        exports.MapDelete("/", (CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) => DeleteAsync(TransferKind.Export, user, db, cancellationToken))
            .WithName("deleteExport").WithSummary("Delete the exported file, or stop the export");

        var imports = api.MapGroup("/import").WithTags("Export and import").NoStore();
        imports.MapPost("/", ImportAsync).WithName("startImport")
            .WithSummary("Add what is in a file, all of it or nothing; with an Idempotency-Key a repetition adds nothing").WithMessage(ImportStarted)
            .WithHeader(IdempotencyKeys.Header)
            .Accepts<ImportFile>(TaskFile.Of(TransferFormat.Json).ContentType, TaskFile.Of(TransferFormat.Csv).ContentType)
            .WithMetadata(new RequestSizeLimitAttribute(TaskFile.MaxSize)).WithRequestTimeout(_uploadLimit);
        imports.MapGet("/", (CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) => GetAsync(TransferKind.Import, user, db, cancellationToken))
            .WithName("getImport").WithSummary("How far the import is, and what was wrong with the file").WithMessage(Retrieved);
        imports.MapDelete("/", (CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) => DeleteAsync(TransferKind.Import, user, db, cancellationToken))
            .WithName("deleteImport").WithSummary("Forget the import, or stop it; tasks that it has added stay");
    }

    private static async Task<Results<Created<Envelope<TransferResponse>>, Invalid, Refused>> ExportAsync(
        ExportRequest body, HttpContext context, CurrentUser user, PrimeTaskDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body);
        if (errors.Any)
            return new Invalid(errors);

        var started = await db.InTransactionAsync(
            cancellation => StartAsync<ExportJob>(db, Transfer.Start(user.Id, TransferKind.Export, body.Format.Value, clock.Now()), null, cancellation), cancellationToken);
        return started is null ? new Refused($"An export {UnderWay}") : Envelope.Created(context.Request.Path, ExportStarted, started);
    }

    private static async Task<Results<Created<Envelope<TransferResponse>>, Invalid, Refused, KeyReused, TooMany>> ImportAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext db, IdempotencyKeys keys, IdempotentWrites writes, TimeProvider clock, CancellationToken cancellationToken)
    {
        // A file is in memory as a whole, so nobody sends several at once to a replica.
        if (!_uploads.TryAdd(user.Id, 0))
            return new TooMany(_uploadRetry);
        try
        {
            return await ImportOneAsync(context, user, db, keys, writes, clock, cancellationToken);
        }
        finally
        {
            _uploads.TryRemove(user.Id, out _);
        }
    }

    private static async Task<Results<Created<Envelope<TransferResponse>>, Invalid, Refused, KeyReused, TooMany>> ImportOneAsync(
        HttpContext context, CurrentUser user, PrimeTaskDbContext db, IdempotencyKeys keys, IdempotentWrites writes, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Before the file is read, unless this may be a repetition, which gets the first response again.
        if (IdempotencyKeys.ReadKey(context.Request, new()).Length == 0 && await db.Of(user, TransferKind.Import).AnyAsync(transfer => transfer.EndedAt == null, cancellationToken))
            return new Refused($"An import {UnderWay}");

        var format = context.Request.HasJsonContentType() ? TransferFormat.Json : TransferFormat.Csv;
        var content = await ReadAsync(context.Request, cancellationToken);
        var errors = new FieldErrors();
        var request = keys.Read(context.Request, "startImport", user.Key, new { format, Digest = SHA256.HashData(content) }, errors);
        if (content.Length == 0)
            errors.Add("file", "The file is empty.");
        if (errors.Any)
            return new Invalid(errors);

        var (started, keyReused) = await db.InTransactionAsync(
            cancellation => writes.JoinAsync(
                request,
                joined => StartAsync<ImportJob>(db, Transfer.Start(user.Id, TransferKind.Import, format, clock.Now()), content, joined),
                cancellation),
            cancellationToken);
        return keyReused ? new KeyReused()
            : started is null ? new Refused($"An import {UnderWay}")
            : Envelope.Created(context.Request.Path, ImportStarted, started);
    }

    /// <summary>Into one buffer, where its length is announced.</summary>
    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var content = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, TaskFile.MaxSize));
        await request.Body.CopyToAsync(content, cancellationToken);
        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    /// <returns>Null when one of that kind has not ended yet.</returns>
    private static async Task<TransferResponse?> StartAsync<TJob>(PrimeTaskDbContext db, Transfer transfer, byte[]? content, CancellationToken cancellationToken)
        where TJob : IJob
    {
        // One after the other: a person has at most one transfer of a kind.
        await db.Database.ExecuteSqlAsync($"SELECT id FROM users WHERE id = {transfer.UserId} FOR NO KEY UPDATE", cancellationToken);
        var others = db.Transfers.Where(other => other.UserId == transfer.UserId && other.Kind == transfer.Kind);
        if (await others.AnyAsync(other => other.EndedAt == null, cancellationToken))
            return null;

        await others.ExecuteDeleteAsync(cancellationToken);
        db.Add(transfer);
        if (content is not null)
            db.Add(transfer.Add(content));
        await db.SaveChangesAsync(cancellationToken);
        await db.EnqueueAsync<TJob>(new TransferArguments(transfer.Id), TimeSpan.Zero, cancellationToken);
        return TransferResponse.From(transfer);
    }

    private static async Task<Ok<Envelope<TransferResponse>>> GetAsync(TransferKind kind, CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) =>
        Envelope.Ok(Retrieved, TransferResponse.From(await db.Of(user, kind).SingleOrDefaultAsync(cancellationToken)));

    private static async Task<Results<NoContent, Missing>> DeleteAsync(TransferKind kind, CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) =>
        await db.InTransactionAsync(cancellation => db.Of(user, kind).ExecuteDeleteAsync(cancellation), cancellationToken) > 0 ? TypedResults.NoContent() : new Missing();

    private static async Task<Results<ExportedFile, Missing>> DownloadAsync(CurrentUser user, PrimeTaskDbContext db, CancellationToken cancellationToken) =>
        await db.Of(user, TransferKind.Export).SingleOrDefaultAsync(cancellationToken) is { State: TransferState.Done } export
            ? new ExportedFile(export, (await DueDays.ReadAsync(db, user, user.Id, zone: null, cancellationToken)).Zone.DateAt(export.CreatedAt), db) : new Missing();

    private static IQueryable<Transfer> Of(this PrimeTaskDbContext db, CurrentUser user, TransferKind kind) =>
        db.Transfers.AsNoTracking().Where(transfer => transfer.UserId == user.Id && transfer.Kind == kind);
}
