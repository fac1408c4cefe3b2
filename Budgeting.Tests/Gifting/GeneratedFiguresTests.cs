using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Gifting;

/// <summary>The figures that the database sums, beside the same sums in memory.</summary>
public sealed class GeneratedFiguresTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly Gen<decimal?> Price =
        Gen.Frequency((1, Gen.Constant((decimal?)null)), (1, Gen.Constant((decimal?)0)), (5, Gen.Choose(1, 99_999_999).Select(cents => (decimal?)cents / 100)));

    private static readonly Gen<Row> Rows =
        from price in Price
        from discount in Gen.Choose(0, 100)
        from hasDiscount in Gen.Elements(true, false)
        from quantity in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 1000)))
        from status in Gen.Elements(Enum.GetValues<GiftStatus>())
        from recipient in Gen.Choose(-1, 2)
        select new Row(price, hasDiscount && price is { } p ? decimal.Round(p * discount / 100, 2) : null, quantity, status, recipient);

    private static readonly Arbitrary<Case> Cases = (
        from rows in Rows.ArrayOf()
        from total in Gen.Frequency((1, Gen.Constant((decimal?)null)), (1, Gen.Constant((decimal?)0)), (4, Price))
        from ideasCount in Gen.Elements(true, false)
        from subBudget in Price
        select new Case(rows, total, ideasCount, subBudget)).ToArbitrary();

    [Fact]
    public Task Figures_AnyGifts_AreThoseOfAnAdditionInMemory() => Task.Run(() => Prop.ForAll(Cases, async x =>
    {
        var (ada, people, occasion) = await StoreAsync(x);

        var figures = await ada.Occasions.FiguresAsync(occasion.Id, default);

        ShouldBe(figures.Meter, x.Rows, x.Total, x.IdeasCount);
        for (var i = 0; i < people.Count; i++)
        {
            ShouldBe(figures.Of(people[i]).Meter, x.Rows.Where(r => r.Recipient == i), i == 0 ? x.SubBudget : null, x.IdeasCount);
            figures.Of(people[i]).GiftCount.Should().Be(x.Rows.Count(r => r.Recipient == i));
        }

        ShouldBe(figures.Of(null).Meter, x.Rows.Where(r => r.Recipient < 0), total: null, x.IdeasCount);
        figures.Columns.Should().Equal(Enum.GetValues<GiftStatus>().Select(s => new ColumnFigures(
            s, x.Rows.Count(r => r.Status == s), x.Rows.Where(r => r.Status == s).Sum(r => r.LineTotal))));
        figures.SubBudgetTotal.Should().Be(x.SubBudget ?? 0);
        var summary = (await ada.Occasions.OverviewAsync(DateOnly.MinValue, archived: false, default)).Single();
        ShouldBe(summary.Meter, x.Rows, x.Total, x.IdeasCount);
        summary.GiftCount.Should().Be(x.Rows.Length);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30)));

    private static void ShouldBe(Meter meter, IEnumerable<Row> rows, decimal? total, bool ideasCount)
    {
        var counted = rows.Where(r => ideasCount || r.Status != GiftStatus.Idea).ToList();
        var purchased = counted.Where(r => r.Status is GiftStatus.Purchased or GiftStatus.Received).Sum(r => r.LineTotal);
        var planned = counted.Where(r => r.Status is GiftStatus.Idea or GiftStatus.Selected).Sum(r => r.LineTotal);

        (meter.Total, meter.AmountOf(GiftMeter.Purchased), meter.AmountOf(GiftMeter.Planned), meter.Unpriced)
            .Should().Be((total, purchased, planned, counted.Count(r => r.Price is null)));
        (purchased + planned + meter.Remaining).Should().Be(total);
    }

    private async Task<(TestActor Ada, IReadOnlyList<Guid> People, OccasionDto Occasion)> StoreAsync(Case x)
    {
        var ada = await fixture.World.OrganizationAsync();
        var occasion = await ada.OccasionAsync(x.Total, ideasCount: x.IdeasCount);
        Guid[] people = [(await ada.PersonAsync()).Id, (await ada.PersonAsync()).Id, (await ada.PersonAsync()).Id];
        if (x.SubBudget is { } amount)
        {
            await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, people[0], amount, version: null, default);
        }

        await using var work = await ada.Get<UnitOfWorkFactory>().WriteAsync(Role.Member, default);
        foreach (var row in x.Rows)
        {
            new GiftingRepository(work).Add(row.ToGift(occasion, ada.OrganizationId, people));
        }

        await work.CommitAsync(default);
        return (ada, people, occasion);
    }

    private sealed record Case(Row[] Rows, decimal? Total, bool IdeasCount, decimal? SubBudget);

    /// <param name="Recipient">The person's number; −1 for nobody.</param>
    private sealed record Row(decimal? Price, decimal? DiscountPrice, int Quantity, GiftStatus Status, int Recipient)
    {
        public decimal LineTotal => (DiscountPrice ?? Price ?? 0) * Quantity;

        public Gift ToGift(OccasionDto occasion, Guid organizationId, Guid[] people) => new()
        {
            Id = Guid.NewGuid(),
            OrganizationId = organizationId,
            OccasionId = occasion.Id,
            Name = "Gift",
            Price = Price,
            DiscountPrice = DiscountPrice,
            Quantity = Quantity,
            Status = Status,
            RecipientId = Recipient < 0 ? null : people[Recipient],
        };
    }
}
