using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Budgeting.Core.Storage;

/// <summary>
/// What a module adds to the model besides the mapping of its rows: filters that keep some rows from some viewers. Each is found in
/// this assembly, so that a module names itself nowhere else.
/// </summary>
internal abstract class ModelPart
{
    public static IReadOnlyList<ModelPart> All { get; } =
        [.. typeof(ModelPart).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModelPart))).Select(t => (ModelPart)Activator.CreateInstance(t)!)];

    public abstract void Configure(ModelBuilder model, BudgetingDbContext db);

    /// <summary>The members from whom this part's filters may keep something; all others see the same.</summary>
    public abstract IQueryable<Guid> Restricted(BudgetingDbContext db);

    /// <summary>Keeps the rows out of every query for which <paramref name="visible"/> is false for whoever looks through the context.</summary>
    protected static void Filter<T>(ModelBuilder model, BudgetingDbContext db, string name, Expression<Func<BudgetingDbContext, T, bool>> visible)
        where T : class
    {
        // A filter refers to the context that it is defined in; EF puts each query's own in its place.
        var context = Expression.Constant(db, typeof(BudgetingDbContext));
        var body = new ReplacingExpressionVisitor([visible.Parameters[0]], [context]).Visit(visible.Body);
        model.Entity<T>().HasQueryFilter(name, Expression.Lambda<Func<T, bool>>(body, visible.Parameters[1]));
    }
}
