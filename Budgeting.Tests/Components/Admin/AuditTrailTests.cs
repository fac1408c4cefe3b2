using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Admin;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Modules;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class AuditTrailTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const string Entries = "Audit trail";

    [Fact]
    public void EachKindThatCanBeRead_HasWords() =>
        WebModule.All.SelectMany(m => m.AuditedKinds).Select(k => k.Entity).Should().BeEquivalentTo(AuditService.Kinds);

    [Fact]
    public void EachKindsWords_TellOfFieldsThatItHas()
    {
        var names = new HistoryNames(Budgeting.Core.Kernel.Currency.Of("USD"), _ => null);
        var model = fixture.World.Db(Guid.Empty).Model;

        foreach (var kind in WebModule.All.SelectMany(m => m.AuditedKinds))
        {
            var row = model.GetEntityTypes().Single(t => t.ClrType.Name == kind.Entity);
            var fields = row.GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToHashSet();
            kind.Words(names).Shown(EntryOf(fields)).Should().NotBeEmpty(kind.Entity);
        }
    }

    [Fact]
    public async Task Entries_TellWhoDidWhatToWhichRecord_InWords()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var obligation = await office.ActiveAsync(234.5m);
        await using var tab = new ComponentContext(office.Admin);

        var page = Open(tab, $"?entity=Obligation&id={obligation.Id}");

        page.WaitFor(() => page.Items(Entries).Should().HaveCount(2));
        var (approval, request) = (page.Items(Entries)[0].TextContent, page.Items(Entries)[1].TextContent);
        approval.Should().Contain("Paul changed obligation “2026-0001”").And.Contain("Status: Requested").And.Contain("Active").And.Contain("Approved by: nothing").And.Contain("Paul");
        request.Should().Contain("Mia added obligation “2026-0001”").And.Contain("Amount: $234.50").And.Contain("Payee: Paper Ltd");
    }

    [Fact]
    public async Task AReason_IsTold()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await office.Approver.Get<AllotmentsService>().CancelAsync(office.Allotment.Id, "Not needed", version: null, default);
        await using var tab = new ComponentContext(office.Admin);

        Open(tab, $"?entity=Allotment&id={office.Allotment.Id}").Sees("Not needed");
    }

    [Fact]
    public async Task AnId_IsToldByTheNameOfItsRecord()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Admin);

        Open(tab, $"?entity=ProgramBudget&id={office.Budget.Id}").Sees("Program: Program 1000");
    }

    [Fact]
    public async Task ARecordWithoutAName_IsToldByWhatItBelongsTo()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        var payment = await office.PaidAsync(await office.ActiveAsync(100), 40);
        await using var tab = new ComponentContext(office.Admin);
        var page = Open(tab, "");

        page.Sees("Paul added payment of “2026-0001”");
        page.Sees("Paul added allotment of “Program 1000”");
        page.Sees("Mia added justification of “Program 2000”");
        page.ByRole(AriaRole.Link, "payment of “2026-0001”").GetAttribute("href").Should().Be($"/audit?entity=Disbursement&id={payment.Id}");
    }

    [Fact]
    public async Task WhatATokenDid_NamesIt()
    {
        var admin = await fixture.World.OrganizationAsync();
        var made = await admin.Tokens.CreateAsync("Backup", Role.Admin, CancellationToken.None);
        admin.Current.SignIn(admin.OrganizationId, admin.MemberId, made.Token.Id, Role.Admin);
        await admin.ProgramAsync("1000");
        await using var tab = new ComponentContext(admin);

        Open(tab, "?entity=Program").Sees("(token “Backup”) added program “Program 1000”");
    }

    [Fact]
    public async Task WhatTheCommandLineDid_IsItsOwn()
    {
        var admin = await fixture.World.OrganizationAsync();
        var (member, organization) = (admin.MemberId, admin.OrganizationId);
        admin.Current.ActAsSystem(organization);
        await admin.ProgramAsync("1000");
        admin.Current.SignIn(organization, member);
        await using var tab = new ComponentContext(admin);

        Open(tab, "?entity=Program").Sees("Command line added program “Program 1000”");
    }

    [Fact]
    public async Task Filters_GoIntoTheAddress_AndLeaveWhatTheyName()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Admin);
        var page = Open(tab, "");
        page.WaitFor(() => page.Items(Entries).Count.Should().BeGreaterThan(5));

        page.Choose("Kind of record", "Program");
        page.WaitFor(() => page.Items(Entries).Should().HaveCount(2));
        page.Choose("Member", "Mia");

        page.Sees("Nothing was written");
        tab.Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith($"/audit?entity=Program&member={office.Member.MemberId}");
    }

    [Theory]
    [InlineData("?from=yesterday", "Enter a day, such as 2026-06-30.")]
    [InlineData("?id=7", "Enter an id")]
    [InlineData("?entity=Gift", "Choose one of Allotment, ApiToken,")]
    [InlineData("?cursor=x", "Take the cursor from a page")]
    public async Task AnAddressThatCantBeRead_SaysWhatIsWrong_AndLeadsBack(string query, string sentence)
    {
        await using var tab = new ComponentContext(await fixture.World.OrganizationAsync());

        var page = Open(tab, query);

        page.Sees(sentence);
        page.ByRole(AriaRole.Link, "Show all entries").GetAttribute("href").Should().Be("/audit");
    }

    [Fact]
    public async Task WhoIsNoAdmin_IsRefused_AndIsntLedThere()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(office.Approver);

        var page = Open(tab, "");

        page.Sees("Only an admin of the organization can do that.");
        page.AllByRole(AriaRole.Combobox).Should().BeEmpty();
        page.AllByRole(AriaRole.Link, "Audit trail").Should().BeEmpty();
    }

    [Fact]
    public async Task AnotherOrganizationsRecord_IsntThere()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        await using var tab = new ComponentContext(await fixture.World.OrganizationAsync("Elsewhere"));

        Open(tab, $"?id={office.Budget.Id}").Sees("Nothing was written");
    }

    [Fact]
    public async Task MoreThanAPage_IsBehindOlder_AndLatestLeadsBack()
    {
        var office = await Office.CreateAsync(fixture.World.Services);
        for (var i = 0; i < 60; i++)
        {
            await office.Admin.ProgramAsync($"P{i:00}");
        }

        await using var tab = new ComponentContext(office.Admin);
        var page = Open(tab, "?entity=Program");
        page.WaitFor(() => page.Items(Entries).Should().HaveCount(50));
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo(page.ByRole(AriaRole.Link, "Older").GetAttribute("href")!);

        page.WaitFor(() => page.Items(Entries).Should().HaveCount(12));
        page.ByRole(AriaRole.Link, "Latest").GetAttribute("href").Should().Be("/audit?entity=Program");
    }

    [Fact]
    public async Task WhatIsWrittenMeanwhile_ComesByItself()
    {
        var admin = await fixture.World.OrganizationAsync();
        await using var tab = new ComponentContext(admin);
        var page = Open(tab, "?entity=Program");
        page.Sees("Nothing was written");

        await admin.ProgramAsync("1000");

        page.Sees("added program “Program 1000”");
    }

    private static OpenPage Open(ComponentContext tab, string query)
    {
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo($"/audit{query}");
        return tab.Open<AuditTrail>();
    }

    private static Budgeting.Core.Kernel.Audit.HistoryEntry EntryOf(IEnumerable<string> fields) => new(
        1, DateTimeOffset.UnixEpoch, By: null, Budgeting.Core.Kernel.Audit.AuditAction.Changed,
        [.. fields.Select(f => new Budgeting.Core.Kernel.Audit.FieldChange(f, Before: null, After: null))]);
}
