using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class GiftFormTests
{
    [Fact]
    public async Task TypingAPrice_ShowsWhatRemainsAfterTheGift()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);

        form.Field("Price ($)").Input("12.50");
        form.Field("Quantity").Input("2");

        form.WordsOf(AriaRole.Paragraph).Should().Contain("Remaining for Christmas $100.00 to $75.00 after this gift");
    }

    [Fact]
    public async Task ExceedingTheBudget_WarnsAndStillSaves()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);

        form.Field("Price ($)").Input("112.40");
        form.WordsOf(AriaRole.Paragraph).Should().Contain("This gift would exceed the budget by $12.40. You can still save it.");
        form.Field("Name").Change("Bicycle");
        form.Find("form").Submit();

        form.WaitForAssertion(() => ada.Figures(occasion).Meter.OverBy.Should().Be(12.40m));
    }

    [Fact]
    public async Task SaveAndAddAnother_BeginsAnewForTheSamePerson_UnlessItWasRefused()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await ada.PersonAsync("Grandma");
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        void Next() => form.ByRole(AriaRole.Button, "Save and add another").Click();

        form.ChooseOption("For", 1);
        form.Field("Price ($)").Input("12");
        Next();
        form.WaitForAssertion(() => form.Field("Name").Error().Should().NotBeEmpty());
        form.Field("Name").Change("Scarf");
        Next();

        form.WaitForAssertion(() => form.Field("Name").GetAttribute("value").Should().BeNullOrEmpty());
        form.Field("Price ($)").GetAttribute("value").Should().BeNullOrEmpty();
        form.Field("Name").Change("Mittens");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Listed(ada, occasion).Select(g => (g.Name, g.Price)).Should().BeEquivalentTo([("Scarf", (decimal?)12), ("Mittens", null)]));
        Listed(ada, occasion).Should().AllSatisfy(g => g.RecipientId.Should().NotBeNull());
    }

    [Fact]
    public async Task SaveAndAddAnother_KeepsSomebodyNew_WhoExistsByThen()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        var page = tab.OpenDialog(dialogs => GiftForm.ShowAsync(dialogs, occasion.Id, gift: null));
        page.Press("Somebody new");
        page.Type("New person's name", "Nora");
        page.Type("Name", "Kite");

        page.Press("Save and add another");

        page.WaitFor(() => page.Field("Name").GetAttribute("value").Should().BeNullOrEmpty());
        page.WaitFor(() => page.ChosenOf("For").Should().Be("Nora"));
    }

    [Fact]
    public async Task TheRecipientsSubBudget_IsShownAndWarnedAboutToo()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        var grandma = await ada.PersonAsync("Grandma");
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, grandma.Id, 20, null, CancellationToken.None);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);

        form.ChooseOption("For", 1);
        form.Field("Price ($)").Input("25");

        form.WordsOf(AriaRole.Paragraph).Should().Contain("Remaining for Grandma $20.00 to −$5.00 after this gift");
        form.WordsOf(AriaRole.Paragraph).Should().ContainMatch("*the sub-budget for Grandma by $5.00*");
    }

    [Fact]
    public async Task EditingAGift_DoesNotCountItTwice()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        var gift = await ada.GiftAsync(occasion, price: 40);
        await using var tab = new ComponentContext(ada);

        var form = Show(tab, occasion.Id, gift.Id);

        form.WaitForAssertion(() =>
            form.WordsOf(AriaRole.Paragraph).Should().Contain("Remaining for Christmas $100.00 to $60.00 after this gift"));
    }

    [Fact]
    public async Task AGiftAddedBySomebodyElseMeanwhile_MovesTheFiguresAndKeepsWhatWasTyped()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        form.Field("Price ($)").Input("10");

        await ada.GiftAsync(occasion, price: 30);

        form.WaitForAssertion(() =>
            form.WordsOf(AriaRole.Paragraph).Should().Contain("Remaining for Christmas $70.00 to $60.00 after this gift"));
    }

    [Fact]
    public async Task ABudgetThatIsExceededAlready_SaysByHowMuchAndWhatTheGiftAdds()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await ada.GiftAsync(occasion, price: 150);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);

        form.Field("Price ($)").Input("30");

        form.WordsOf(AriaRole.Paragraph).Should().ContainMatch("Already $50.00 over; this gift adds $30.00.*");
    }

    [Fact]
    public async Task ChangedMeanwhile_OffersToLoadTheirsAndThenSaves()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 10);
        var gift = await ada.GiftAsync(occasion, price: 40);
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id, gift.Id);
        form.Field("Name").Change("Mine");
        await ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Theirs" }, gift.Version, CancellationToken.None);

        form.Find("form").Submit();
        form.WaitForAssertion(() => form.WordsOf(AriaRole.Paragraph).Should().Contain("This gift would exceed the budget by $30.00."));
        form.ByRole(AriaRole.Button, "Load theirs").Click();

        form.WaitForAssertion(() => form.Field("Name").GetAttribute("value").Should().Be("Theirs"));
        form.Field("Name").Change("Both");
        form.Find("form").Submit();
        form.WaitForAssertion(() => ada.Gifts.GetAsync(gift.Id, CancellationToken.None).GetAwaiter().GetResult().Name.Should().Be("Both"));
    }

    [Theory]
    [InlineData("Name", "", "Enter a name.")]
    [InlineData("Price ($)", "-1", "Enter an amount of 0 or more.")]
    [InlineData("Price ($)", "1.0055", "USD amounts have at most 2 decimals.")]
    [InlineData("Price ($)", "lots", "Enter an amount such as 12.50.")]
    [InlineData("Discount price ($)", "11", "The discount price can't be above the price.")]
    [InlineData("Quantity", "0", "Enter a quantity of 1 to 1,000,000.")]
    [InlineData("Quantity", "some", "Enter a whole number.")]
    [InlineData("Link", "javascript:alert(1)", "Enter a web address that starts with https:// or http://.")]
    public async Task WhatIsWrong_IsSaidBesideItsFieldAndNothingIsWritten(string label, string typed, string expected)
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        form.Field("Name").Change("Bicycle");
        form.Field("Price ($)").Input("10");

        var field = form.Field(label);
        if (label is "Name" or "Link")
        {
            field.Change(typed);
        }
        else
        {
            field.Input(typed);
        }

        form.Find("form").Submit();

        form.WaitForAssertion(() => form.Field(label).Error().Should().Contain(expected));
        ada.Figures(occasion).Columns.Sum(c => c.Count).Should().Be(0);
    }

    private static IRenderedComponent<GiftForm> Show(ComponentContext tab, Guid occasionId, Guid? giftId = null) =>
        tab.RenderUntil<GiftForm>("form", p => p.Add(f => f.OccasionId, occasionId).Add(f => f.GiftId, giftId));

    private static IReadOnlyList<GiftDto> Listed(TestActor actor, OccasionDto occasion) =>
        actor.Gifts.ListAsync(occasion.Id, PageRequest.First, CancellationToken.None).GetAwaiter().GetResult().Items;
}
