using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

/// <summary>
/// What is for the person who looks isn't there, unless the occasion has no surprises or they were revealed. A filter of the model:
/// no query, sum or count can forget it.
/// </summary>
internal sealed class Surprises : ModelPart
{
    /// <summary>The name of the query filter.</summary>
    public const string FilterName = "Surprise";

    public override void Configure(ModelBuilder model, BudgetingDbContext db)
    {
        Filter<Gift>(model, db, FilterName, (db, g) =>
            g.RecipientId == null ||
            (g.RecipientId != db.Set<Person>().Where(p => p.MemberId == db.ViewerId).Select(p => p.Id).FirstOrDefault() && g.RecipientId != db.ViewingPersonId) ||
            !db.Set<Occasion>().Any(o => o.Id == g.OccasionId && o.KeptUntil > db.Today));
        Filter<GiftPicture>(model, db, FilterName, (db, p) => db.Set<Gift>().Any(g => g.Id == p.Id));
        Filter<SubBudget>(model, db, FilterName, (db, b) =>
            b.EntityType != BudgetedEntity.Person ||
            (b.EntityId != db.Set<Person>().Where(p => p.MemberId == db.ViewerId).Select(p => p.Id).FirstOrDefault() && b.EntityId != db.ViewingPersonId) ||
            !db.Set<Occasion>().Any(o => o.Id == b.OccasionId && o.KeptUntil > db.Today));
    }

    public override IQueryable<Guid>? Restricted(BudgetingDbContext db) =>
        db.People.Where(p => p.MemberId != null).Select(p => p.MemberId!.Value);
}
