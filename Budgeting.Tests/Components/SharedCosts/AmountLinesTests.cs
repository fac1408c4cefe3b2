using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Wording.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class AmountLinesTests
{
    [Fact]
    public async Task ManyLines_AreShownByHundreds()
    {
        await using var context = new BunitContext();
        var lines = Enumerable.Range(1, 600).Select(i => new AmountLine($"Owner {i}", Hint: null, i)).ToList();

        var shown = context.Render<AmountLines>(p => p.Add(l => l.Lines, lines).Add(l => l.Currency, Currency.Of("USD")));

        shown.AllByRole(AriaRole.Listitem).Should().HaveCount(50);
        Press(shown, "Show 500 of the other 550").Should().Be(550);
        Press(shown, "Show the other 50").Should().Be(600);
        shown.AllByRole(AriaRole.Button).Should().BeEmpty();
    }

    private static int Press(IRenderedComponent<AmountLines> shown, string button)
    {
        shown.ByRole(AriaRole.Button, button).Click();
        return shown.AllByRole(AriaRole.Listitem).Count;
    }
}
