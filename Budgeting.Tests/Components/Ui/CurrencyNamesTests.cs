using Budgeting.Core.Kernel;
using Budgeting.Web.Wording;

namespace Budgeting.Tests.Components;

public sealed class CurrencyNamesTests
{
    [Fact]
    public void Of_EveryCurrency_HasAName() =>
        Currency.All.Where(c => !CurrencyNames.Of(c).StartsWith($"{c} – ", StringComparison.Ordinal)).Should().BeEmpty();
}
