using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>An owner's account is seen by them, by admins, and by who has to pay them; by nobody else, wherever it is written.</summary>
public sealed class OwnerAccountsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const string Account = "GB82WEST12345698765432";

    private static readonly DateOnly Today = new(2026, 1, 31);

    [Fact]
    public async Task Payee_IsSeenWithTheirAccount_ByWhoPaysThemAndAdmins_NotByAnotherOwnerOrAViewer()
    {
        var house = await HouseAsync();

        foreach (var (who, reader, sees) in new[] { ("An admin", house.Admin, true), ("Ann", house.Ann, true), ("Cleo", house.Cleo, false), ("A viewer", house.Viewer, false) })
        {
            var page = await reader.Balances.OwnerPageAsync(house.January.Id, house.Payer.Id, Today, default);
            page.Payees.Select(p => (p.Name, p.Account?.Iban)).Should().Equal([("Ben", sees ? Account : null)], who);
            page.KeepsAccounts.Should().Be(!sees);
        }
    }

    [Fact]
    public async Task WhoGetsBack_IsSeenWithTheirAccount_ByThemAndAdmins_NotByWhoPaysThemElsewhere()
    {
        var house = await HouseAsync();

        foreach (var (who, reader, sees) in new[] { ("An admin", house.Admin, true), ("Ben", house.Ben, true), ("Ann", house.Ann, false), ("A viewer", house.Viewer, false) })
        {
            var page = await reader.Balances.OwnerPageAsync(house.January.Id, house.Payee.Id, Today, default);
            page.Account?.Iban.Should().Be(sees ? Account : null, who);
            (page.Account is null).Should().Be(!sees);
        }
    }

    [Fact]
    public async Task Owner_ListedReadOrRemembered_HasTheirAccount_ForThemAndAdminsAlone()
    {
        var house = await HouseAsync();
        await house.Admin.Owners.DeleteAsync((await house.Admin.Owners.AddAsync(new OwnerInput { Name = "Dan", Iban = Account }, default)).Id, null, default);

        foreach (var (who, reader, sees) in new[] { ("An admin", house.Admin, true), ("Ben", house.Ben, true), ("Ann", house.Ann, false), ("A viewer", house.Viewer, false) })
        {
            string?[] found =
            [
                (await reader.Owners.GetAsync(house.Payee.Id, default)).Iban,
                (await reader.Owners.ListAsync(default)).Single(o => o.Id == house.Payee.Id).Iban,
                (await reader.Owners.ListAsync(PageRequest.First, default)).Items.Single(o => o.Id == house.Payee.Id).Iban,
                (await reader.Owners.HistoryAsync(house.Payee.Id, default)).SelectMany(h => h.Changes).SingleOrDefault(c => c.Field == "iban")?.After,
            ];
            found.Should().AllBeEquivalentTo(sees ? Account : null, who);
            (await reader.Owners.ListDeletedAsync(default)).Single().Record.Iban.Should().Be(reader == house.Admin ? Account : null);
        }
    }

    [Fact]
    public async Task Statement_OfWhoGetsBack_HasTheirAccount_ForThemAndAdminsAlone()
    {
        var house = await HouseAsync();
        await house.Admin.CloseAsync(house.January);
        var statement = (await house.Admin.Statements.IssueAsync(house.January.Id, house.Payee.Id, default)).Issued.Single();

        foreach (var (who, reader, sees) in new[] { ("An admin", house.Admin, true), ("Ben", house.Ben, true), ("Ann", house.Ann, false), ("A viewer", house.Viewer, false) })
        {
            var read = await reader.Statements.GetAsync(statement.Id, default);
            (read.Content.Account is not null, read.Payment is not null).Should().Be((sees, sees), who);
        }
    }

    // Ann owes Ben 10, and Cleo is even: she paid for herself.
    private async Task<House> HouseAsync()
    {
        var admin = new TestCosts(await fixture.World.OrganizationAsync());
        var readers = new List<TestCosts>();
        var owners = new List<OwnerDto>();
        foreach (var name in new[] { "Ann", "Ben", "Cleo" })
        {
            readers.Add(new TestCosts(await fixture.World.MemberAsync(admin.Actor, Role.Member, name)));
            owners.Add(await admin.OwnerAsync(name, readers[^1].Actor.MemberId));
            await admin.PropertyAsync(owners[^1]);
        }

        var payee = await admin.Owners.UpdateAsync(owners[1].Id, owners[1].ToInput() with { Iban = Account }, null, default);
        var january = await admin.MonthAsync(1);
        var item = await admin.ItemAsync(january);
        await admin.ExpenseAsync(january, 20, item, paidBy: payee);
        await admin.ExpenseAsync(january, 10, item, paidBy: owners[2]);
        var viewer = new TestCosts(await fixture.World.MemberAsync(admin.Actor, Role.Viewer, "Vic"));
        return new House(admin, readers[0], readers[1], readers[2], viewer, owners[0], payee, january);
    }

    private sealed record House(
        TestCosts Admin, TestCosts Ann, TestCosts Ben, TestCosts Cleo, TestCosts Viewer, OwnerDto Payer, OwnerDto Payee, PeriodDto January);
}
