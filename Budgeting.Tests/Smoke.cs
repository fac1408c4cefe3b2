using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Budgeting.Tests;

public sealed class Smoke(ITestOutputHelper output)
{
    [Xunit.Fact]
    public async Task Runs()
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));
        var services = new ServiceCollection().AddLogging().AddKernel().AddSqliteStorage(folder).AddGifting().BuildServiceProvider();
        await services.GetRequiredService<DatabaseStartup>().MigrateAsync(default);
        var who = await services.GetRequiredService<SetupService>().SetUpAsync(
            new SetupInput { OrganizationName = "Fam", Currency = "eur", Admin = new AccountInput { Name = "A", Email = "a@b.org", Password = "a long pass sentence" } }, default);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(who.OrganizationId, who.MemberId);
        var o = await scope.ServiceProvider.GetRequiredService<OccasionsService>().AddAsync(new OccasionInput { Name = "X", Date = new DateOnly(2026, 12, 24), BudgetTotal = 100 }, default);
        var p = await scope.ServiceProvider.GetRequiredService<PeopleService>().AddAsync(new PersonInput { Name = "P" }, default);
        var gifts = scope.ServiceProvider.GetRequiredService<GiftsService>();
        var g = await gifts.AddAsync(o.Id, new GiftInput { Name = "G", Price = 12.5m, Quantity = 3, RecipientId = p.Id }, default);
        output.WriteLine(g.ToString());
        var g2 = await gifts.AddAsync(o.Id, new GiftInput { Name = "G2", Status = GiftStatus.Purchased }, default);
        await gifts.MoveAsync(g2.Id, new GiftMove(GiftStatus.Idea, null), g2.Version, default);
        await gifts.UpdateAsync(g2.Id, new GiftInput { Name = "G2", Price = 3 }, null, default);
        await scope.ServiceProvider.GetRequiredService<SubBudgetsService>().SetAsync(o.Id, BudgetedEntity.Person, p.Id, 20, null, default);
        var page = await gifts.PageAsync(o.Id, new OccasionPageQuery(), default);
        output.WriteLine(System.Text.Json.JsonSerializer.Serialize(page, JsonFormat.Options));
        foreach (var col in Enum.GetValues<GiftColumn>()) { await gifts.PageAsync(o.Id, new OccasionPageQuery { Order = new(col, true), Filter = new("planned", p.Id) }, default); }
        foreach (var h in await gifts.HistoryAsync(g2.Id, default)) { output.WriteLine(h + string.Join(", ", h.Changes)); }
        await gifts.ListAsync(o.Id, PageRequest.Of(1, null), default);
        output.WriteLine((await gifts.ListAsync(o.Id, PageRequest.Of(1, (await gifts.ListAsync(o.Id, PageRequest.Of(1, null), default)).NextCursor), default)).ToString());
        await scope.ServiceProvider.GetRequiredService<OccasionsService>().OverviewAsync(new DateOnly(2026,1,1), false, default);
        using var db = services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();
        output.WriteLine(db.Gifts.Where(x => x.OccasionId == o.Id).GroupBy(x => new { x.Status, x.RecipientId }).Select(x => new { x.Key, S = x.Sum(y => y.LineTotal), U = x.Sum(y => y.Unpriced ? 1 : 0) }).ToQueryString());
    }
}
