using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Budgeting.Core.Storage;

/// <summary>
/// What a module adds to the model besides the mapping of its rows: filters that keep some rows from some viewers, what its triggers
/// refuse, and which of its rules can be verified. Each is found in this assembly, so that a module names itself nowhere else.
/// </summary>
internal abstract class ModelPart
{
    public static IReadOnlyList<ModelPart> All { get; } =
        [.. typeof(ModelPart).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModelPart))).Select(t => (ModelPart)Activator.CreateInstance(t)!)];

    /// <summary>What the codes mean that the module's triggers raise, each in a sentence.</summary>
    public virtual IReadOnlyDictionary<string, string> Refusals => new Dictionary<string, string>(StringComparer.Ordinal);

    public virtual void Configure(ModelBuilder model, BudgetingDbContext db)
    {
    }

    /// <summary>
    /// The kinds of rows whose entries in the audit trail admins may read as they are. What the module keeps from some viewers, or shows to
    /// its owner alone, isn't among them: the history of such a record shows what may be seen.
    /// </summary>
    public virtual IEnumerable<Type> OpenKinds => [];

    /// <summary>Which of the module's rules don't hold of what is stored, each in a sentence; all of them are computed anew.</summary>
    public virtual Task<IReadOnlyList<string>> BrokenRulesAsync(UnitOfWork work, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The members from whom this part's filters may keep something; all others see the same.</summary>
    public virtual IQueryable<Guid>? Restricted(BudgetingDbContext db) => null;

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
