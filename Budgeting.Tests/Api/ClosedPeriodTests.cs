using Budgeting.Core.SharedCosts;
using FluentAssertions.Execution;

namespace Budgeting.Tests.Api;

public sealed class ClosedPeriodTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task ClosedPeriod_RefusesEveryWrite()
    {
        var ada = await api.AdminAsync();
        var sample = await ApiSample.CreateAsync(ada.Actor, ada.Actor.MemberId);
        await ada.Actor.Get<ClosingService>().CloseAsync(sample.Ids["periods"], new CloseInput(ConfirmUnallocated: true), version: null, CancellationToken.None);
        // All that the document has below a period and its records.
        var writes = (await ApiDocument.ReadAsync(ada.Client)).Operations
            .Where(o => o.IsUnsafe && o.Path.Split('/')[3] is "periods" or "contributions" or "expenses" or "budget-items" or "readings" or "charges")
            .Where(o => o.IsUnsafe && o.IsOfARecord && !sample.Ids.ContainsKey(o.Path))
            .ToList();

        using var scope = new AssertionScope();
        writes.Should().HaveCountGreaterThan(18);
        foreach (var write in writes)
        {
            var answer = await ada.Client.SendContentAsync(write.Method, sample.AddressOf(write.Path), sample.ContentOf(write));

            answer.Code.Should().Be("period.closed", write.ToString());
        }
    }
}
