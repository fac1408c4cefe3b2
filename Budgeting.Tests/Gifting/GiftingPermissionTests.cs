using System.Reflection;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>Every method of Gifting's services, tried by a viewer, by somebody from elsewhere and by nobody.</summary>
public sealed class GiftingPermissionTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly DateOnly Day = new(2026, 12, 24);

    // Adds beside what is there, so that it isn't about anybody's row.
    private static readonly Dictionary<string, Func<TestActor, Things, Task>> Additions = new(StringComparer.Ordinal)
    {
        ["PeopleService.AddAsync"] = (a, _) => a.PersonAsync(),
        ["OccasionsService.AddAsync"] = (a, _) => a.OccasionAsync(),
    };

    private static readonly Dictionary<string, Func<TestActor, Things, Task>> Writes = new(StringComparer.Ordinal)
    {
        ["PeopleService.UpdateAsync"] = (a, t) => a.People.UpdateAsync(t.Person.Id, new PersonInput { Name = "x" }, version: null, default),
        ["PeopleService.DeleteAsync"] = (a, t) => a.People.DeleteAsync(t.Spare.Id, version: null, default),
        ["OccasionsService.UpdateAsync"] = (a, t) => a.Occasions.UpdateAsync(t.Occasion.Id, t.Occasion.ToInput() with { Name = "x" }, version: null, default),
        ["OccasionsService.SetBudgetAsync"] = (a, t) => a.Occasions.SetBudgetAsync(t.Occasion.Id, 1, version: null, default),
        ["OccasionsService.DeleteAsync"] = (a, t) => a.Occasions.DeleteAsync(t.Empty.Id, version: null, default),
        ["OccasionsService.StartNextAsync"] = (a, t) => a.Occasions.StartNextAsync(t.Occasion.Id, new NextOccasionInput(), default),
        ["PeopleService.RestoreAsync"] = (a, t) => a.People.RestoreAsync(t.Person.Id, 1, version: null, default),
        ["OccasionsService.RestoreAsync"] = (a, t) => a.Occasions.RestoreAsync(t.Occasion.Id, 1, version: null, default),
        ["SubBudgetsService.TransferAsync"] = (a, t) => a.SubBudgets.TransferAsync(t.Empty.Id, new SubBudgetTransferInput(t.Person.Id, t.Spare.Id, 1), default),
        ["SubBudgetsService.SetAsync"] = (a, t) => a.SubBudgets.SetAsync(t.Occasion.Id, BudgetedEntity.Person, t.Person.Id, 1, version: null, default),
        ["SubBudgetsService.DeleteAsync"] = (a, t) => a.SubBudgets.DeleteAsync(t.Occasion.Id, BudgetedEntity.Person, t.Person.Id, version: null, default),
        ["GiftsService.AddAsync"] = (a, t) => a.GiftAsync(t.Occasion),
        ["GiftsService.UpdateAsync"] = (a, t) => a.Gifts.UpdateAsync(t.Gift.Id, t.Gift.ToInput() with { Name = "x" }, version: null, default),
        ["GiftsService.MoveAsync"] = (a, t) => a.Gifts.MoveAsync(t.Gift.Id, new GiftMove(GiftStatus.Received, null), version: null, default),
        ["GiftsService.RestoreAsync"] = (a, t) => a.Gifts.RestoreAsync(t.Gift.Id, 1, version: null, default),
        ["GiftPicturesService.SetAsync"] = (a, t) => a.Pictures.SetAsync(t.Gift.Id, PictureInput.Of(TestPictures.Gif), version: null, default),
        ["GiftImportService.PreviewAsync"] = (a, t) => a.Imports.PreviewAsync(t.Occasion.Id, "name\nBook"u8.ToArray(), default),
        ["GiftImportService.ImportAsync"] = (a, t) => a.Imports.ImportAsync(t.Occasion.Id, "name\nBook"u8.ToArray(), addPeople: false, default),
        ["GuestLinksService.CreateAsync"] = (a, t) => a.GuestLinks.CreateAsync(t.Occasion.Id, new GuestLinkInput(), default),
        ["GuestLinksService.RevokeAsync"] = (a, t) => a.GuestLinks.RevokeAsync(t.Link.Id, default),
        ["GiftsService.TransferAsync"] = (a, t) => a.Gifts.TransferAsync(t.Gift.Id, t.Empty.Id, version: null, default),
        ["GiftsService.DeleteAsync"] = (a, t) => a.Gifts.DeleteAsync(t.Gift.Id, version: null, default),
    };

    private static readonly Dictionary<string, Func<TestActor, Things, Task>> Reads = new(StringComparer.Ordinal)
    {
        ["PeopleService.CheckDeleteAsync"] = (a, t) => a.People.CheckDeleteAsync(t.Spare.Id, default),
        ["PeopleService.PageAsync"] = (a, t) => a.People.PageAsync(t.Person.Id, default),
        ["PeopleService.HistoryAsync"] = (a, t) => a.People.HistoryAsync(t.Person.Id, default),
        ["PeopleService.GetAsync"] = (a, t) => a.People.GetAsync(t.Person.Id, default),
        ["OccasionsService.GetAsync"] = (a, t) => a.Occasions.GetAsync(t.Occasion.Id, default),
        ["OccasionsService.EarliestRevealAsync"] = (a, t) => a.Occasions.EarliestRevealAsync(t.Occasion.Id, default),
        ["OccasionsService.HistoryAsync"] = (a, t) => a.Occasions.HistoryAsync(t.Occasion.Id, default),
        ["OccasionsService.CheckDeleteAsync"] = (a, t) => a.Occasions.CheckDeleteAsync(t.Empty.Id, default),
        ["OccasionsService.FiguresAsync"] = (a, t) => a.Occasions.FiguresAsync(t.Occasion.Id, default),
        ["SubBudgetsService.FindAsync"] = (a, t) => a.SubBudgets.FindAsync(t.Occasion.Id, BudgetedEntity.Person, t.Person.Id, default),
        ["SubBudgetsService.GetAsync"] = (a, t) => a.SubBudgets.GetAsync(t.Occasion.Id, BudgetedEntity.Person, t.Person.Id, default),
        ["GiftsService.ListAsync"] = (a, t) => a.Gifts.ListAsync(t.Occasion.Id, PageRequest.First, default),
        ["GiftsService.GetAsync"] = (a, t) => a.Gifts.GetAsync(t.Gift.Id, default),
        ["GiftPicturesService.GetAsync"] = (a, t) => a.Pictures.GetAsync(t.Gift.Id, default),
        ["GiftsService.ListDeletedAsync"] = (a, t) => a.Gifts.ListDeletedAsync(t.Occasion.Id, default),
        ["GiftsService.HistoryAsync"] = (a, t) => a.Gifts.HistoryAsync(t.Gift.Id, default),
        ["GiftImportService.ExportAsync"] = (a, t) => a.Imports.ExportAsync(t.Occasion.Id, default),
        ["GiftsService.PageAsync"] = (a, t) => a.Gifts.PageAsync(t.Occasion.Id, new OccasionPageQuery(), default),
        ["GiftsService.FormAsync"] = (a, t) => a.Gifts.FormAsync(t.Occasion.Id, t.Gift.Id, default),
        ["GiftsService.BoardAsync"] = (a, t) => a.Gifts.BoardAsync(t.Occasion.Id, perColumn: 1, default),
        ["GiftsService.LargestAsync"] = (a, t) => a.Gifts.LargestAsync(t.Occasion.Id, GiftFilter.All, count: 1, default),
        ["GuestLinksService.ListAsync"] = (a, t) => a.GuestLinks.ListAsync(t.Occasion.Id, default),
        ["GuestLinksService.GetAsync"] = (a, t) => a.GuestLinks.GetAsync(t.Link.Id, default),
        ["GiftsService.PresentBoxAsync"] = (a, t) => a.Gifts.PresentBoxAsync(t.Occasion.Id, default),
        ["GiftsService.CheckAsync"] = (a, t) => a.Gifts.CheckAsync(t.Occasion.Id, new GiftCheckInput(1, null, 1, null, null, null), default),
    };

    // Answers with the number of what is seen.
    private static readonly Dictionary<string, Func<TestActor, Task<int>>> Lists = new(StringComparer.Ordinal)
    {
        ["PeopleService.ListAsync"] = async a => (await a.People.ListAsync(default)).Count + (await a.People.ListAsync(PageRequest.First, default)).Items.Count,
        ["OccasionsService.ListAsync"] = async a => (await a.Occasions.ListAsync(PageRequest.First, default)).Items.Count,
        ["PeopleService.ListDeletedAsync"] = async a => (await a.People.ListDeletedAsync(default)).Count,
        ["OccasionsService.ListDeletedAsync"] = async a => (await a.Occasions.ListDeletedAsync(default)).Count,
        ["OccasionsService.OverviewAsync"] = async a => (await a.Occasions.OverviewAsync(Day, archived: false, default)).Count,
        ["GiftsService.FindAsync"] = async a => (await a.Gifts.FindAsync("book", most: 9, default)).Count,
        ["OccasionsService.NextAsync"] = async a => (await a.Occasions.NextAsync(Day, count: 9, default)).Count,
    };

    public static TheoryData<string> Writing => new(Additions.Keys.Concat(Writes.Keys));

    public static TheoryData<string> About => new(Writes.Keys.Concat(Reads.Keys));

    public static TheoryData<string> Reading => new(Reads.Keys);

    public static TheoryData<string> Listing => new(Lists.Keys);

    [Fact]
    public void EveryMethod_IsTriedHere()
    {
        var methods = typeof(GiftsService).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == typeof(GiftsService).Namespace && t.Name.EndsWith("Service", StringComparison.Ordinal))
            // Where there is nothing but one's own, there is nobody else's to try: they have tests of their own.
            .Where(t => t != typeof(WishesService) && t != typeof(PurchasesService) && t != typeof(GuestsService))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.DeclaringType != typeof(object)).Select(m => $"{t.Name}.{m.Name}"))
            .Distinct();

        Additions.Keys.Concat(Writes.Keys).Concat(Reads.Keys).Concat(Lists.Keys).Should().BeEquivalentTo(methods);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Write_ByAViewer_IsForbiddenAndByAMemberIsNot(string action)
    {
        var (ada, things) = await ThingsAsync();
        var act = Additions.GetValueOrDefault(action) ?? Writes[action];

        var viewer = await fixture.World.MemberAsync(ada, Role.Viewer);
        await FluentActions.Awaiting(() => act(viewer, things)).ShouldRefuseAsync<ForbiddenException>();

        var member = await fixture.World.MemberAsync(ada, Role.Member);
        await act(member, things);
    }

    [Theory]
    [MemberData(nameof(About))]
    public async Task Anything_BySomebodyFromElsewhere_IsNotFound(string action)
    {
        var (_, things) = await ThingsAsync();
        var stranger = await fixture.World.OrganizationAsync();
        var act = Writes.GetValueOrDefault(action) ?? Reads[action];

        await FluentActions.Awaiting(() => act(stranger, things)).ShouldRefuseAsync<NotFoundException>();
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Read_ByAViewer_IsAnswered(string action)
    {
        var (ada, things) = await ThingsAsync();
        var viewer = await fixture.World.MemberAsync(ada, Role.Viewer);

        await Reads[action](viewer, things);
    }

    [Theory]
    [MemberData(nameof(Listing))]
    public async Task List_HasOnesOwnOnly(string action)
    {
        var (ada, _) = await ThingsAsync();
        var (viewer, stranger) = (await fixture.World.MemberAsync(ada, Role.Viewer), await fixture.World.OrganizationAsync());
        await ada.People.DeleteAsync((await ada.PersonAsync("Unused")).Id, null, default);
        await ada.Occasions.DeleteAsync((await ada.OccasionAsync(name: "Unused")).Id, null, default);

        (await Lists[action](viewer)).Should().BePositive();
        (await Lists[action](stranger)).Should().Be(0);
    }

    [Fact]
    public async Task Anything_ByNobody_IsUnauthenticated()
    {
        var (ada, things) = await ThingsAsync();
        ada.Current.SignOut();

        foreach (var act in Additions.Concat(Writes).Concat(Reads).Select(a => a.Value).Concat(Lists.Values.Select(list => new Func<TestActor, Things, Task>((a, _) => list(a)))))
        {
            await FluentActions.Awaiting(() => act(ada, things)).ShouldRefuseAsync<UnauthenticatedException>();
        }
    }

    private async Task<(TestActor Ada, Things Things)> ThingsAsync()
    {
        var ada = await fixture.World.OrganizationAsync();
        var (occasion, empty) = (await ada.OccasionAsync(), await ada.OccasionAsync(name: "Easter"));
        var (person, spare) = (await ada.PersonAsync(), await ada.PersonAsync("Max"));
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 10, version: null, default);
        await ada.SubBudgets.SetAsync(empty.Id, BudgetedEntity.Person, person.Id, 10, version: null, default);
        var gift = await ada.GiftAsync(occasion, recipient: person.Id);
        gift = await ada.Pictures.SetAsync(gift.Id, PictureInput.Of(TestPictures.Png), version: null, default);
        return (ada, new Things(occasion, empty, person, spare, gift, (await ada.GuestLinks.CreateAsync(occasion.Id, new GuestLinkInput(), default)).Link));
    }

    private sealed record Things(OccasionDto Occasion, OccasionDto Empty, PersonDto Person, PersonDto Spare, GiftDto Gift, GuestLinkDto Link);
}
