using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftImportTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private PersonDto _grandma = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
        _grandma = await _ada.PersonAsync("Grandma");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Import_AddsAGiftForEachLineInTheirOrder()
    {
        var answer = await ImportAsync("Name;Recipient;Price;discountPrice;quantity;STATUS;url;notes;buyer;colour\nBook;grandma;12,50;10;2;purchased;https://example.org;\"a\nb\";ada;red\nScarf;;;;;;;;;");

        answer.Should().BeEquivalentTo(new GiftImport(
            2, 0, 20, [], ["colour"], [new(2, "Book", "Grandma", GiftStatus.Purchased, 2, 20), new(4, "Scarf", null, GiftStatus.Idea, 1, 0)], answer.WriteId));
        answer.WriteId.Should().NotBeNull();
        var gifts = await GiftsAsync();
        gifts.Select(g => g.Name).Should().Equal("Book", "Scarf");
        gifts[0].Should().BeEquivalentTo(new { Price = 12.5m, DiscountPrice = 10m, Quantity = 2, Notes = "a\nb", Url = "https://example.org", RecipientId = _grandma.Id, BuyerId = _ada.MemberId });
    }

    [Fact]
    public async Task Import_TheSameFileTwice_AddsNothingTwice()
    {
        const string File = "name,recipient,price\nBook,Olga,5\nBook,Olga,5\nScarf,,7.00";

        var first = await ImportAsync(File);
        var second = await ImportAsync(File);
        var rewritten = await ImportAsync("\uFEFFPRICE;recipient;name\r\n7;;Scarf\r\n5,00;olga;Book\r\n5,00;olga;Book\r\n5,00;olga;Book");

        (first.Added, first.AlreadyThere, first.NewPeople.Single()).Should().Be((3, 0, "Olga"), "two equal lines are two gifts");
        (second.Added, second.AlreadyThere, second.NewPeople.Count).Should().Be((0, 3, 0));
        (rewritten.Added, rewritten.AlreadyThere).Should().Be((1, 3), "however it is written; the third book is new");
        (await GiftsAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task Import_OfTextsThatLookTheSame_AddsNothingTwice()
    {
        await ImportAsync("name,recipient\nCaf\u00E9 cup,Jos\u00E9\nScarf,Grandma Rose");

        var answer = await ImportAsync("sep=;\n\nname;recipient\nCafe\u0301 cup;Jose\u0301\nScarf;GRANDMA\u00A0ROSE\nScarf;GRANDMA\u00A0ROSE");

        (answer.Added, answer.AlreadyThere, answer.NewPeople.Count).Should().Be((1, 2, 0));
        answer.Gifts.Single().Line.Should().Be(6);
        var twice = await ImportAsync("name,recipient\nKite,Zoe\u0308\nDrum,Zo\u00EB");
        twice.NewPeople.Should().ContainSingle();
    }

    [Fact]
    public async Task Import_OfWhatWasEditedSince_LeavesItAsItIs()
    {
        await ImportAsync("name,price\nBook,5");
        var gift = (await GiftsAsync()).Single();
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Novel", Price = 9, Status = GiftStatus.Received }, version: null, default);

        var again = await ImportAsync("name,price\nBook,5");

        (again.Added, again.AlreadyThere).Should().Be((0, 1));
        (await GiftsAsync()).Should().ContainSingle(g => g.Name == "Novel" && g.Price == 9);
    }

    [Fact]
    public async Task Import_OfAnExport_AddsNothingThatIsThere()
    {
        await _ada.GiftAsync(_occasion, price: 20, recipient: _grandma.Id, name: "Book");
        await _ada.GiftAsync(_occasion, price: 20, recipient: _grandma.Id, name: "Book");
        var export = Encoding.UTF8.GetString((await _ada.Imports.ExportAsync(_occasion.Id, default)).Bytes);

        var same = await ImportAsync(export);
        var more = await ImportAsync(export + "New,,,,,,,,,,,\r\n");

        (same.Added, same.AlreadyThere).Should().Be((0, 2), "gifts that were added by hand are there, too");
        (more.Added, more.AlreadyThere).Should().Be((1, 2));
    }

    [Fact]
    public async Task Import_WithSomethingWrong_SaysWhereAndAddsNothing()
    {
        var refusal = await FluentActions.Awaiting(() => ImportAsync(
            "name,price,discountPrice,quantity,status,url,buyer,recipient\nOk,1,,,,,,New\n,-1,,0,Bought,ftp://x,Nobody,\nBook,5.0011,6,,,,,")).ShouldRefuseAsync<InvalidException>();

        refusal.Code.Should().Be("import.invalid");
        refusal.Message.Should().Be("2 lines need a correction; nothing was imported.");
        refusal.Errors.Keys.Should().BeEquivalentTo(
            "line 3, name", "line 3, price", "line 3, quantity", "line 3, status", "line 3, url", "line 3, buyer", "line 4, price", "line 4, discountPrice");
        (await GiftsAsync()).Should().BeEmpty();
        (await _ada.People.ListAsync(default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Import_WithoutLeaveToAddPeople_RefusesThoseWhoAreNotThere()
    {
        var refused = FluentActions.Awaiting(() => _ada.Imports.ImportAsync(_occasion.Id, "name,recipient\nBook,Olga"u8.ToArray(), addPeople: false, default));

        await refused.ShouldBeInvalidAsync("line 2, recipient");
        (await ImportAsync("name,recipient\nBook,Olga\nTea,OLGA")).NewPeople.Should().Equal("Olga");
        (await _ada.People.ListAsync(default)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Import_ForANameThatSeveralHave_IsRefused()
    {
        await _ada.PersonAsync("Grandma");

        await FluentActions.Awaiting(() => ImportAsync("name,recipient\nBook,Grandma")).ShouldBeInvalidAsync("line 2, recipient");
    }

    [Fact]
    public async Task Import_OfMoreThanAnOccasionCanCost_IsRefused()
    {
        await FluentActions.Awaiting(() => ImportAsync("name,price\nA,300000000000\nB,300000000000")).ShouldBeInvalidAsync("file");
    }

    [Fact]
    public async Task Import_ReadsGiversAsTheyAreExportedAndAsPeopleWriteThem()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);

        await ImportAsync("name,price,givers\nA,10,\"Ada\nMax: 4.50\"\nB,10,Ada: 1; Max: equal");

        (await GiftsAsync()).Select(g => g.Givers).Should().BeEquivalentTo(
            new[] { new Giver[] { new(_ada.MemberId), new(max.MemberId, 4.5m) }, new Giver[] { new(_ada.MemberId, 1), new(max.MemberId) } });
        await FluentActions.Awaiting(() => ImportAsync("name,price,givers\nA,10,Ada: 20")).ShouldBeInvalidAsync("line 2, givers");
    }

    [Fact]
    public async Task Preview_SaysTheSameAndWritesNothing()
    {
        var file = "name,recipient,price\nBook,Olga,5"u8.ToArray();

        var preview = await _ada.Imports.PreviewAsync(_occasion.Id, file, default);

        (await GiftsAsync()).Should().BeEmpty();
        (await _ada.Imports.ImportAsync(_occasion.Id, file, addPeople: true, default)).Should().BeEquivalentTo(preview, o => o.Excluding(i => i.WriteId));
    }

    [Fact]
    public async Task Import_TellsThePagesOnce()
    {
        var told = new List<Change>();
        fixture.World.Feed.Published += changes => told.AddRange(changes.Where(c => c.OrganizationId == _ada.OrganizationId));

        await ImportAsync("name\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"Gift {i}\n")));

        told.Select(c => c.Topic).Should().Equal(GiftingTopics.Occasion(_occasion.Id));
    }

    [Fact]
    public async Task Import_AsksTheDatabaseNoMoreForMoreLines()
    {
        using var log = new QueryLog();
        await using var world = await TestWorld.CreateAsync(queries: log);
        var ada = await world.OrganizationAsync();
        static byte[] File(int lines) => Encoding.UTF8.GetBytes("name,recipient,buyer\n" + string.Concat(Enumerable.Range(0, lines).Select(i => $"Gift {i},Olga,Ada\n")));

        async Task<int> QueriesOfAsync(int lines)
        {
            var occasion = await ada.OccasionAsync();
            log.Clear();
            await ada.Imports.ImportAsync(occasion.Id, File(lines), addPeople: true, default);
            return log.Commands.Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));
        }

        await QueriesOfAsync(1);
        (await QueriesOfAsync(100)).Should().Be(await QueriesOfAsync(2)).And.BeLessThan(15);
    }

    [Fact]
    public async Task Undo_OfAnImport_TakesAllItsGiftsBackInAFewQueries()
    {
        using var log = new QueryLog();
        await using var world = await TestWorld.CreateAsync(queries: log);
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        var kept = await ada.GiftAsync(occasion, name: "Kept");
        var file = Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Range(0, 1200).Select(i => $"Gift {i}\n")));
        using var capture = WriteCapture.Open();
        await ada.Imports.ImportAsync(occasion.Id, file, addPeople: false, default);
        (await ada.Undo.IsOpenAsync(capture.WriteId!.Value, default)).Should().BeTrue();
        log.Clear();

        await ada.Undo.UndoAsync(capture.WriteId!.Value, default);

        log.Commands.Count(c => c.StartsWith("SELECT", StringComparison.Ordinal)).Should().BeLessThan(20);
        (await ada.Gifts.ListAsync(occasion.Id, new(), default)).Items.Should().ContainSingle().Which.Id.Should().Be(kept.Id);
    }

    [Fact]
    public async Task Export_HasWhatIsSeenAndNoSurprise()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Viewer);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        await _ada.GiftAsync(_occasion, recipient: person.Id, name: "Bicycle");
        await _ada.GiftAsync(_occasion, recipient: _grandma.Id, name: "Book");

        var (his, hers) = (await ExportAsync(max), await ExportAsync(_ada));

        his.Should().Be("name,recipient,status,price,discountPrice,quantity,url,notes,buyer,guestName,givers,lineTotal\r\nBook,Grandma,Selected,20.00,,1,,,,,,20.00\r\n");
        hers.Should().Contain("Bicycle,Max,");
    }

    private async Task<string> ExportAsync(TestActor actor) => Encoding.UTF8.GetString((await actor.Imports.ExportAsync(_occasion.Id, default)).Bytes).TrimStart('\uFEFF');

    private Task<GiftImport> ImportAsync(string file) => _ada.Imports.ImportAsync(_occasion.Id, Encoding.UTF8.GetBytes(file), addPeople: true, default);

    private async Task<IReadOnlyList<GiftDto>> GiftsAsync() => (await _ada.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items;
}
