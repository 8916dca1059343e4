using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PrimeTask.ApiService.Data;

/// <summary>A query that EF Core translates once and not anew for each request. It does so for one model, and the primary and the standby have one each.</summary>
/// <typeparam name="TQuery">What <see cref="EF.CompileAsyncQuery{TContext, TResult}(System.Linq.Expressions.Expression{Func{TContext, CancellationToken, TResult}})"/> and its like give.</typeparam>
/// <param name="compile">Calls it.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(PrimeTaskDbContext db) => _compiled.GetValue(db.Model, _ => compile());
}
