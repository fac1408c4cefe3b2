using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>Gifts for somebody who is added with them.</summary>
public sealed class GiftFormPeopleTests
{
    [Fact]
    public async Task SavingWithSomebodyNew_AddsThemAndTheGiftIsForThem()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        form.Field("Name").Change("Bicycle");
        form.ByRole(AriaRole.Button, "Somebody new").Click();

        form.Field("For").HasAttribute("disabled").Should().BeTrue("the field below is what counts");
        form.Field("New person's name").Change("Aunt Olga");
        form.Find("form").Submit();

        form.WaitForAssertion(() => ada.Figures(occasion).Recipients.Should().ContainSingle(r => r.PersonId != null));
        (await ada.People.ListAsync(CancellationToken.None)).Should().ContainSingle(p => p.Name == "Aunt Olga");
    }

    [Fact]
    public async Task SavingWithSomebodyNewWithoutName_SaysSoAndWritesNothing()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        form.Field("Name").Change("Bicycle");
        form.ByRole(AriaRole.Button, "Somebody new").Click();

        form.Find("form").Submit();

        form.WaitForAssertion(() => form.Field("New person's name").Error().Should().Be("Enter a name."));
        ada.Figures(occasion).Columns.Sum(c => c.Count).Should().Be(0);
    }

    [Fact]
    public async Task SavingWithSomebodyNewAndSomethingElseWrong_AddsNobody_AndThenThemOnce()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        var form = Show(tab, occasion.Id);
        form.ByRole(AriaRole.Button, "Somebody new").Click();
        form.Field("New person's name").Change("Ghost");

        form.Find("form").Submit();
        form.WaitForAssertion(() => form.Field("Name").Error().Should().Be("Enter a name."));
        (await ada.People.ListAsync(CancellationToken.None)).Should().BeEmpty();
        form.Field("Name").Change("Bicycle");
        form.Find("form").Submit();

        form.WaitForAssertion(() => ada.Figures(occasion).Recipients.Should().ContainSingle(r => r.PersonId != null));
        (await ada.People.ListAsync(CancellationToken.None)).Should().ContainSingle(p => p.Name == "Ghost");
    }

    private static IRenderedComponent<GiftForm> Show(ComponentContext tab, Guid occasionId, Guid? giftId = null) =>
        tab.RenderUntil<GiftForm>("form", p => p.Add(f => f.OccasionId, occasionId).Add(f => f.GiftId, giftId));
}
