using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks.Views;

/// <summary>Creates and changes saved views, each in a transaction that holds it. They are the caller's own: an admin sees nobody else's.</summary>
public sealed class ViewEditor(PrimeTaskDbContext db, CacheVersions versions, IdempotentWrites idempotency, TimeProvider clock)
{
    /// <returns>No response where the person has as many as there can be.</returns>
    public async Task<Idempotent<StoredId>> CreateAsync(CurrentUser user, ViewChanges changes, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([user.Id])))
            return await db.InTransactionAsync(cancellation => idempotency.JoinAsync(request, CreateAsync, cancellation), cancellationToken);

        async Task<StoredId?> CreateAsync(CancellationToken cancellation)
        {
            // One at a time: two at once could each be the last that there is room for.
            await db.LockOrderAsync(user.Id, cancellation);
            if (await db.SavedViews.CountAsync(view => view.OwnerId == user.Id, cancellation) >= SavedView.Most)
                return null;
            var view = SavedView.Create(user.Id, changes, clock.Now());
            db.SavedViews.Add(view);
            await db.SaveChangesAsync(cancellation);
            return new(view.Id);
        }
    }

    public Task<(PlacedEditOutcome Outcome, ViewResponse? View)> EditAsync(
        long id, CurrentUser user, StringValues ifMatch, ViewChanges changes, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, user, ifMatch,
            (view, _) =>
            {
                view.Edit(changes, clock.Now());
                return Task.FromResult(PlacedEditOutcome.Done);
            },
            cancellationToken);

    internal Task<(PlacedEditOutcome Outcome, ViewResponse? View)> MoveAsync(
        long id, CurrentUser user, StringValues ifMatch, HandMove move, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, user, ifMatch,
            async (view, cancellation) =>
            {
                var others = await db.SavedViews.Where(other => other.OwnerId == user.Id && other.Id != id).ToListAsync(cancellation);
                return HandOrder.Move(view, others, move, await db.Database.SqlQuery<long>($"SELECT nextval('saved_views_id_seq') AS \"Value\"").SingleAsync(cancellation));
            },
            cancellationToken);

    public async Task<PlacedEditOutcome> DeleteAsync(long id, CurrentUser user, StringValues ifMatch, CancellationToken cancellationToken) =>
        (await ChangeAsync(
            id, user, ifMatch,
            (view, _) =>
            {
                db.SavedViews.Remove(view);
                return Task.FromResult(PlacedEditOutcome.Done);
            },
            cancellationToken)).Outcome;

    private async Task<(PlacedEditOutcome Outcome, ViewResponse? View)> ChangeAsync(
        long id, CurrentUser user, StringValues ifMatch, Func<SavedView, CancellationToken, Task<PlacedEditOutcome>> change, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([user.Id])))
            return await db.InTransactionAsync(ChangeHeldAsync, cancellationToken);

        async Task<(PlacedEditOutcome, ViewResponse?)> ChangeHeldAsync(CancellationToken cancellation)
        {
            // First, as for projects: two moves would hold their views, and then each want the other's.
            await db.LockOrderAsync(user.Id, cancellation);
            var held = await db.SavedViews.FromSql($"SELECT *, xmin FROM saved_views WHERE id = {id} AND owner_id = {user.Id} FOR UPDATE").ToListAsync(cancellation);
            if (held.SingleOrDefault() is not { } view)
                return (PlacedEditOutcome.Missing, null);
            if (ifMatch.Count > 0 && !EntityTags.Match(ifMatch, ViewResponse.ETag(id, view.Version)))
                return (PlacedEditOutcome.Changed, null);
            var outcome = await change(view, cancellation);
            if (outcome != PlacedEditOutcome.Done)
                return (outcome, null);
            await db.SaveChangesAsync(cancellation);
            return (outcome, ViewResponse.Of(view));
        }
    }
}
