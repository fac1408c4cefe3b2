using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What an owner's page has.</summary>
public sealed class OwnerBalancesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const string Iban = "DE89370400440532013000";
    private const string Other = "GB82WEST12345698765432";

    private static readonly DateOnly Today = new(2026, 2, 14);

    [Fact]
    public async Task Page_OfWhomNobodyNamed_IsOfTheLatestPeriodThatHasBegun()
    {
        var (costs, ann, _) = await AnnAsync();
        var (january, february, march) = (await costs.MonthAsync(1), await costs.MonthAsync(2), await costs.MonthAsync(3));

        var page = await costs.Balances.OwnerPageAsync(periodId: null, ownerId: null, Today, default);

        page.Periods.Select(p => p.Id).Should().Equal(march.Id, february.Id, january.Id);
        page.Owners.Should().Equal(new OwnerName(ann.Id, "Ann"));
        (page.Balance!.Period.Id, page.Balance.Row.OwnerId, page.OpenBefore!.Id, page.CarriedTo).Should().Be((february.Id, ann.Id, january.Id, null));
        (await costs.Balances.OwnerPageAsync(null, null, new DateOnly(2025, 1, 1), default)).Balance!.Period.Id.Should().Be(january.Id);
    }

    [Fact]
    public async Task Page_OfAClosedPeriod_NamesTheOneThatGoesOnWithIt()
    {
        var (costs, ann, _) = await AnnAsync();
        var (january, february) = (await costs.MonthAsync(1), await costs.MonthAsync(2));
        await costs.ContributionAsync(january, ann, 5);
        await costs.CloseAsync(january);

        var page = await costs.Balances.OwnerPageAsync(january.Id, ownerId: null, Today, default);

        (page.CarriedTo!.Id, page.OpenBefore).Should().Be((february.Id, null));
        (await costs.Balances.OwnerPageAsync(february.Id, null, Today, default)).Balance!.Row.Opening.Should().Be(5);
    }

    [Fact]
    public async Task Page_ForOneWhoOwes_HasThePayeeAndTheirAccount_ForOneWhoGetsBackTheirOwn()
    {
        var (costs, ann, ben) = await AnnAsync();
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 10, await costs.ItemAsync(january), paidBy: ben);
        (await PageAsync(ann)).Payees.Should().Equal(new Payee("Ben", 5, Account: null));
        await costs.Actor.Organizations.UpdateAsync(new OrganizationInput { Name = "Elm", Currency = "EUR", Iban = Iban }, null, default);
        await costs.Owners.UpdateAsync(ben.Id, ben.ToInput() with { Iban = Other }, null, default);

        var page = await PageAsync(ann);
        page.PaymentTo(page.Payees.Single()).Should().Be(new PaymentRequest(new PaymentAccount("Ben", Other), 5, "2026-01, Ann"));
        (await PageAsync(ben)).Payout.Should().Be(new PaymentRequest(new PaymentAccount("Ben", Other), 5, "2026-01, Ben"));
        await costs.ContributionAsync(january, ann, 5);
        (await PageAsync(ann)).Payees.Should().BeEmpty("nothing is to be paid");

        Task<OwnerBalancePage> PageAsync(OwnerDto owner) => costs.Balances.OwnerPageAsync(january.Id, owner.Id, Today, default);
    }

    [Fact]
    public async Task Payees_OfAnOpenPeriod_AreThoseThatSettlingUpSuggests_AndOfAClosedOneTheFund()
    {
        var (costs, ann, ben) = await AnnAsync();
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 10, await costs.ItemAsync(january), paidBy: ben);
        await costs.ChargeAsync(january, ann, 7);

        var page = await costs.Balances.OwnerPageAsync(january.Id, ann.Id, Today, default);

        page.Payees.Should().BeEquivalentTo([new Payee("Ben", 5, Account: null), new Payee(Name: null, 7, Account: null)]);
        var suggested = (await costs.SettleUp.SuggestAsync(january.Id, default)).Transfers.Where(t => t.FromOwnerId == ann.Id);
        page.Payees.Select(p => p.Amount).Should().Equal(suggested.Select(t => t.Amount));
        await costs.CloseAsync(january);
        (await costs.Balances.OwnerPageAsync(january.Id, ann.Id, Today, default)).Payees.Should().Equal(new Payee(Name: null, 12, Account: null));
    }

    [Fact]
    public async Task Page_OfSomebodyWhoIsNoOwner_HasNoBalance_AndThatOfAnUnknownOneIsntThere()
    {
        var (costs, _, _) = await AnnAsync();
        var january = await costs.MonthAsync(1);
        var viewer = new TestCosts(await fixture.World.MemberAsync(costs.Actor, Role.Viewer));

        var page = await viewer.Balances.OwnerPageAsync(null, null, Today, default);

        (page.Balance, page.Owners.Count, page.Periods.Count).Should().Be((null, 0, 1));
        await costs.Awaiting(c => c.Balances.OwnerPageAsync(january.Id, Guid.NewGuid(), Today, default)).ShouldRefuseAsync<NotFoundException>();
        await costs.Awaiting(c => c.Balances.OwnerPageAsync(Guid.NewGuid(), null, Today, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Export_HasALineForEachOwner_AndNoFormula()
    {
        var (costs, ann, ben) = await AnnAsync();
        await costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Name = "=SUM(A1)" }, null, default);
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 10.02m, await costs.ItemAsync(january), paidBy: ben);

        var file = await costs.Balances.ExportAsync(january.Id, default);

        file.Name.Should().Be("2026-01 balances.csv");
        System.Text.Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").Should().Be(
            "owner,opening,contributions,paid,allocated,charges,balance\n'=SUM(A1),0.00,0.00,0.00,5.01,0.00,-5.01\nBen,0.00,0.00,10.02,5.01,0.00,5.01\nTotal,0.00,0.00,10.02,10.02,0.00,0.00\n");
    }

    /// <summary>Ann is who acts; Ben is nobody here.</summary>
    private async Task<(TestCosts Costs, OwnerDto Ann, OwnerDto Ben)> AnnAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ann = await costs.OwnerAsync("Ann", costs.Actor.MemberId);
        await costs.PropertyAsync(ann);
        return (costs, ann, (await costs.OwnedAsync("Ben")).Owner);
    }
}
