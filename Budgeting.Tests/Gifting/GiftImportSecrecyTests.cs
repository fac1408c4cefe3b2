using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>Nobody learns from an import what is planned for them, whatever was imported, reassigned or linked before.</summary>
public sealed class GiftImportSecrecyTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private PersonDto _person = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _max = await fixture.World.MemberAsync(_ada, Role.Member);
        _person = await _ada.PersonAsync("Maximilian");
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALineForOneself_IsRefusedAlikeWhetherItIsThereOrNot(bool isThere)
    {
        await LinkAsync();
        const string File = "name,recipient\nBook,Maximilian";
        if (isThere)
        {
            await ImportAsync(_ada, File);
        }

        foreach (var act in new Func<Task>[] { () => ImportAsync(_max, File), () => PreviewAsync(_max, File) })
        {
            var refusal = await act.ShouldRefuseAsync<InvalidException>();
            refusal.Errors.Should().ContainSingle().Which.Value.Should().Equal("Gifts for you are kept from you here: add a wish instead.");
            refusal.Message.Should().Be("One line needs a correction; nothing was imported.");
        }
    }

    [Fact]
    public async Task AnImportedGiftThatWasGivenToTheImporter_IsAddedAgain()
    {
        await LinkAsync();
        const string File = "name,price\nBook,5";
        await ImportAsync(_max, File);
        var gift = (await GiftsAsync(_ada)).Single();
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = _person.Id }, version: null, default);

        var (preview, again) = (await PreviewAsync(_max, File), await ImportAsync(_max, File));

        (preview.Added, again.Added, again.AlreadyThere).Should().Be((1, 1, 0), "just as if it had been deleted");
        (await GiftsAsync(_max)).Should().HaveCount(1);
        (await GiftsAsync(_ada)).Should().HaveCount(2);
    }

    [Fact]
    public async Task AnImportedGiftOfSomebodyTheImporterBecame_StaysUnknownUnderEveryName()
    {
        await ImportAsync(_max, "name,recipient\nBook,Maximilian");
        await LinkAsync("Max");
        await _ada.PersonAsync("Maximilian");

        var underTheOldName = await ImportAsync(_max, "name,recipient\nBook,Maximilian");

        underTheOldName.Added.Should().Be(1, "it is for somebody else now, and no key is in its way");
        await FluentActions.Awaiting(() => ImportAsync(_max, "name,recipient\nBook,Max")).ShouldBeInvalidAsync("line 2, recipient");
    }

    [Fact]
    public async Task AnImportedGiftThatCameFromElsewhere_IsInNobodysWay()
    {
        await LinkAsync();
        var other = await _ada.OccasionAsync(name: "Easter");
        await ImportAsync(_max, "name\nBook");
        var gift = (await GiftsAsync(_ada)).Single();
        await _ada.Gifts.TransferAsync(gift.Id, other.Id, version: null, default);

        (await ImportAsync(_max, "name\nBook")).Added.Should().Be(1);
    }

    [Fact]
    public async Task AGiftThatIsTheSameAsASurprise_CountsNothingOfIt()
    {
        await LinkAsync();
        await _ada.GiftAsync(_occasion, price: 5, GiftStatus.Idea, _person.Id, name: "Book");

        (await ImportAsync(_max, "name,price\nBook,5")).Added.Should().Be(1);
    }

    [Fact]
    public async Task ALineForOneself_WhereNothingIsKept_IsImported()
    {
        await LinkAsync();
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, version: null, default);

        (await ImportAsync(_max, "name,recipient\nBook,Maximilian")).Added.Should().Be(1);
    }

    private Task LinkAsync(string name = "Maximilian") =>
        _ada.People.UpdateAsync(_person.Id, new PersonInput { Name = name, MemberId = _max.MemberId }, version: null, default);

    private Task<GiftImport> ImportAsync(TestActor actor, string file) => actor.Imports.ImportAsync(_occasion.Id, Encoding.UTF8.GetBytes(file), addPeople: true, default);

    private Task<GiftImport> PreviewAsync(TestActor actor, string file) => actor.Imports.PreviewAsync(_occasion.Id, Encoding.UTF8.GetBytes(file), default);

    private async Task<IReadOnlyList<GiftDto>> GiftsAsync(TestActor actor) => (await actor.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items;
}
