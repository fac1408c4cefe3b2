using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class MyPurchasesTests
{
    [Fact]
    public async Task Spending_ComesFirst_ThenWhatIsStillToBuy_AndWhatIsBoughtIsFolded()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await GiveAsync(ada, occasion, "Anna", "Atlas", GiftStatus.Purchased);
        var zoe = await GiveAsync(ada, occasion, "Zoe", "Zither", GiftStatus.Received);
        await GiveAsync(ada, occasion, zoe, "Kite", GiftStatus.Selected);
        await using var tab = new ComponentContext(ada);

        var page = tab.Open<MyPurchases>();

        page.Sees("Still to buy: 1 gift, $20.00");
        page.AllByRole(AriaRole.Region).Select(r => r.AccessibleName()).Should().Equal("Your spending", "Zoe", "Anna");
        page.Items("To buy for Zoe").Should().ContainSingle().Which.Words().Should().Contain("Kite");
        page.All("details").Select(d => (d.QuerySelector("summary")!.Words(), d.HasAttribute("open"))).Should().Equal(("1 bought", false), ("1 bought", false));
        page.Items("Bought for Zoe").Should().ContainSingle().Which.Words().Should().Contain("Zither");
    }

    private static async Task<Guid> GiveAsync(TestActor ada, OccasionDto occasion, string person, string name, GiftStatus status)
    {
        var recipient = await ada.PersonAsync(person);
        return await GiveAsync(ada, occasion, recipient.Id, name, status);
    }

    private static async Task<Guid> GiveAsync(TestActor ada, OccasionDto occasion, Guid recipient, string name, GiftStatus status)
    {
        await ada.Gifts.AddAsync(occasion.Id, new GiftInput { Name = name, Price = 20, Status = status, RecipientId = recipient, BuyerId = ada.MemberId }, CancellationToken.None);
        return recipient;
    }
}
