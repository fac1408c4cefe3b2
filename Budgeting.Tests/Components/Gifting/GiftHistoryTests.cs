using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class GiftHistoryTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private GiftDto _gift = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        var grandma = await _ada.PersonAsync("Grandma");
        _gift = await _ada.GiftAsync(await _ada.OccasionAsync(), price: 1234.5m, recipient: grandma.Id, name: "Bicycle");
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Creation_NamesTheRecipientAndWritesTheAmountOut()
    {
        await using var tab = new ComponentContext(_ada);

        var history = await HistoryAsync(tab);

        history.WaitForAssertion(() => Lines(history).Should().Contain("For: Grandma").And.Contain("Price: $1,234.50"));
    }

    [Fact]
    public async Task Change_NamesBuyerAndWhoeverIsGone()
    {
        var grandpa = await _ada.PersonAsync("Grandpa");
        await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { RecipientId = grandpa.Id, BuyerId = _ada.MemberId }, null, CancellationToken.None);
        await _ada.People.DeleteAsync(_gift.RecipientId!.Value, null, CancellationToken.None);
        await using var tab = new ComponentContext(_ada);

        var history = await HistoryAsync(tab);

        history.WaitForAssertion(() => Lines(history).Should().Contain("For: somebody who left Grandpa").And.Contain("Bought by: nobody yet Ada"));
    }

    [Fact]
    public async Task Givers_AreNamed_AndWhatAGiftHasNotIsLeftOut()
    {
        var givers = new[] { new Giver(_ada.MemberId, 20), new Giver((await _world.MemberAsync(_ada, Role.Member)).MemberId) };
        await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Givers = givers }, null, CancellationToken.None);
        await using var tab = new ComponentContext(_ada);

        var history = await HistoryAsync(tab);

        history.WaitForAssertion(() => Lines(history).Where(l => l.StartsWith("Given by", StringComparison.Ordinal) || l.StartsWith("No longer", StringComparison.Ordinal))
            .Should().Equal("Given by: nothing Ada ($20.00), Max"));
    }

    [Fact]
    public async Task AMoveWithinItsColumn_SaysSo()
    {
        await _ada.Gifts.MoveAsync(_gift.Id, new GiftMove(_gift.Status, null), null, CancellationToken.None);
        await using var tab = new ComponentContext(_ada);

        var history = await HistoryAsync(tab);

        history.WaitForAssertion(() => history.WordsOf(AriaRole.Paragraph).Should().HaveCount(2).And.ContainSingle(t => t.Contains("Ada moved it")));
    }

    [Fact]
    public async Task Times_AreForTheBrowserToLocalize()
    {
        await using var tab = new ComponentContext(_ada);

        var history = await HistoryAsync(tab);

        var time = history.WaitForElement("time[data-local=text]");
        time.GetAttribute("datetime").Should().EndWith("Z");
        time.TextContent.Should().EndWith("UTC");
    }

    [Fact]
    public async Task Details_OfAViewer_HaveEveryFieldAndTheHistory()
    {
        var input = _gift.ToInput() with { Url = "https://example.org/bicycle", Notes = "The red one", DiscountPrice = 1000, Quantity = 2, BuyerId = _ada.MemberId };
        await _ada.Gifts.UpdateAsync(_gift.Id, input, null, CancellationToken.None);
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));

        var details = tab.Render<GiftDetails>(p => p.Add(d => d.OccasionId, _gift.OccasionId).Add(d => d.GiftId, _gift.Id));

        details.WaitForAssertion(() => details.WordsOf(AriaRole.Definition).Should().Equal(
            "Bicycle", "Grandma", "Selected", "$1,234.50", "$1,000.00", "2", "$2,000.00", "Ada", "https://example.org/bicycle", "The red one"));
        details.WaitForAssertion(() => details.FindAll("ol > li").Should().HaveCount(2));
    }

    private async Task<IRenderedComponent<RecordHistory<GiftInput, GiftDto>>> HistoryAsync(ComponentContext tab)
    {
        var past = await tab.Services.GetRequiredService<GiftHistory>().OfAsync(_gift.OccasionId);
        return tab.Render<RecordHistory<GiftInput, GiftDto>>(p => p.Add(h => h.Past, past).Add(h => h.Id, _gift.Id));
    }

    private static List<string> Lines(IRenderedComponent<RecordHistory<GiftInput, GiftDto>> history) =>
        history.FindAll("li li").Select(l => l.Words()).ToList();
}
