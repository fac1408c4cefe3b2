using Budgeting.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Budgeting.Tests.Support.LongestFirst", "Budgeting.Tests")]

namespace Budgeting.Tests.Support;

/// <summary>The browser's tests take as long as all others together: they begin first, and the others run beside them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => c.DisplayName == BrowserCollection.Name);
}
