using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class PersonPageTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Page_AddsUpByYearAndOccasion()
    {
        var ada = await fixture.World.OrganizationAsync();
        var emma = await ada.PersonAsync("Emma");
        var (older, easter, christmas) = (await OccasionAsync(ada, 2025, 12), await OccasionAsync(ada, 2026, 4), await OccasionAsync(ada, 2026, 12));
        await ada.GiftAsync(older, price: 10, status: GiftStatus.Received, recipient: emma.Id);
        await ada.GiftAsync(easter, price: 20, status: GiftStatus.Purchased, recipient: emma.Id);
        await ada.GiftAsync(christmas, price: 30, status: GiftStatus.Idea, recipient: emma.Id, quantity: 2);
        await ada.GiftAsync(christmas, price: 40, status: GiftStatus.Purchased);

        var page = await ada.People.PageAsync(emma.Id, default);

        page.Years.Select(y => (y.Year, y.Purchased, y.Planned, y.GiftCount)).Should().Equal((2026, 20, 60, 2), (2025, 10, 0, 1));
        page.Years[0].Occasions.Select(o => (o.OccasionId, o.Purchased, o.Planned)).Should().Equal((christmas.Id, 0, 60), (easter.Id, 20, 0));
        page.Gifts.Select(g => g.OccasionId).Should().Equal(christmas.Id, easter.Id, older.Id);
        page.HiddenSurprises.Should().BeFalse();
    }

    [Fact]
    public async Task Page_OfWhoLooks_HasWhatWasRevealedOnly()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        var person = await ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var (kept, open) = (await OccasionAsync(ada, 2026, 12), await OccasionAsync(ada, 2025, 12));
        await ada.Occasions.UpdateAsync(open.Id, open.ToInput() with { Surprises = false }, null, default);
        await ada.GiftAsync(kept, price: 10, recipient: person.Id);
        await ada.GiftAsync(open, price: 5, recipient: person.Id);

        var (theirs, ours) = (await max.People.PageAsync(person.Id, default), await ada.People.PageAsync(person.Id, default));

        theirs.Should().BeEquivalentTo(new { HiddenSurprises = true, Years = new[] { new { Year = 2025, Planned = 5m } } });
        ours.Years.Should().HaveCount(2);
    }

    private static Task<OccasionDto> OccasionAsync(TestActor actor, int year, int month) =>
        actor.Occasions.AddAsync(new OccasionInput { Name = $"Occasion {year}-{month}", Date = new DateOnly(year, month, 24) }, default);
}
