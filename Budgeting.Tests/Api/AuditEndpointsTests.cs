using System.Net;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Api;

public sealed class AuditEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Audit = "/api/v1/audit";

    [Fact]
    public async Task Entries_OfARecord_TellWhoDidWhat_TheLatestFirst()
    {
        var office = await ApiOffice.CreateAsync(api);
        var obligation = await office.Office.ActiveAsync(100);

        var entries = await office.Admin.GetAsync($"{Audit}?entity=Obligation&id={obligation.Id}");

        var items = entries.Json.GetProperty("items").EnumerateArray().ToList();
        items.Select(i => (i.GetProperty("by").GetString(), i.GetProperty("action").GetString())).Should().Equal(("Paul", "Changed"), ("Mia", "Created"));
        items[0].GetProperty("changes").EnumerateArray().Select(c => (c.GetProperty("field").GetString(), c.GetProperty("before").GetString(), c.GetProperty("after").GetString()))
            .Should().Contain(("status", "Requested", "Active")).And.Contain(("approvedBy", null, $"{office.Office.Approver.MemberId}"));
    }

    [Fact]
    public async Task Entries_ComeInPages_ThatMissNone()
    {
        var office = await ApiOffice.CreateAsync(api);
        var all = Rows(await office.Admin.GetAsync($"{Audit}?limit=200"));
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await office.Admin.GetAsync($"{Audit}?limit=7{cursor}");
            paged.AddRange(Rows(page));
            cursor = page.Json.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        paged.Should().Equal(all).And.HaveCountGreaterThan(10);
    }

    [Fact]
    public async Task Entries_ByMemberAndDay_AreThoseAlone()
    {
        var office = await ApiOffice.CreateAsync(api);
        var paul = await office.Admin.GetAsync($"{Audit}?member={office.Office.Approver.MemberId}");

        paul.Json.GetProperty("items").EnumerateArray().Should().NotBeEmpty().And.OnlyContain(i => i.GetProperty("by").GetString() == "Paul");
        Rows(await office.Admin.GetAsync($"{Audit}?to=2026-01-01")).Should().BeEmpty();
        Rows(await office.Admin.GetAsync($"{Audit}?from=2026-01-01&limit=3")).Should().HaveCount(3);
    }

    [Fact]
    public async Task WhatIsKeptFromSomebody_IsInNoList()
    {
        var ada = await api.AdminAsync();
        await FilledAsync(ada.Actor);

        var kinds = (await ada.GetAsync($"{Audit}?limit=200")).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("entity").GetString()).Distinct();

        kinds.Should().NotContain(["Gift", "GiftPicture", "SubBudget", "Wish", "GuestLink", "Person", "Occasion"]).And.Contain("Member");
        (await ada.GetAsync($"{Audit}?entity=Gift")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void KindsThatCanBeRead_HaveNoFilterThatKeepsRowsFromAnybody()
    {
        using var db = api.Server.Services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();

        db.Model.GetEntityTypes().Where(t => AuditService.Kinds.Contains(t.ClrType.Name))
            .Should().OnlyContain(t => t.ClrType.IsAssignableTo(typeof(IAudited)) && t.GetDeclaredQueryFilters().All(f => f.Key == BudgetingDbContext.TenantFilter));
    }

    [Theory]
    [InlineData("id=x", "id")]
    [InlineData("member=x", "member")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("entity=Nothing", "entity")]
    public async Task Query_ThatIsNone_IsAFieldsError(string query, string field)
    {
        var answer = await (await api.AdminAsync()).GetAsync($"{Audit}?{query}");

        (answer.Status, answer.Json.GetProperty("errors").EnumerateObject().Single().Name).Should().Be((HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task WhoIsNoAdmin_ReadsNothing()
    {
        var office = await ApiOffice.CreateAsync(api);

        foreach (var user in new[] { office.Member, office.Approver })
        {
            (await user.GetAsync(Audit)).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        (await (await api.AdminAsync()).GetAsync($"{Audit}?id={office.Office.Budget.Id}")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task AFile_HasALineForEachField_OfWhatWasAskedFor_AndNoFormulas()
    {
        var office = await ApiOffice.CreateAsync(api);
        var program = await office.Office.Admin.Get<ProgramsService>().AddAsync(new ProgramInput { Code = "9", Name = "=1+1" }, default);

        var file = await office.Admin.GetAsync($"{Audit}.csv?entity=Program&id={program.Id}");

        file.Text.Should().StartWith("at,member,tokenId,entity,id,action,field,before,after,traceId");
        file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Should().OnlyContain(line => line.Contains($",Program,{program.Id},Created,"))
            .And.ContainSingle(line => line.Contains(",name,,'=1+1,"));
        (await office.Member.GetAsync($"{Audit}.csv")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await office.Admin.GetAsync($"{Audit}.csv?entity=Gift")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await (await api.AdminAsync()).GetAsync($"{Audit}.csv?id={program.Id}")).Text.Should().NotContain("1+1");
    }

    private static async Task FilledAsync(TestActor ada)
    {
        var occasion = await ada.OccasionAsync();
        await ada.GiftAsync(occasion, recipient: (await ada.PersonAsync()).Id);
    }

    private static List<string> Rows(ApiAnswer answer) => [.. answer.Json.GetProperty("items").EnumerateArray().Select(i => i.GetRawText())];
}
