using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>Gifts to files and back, and occasions deleted and back, with all that is odd about them.</summary>
public sealed class RoundTripTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;

    public async Task InitializeAsync() => _ada = await fixture.World.OrganizationAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Gifts_OfPeopleWithOneName_ExportedAndImported_AddNothing()
    {
        var occasion = await _ada.OccasionAsync();
        foreach (var name in new[] { "Anna", "Anna", "anna", "Anna (2)", "Änna", "A\u0308nna", "Anna (1)", "Anna (2)" })
        {
            var person = await _ada.PersonAsync(name);
            await _ada.GiftAsync(occasion, recipient: person.Id, name: "=cmd|'x'");
            await _ada.Gifts.AddAsync(occasion.Id, new GiftInput { Name = "-Book", Notes = "a\r\nb\n\n\"c\";,\t=x", RecipientId = person.Id, Price = 10, Givers = [new Giver(_ada.MemberId, 4)] }, default);
        }

        var export = await _ada.Imports.ExportAsync(occasion.Id, default);
        var import = await _ada.Imports.ImportAsync(occasion.Id, export.Bytes, addPeople: true, default);
        (import.Added, import.NewPeople.Count).Should().Be((0, 0));
        var other = await _ada.OccasionAsync();
        (await _ada.Imports.ImportAsync(other.Id, export.Bytes, addPeople: false, default)).Added.Should().Be(16);
        (await _ada.Imports.ExportAsync(other.Id, default)).Bytes.Should().Equal(export.Bytes);
    }

    [Theory]
    [InlineData("name,name\na,b\n")]
    [InlineData("name,NAME\na,b\n")]
    [InlineData("name,x,x\na,b,c\n")]
    [InlineData("name,\na,b\n")]
    [InlineData("")]
    [InlineData("name\n\"a")]
    [InlineData("name\na\0b\n")]
    [InlineData("name,price\na,1e999\n")]
    [InlineData("name,price\na,99999999999999999999999999999999999\n")]
    [InlineData("name,quantity\na,99999999999999999999\n")]
    [InlineData("name,status\na,Idea,Purchased\n")]
    [InlineData("name,status\na,\"Idea,Purchased\"\n")]
    [InlineData("name,status\na,7\n")]
    [InlineData("name,givers\na,: \n")]
    [InlineData("name,givers\na,Ada: Ada: 5\n")]
    [InlineData("name,givers\na,Ada: 99999999999999999999999999999999\n")]
    public async Task Gifts_FromAnOddFile_AreAddedOrRefusedInWords(string file)
    {
        var occasion = await _ada.OccasionAsync();
        try
        {
            await _ada.Imports.PreviewAsync(occasion.Id, Encoding.UTF8.GetBytes(file), default);
            await _ada.Imports.ImportAsync(occasion.Id, Encoding.UTF8.GetBytes(file), addPeople: true, default);
        }
        catch (DomainException refused)
        {
            refused.Message.Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Gifts_Of5000Lines_AreImportedUndoneAndDoneAgain()
    {
        var occasion = await _ada.OccasionAsync();
        var file = Encoding.UTF8.GetBytes("name,price\n" + string.Concat(Enumerable.Range(0, 4999).Select(i => $"G{i},1\n")));
        var import = await _ada.Imports.ImportAsync(occasion.Id, file, addPeople: true, default);
        import.Added.Should().Be(4999);
        (await _ada.Imports.ImportAsync(occasion.Id, (await _ada.Imports.ExportAsync(occasion.Id, default)).Bytes, addPeople: true, default)).Added.Should().Be(0);
        await _ada.Undo.UndoAsync(import.WriteId!.Value, default);
        (await _ada.Gifts.ListDeletedAsync(occasion.Id, default)).Should().HaveCount(200);
    }

    [Fact]
    public async Task UndoOfADeletedOccasion_SaysWhatIsNotBack()
    {
        var occasion = await _ada.OccasionAsync();
        var person = await _ada.PersonAsync("Gone");
        await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 50, null, default);
        var write = await WrittenAsync(() => _ada.Occasions.DeleteAsync(occasion.Id, null, default));
        await _ada.People.DeleteAsync(person.Id, null, default);

        var undone = await _ada.Undo.UndoAsync(write, default);

        (await _ada.SubBudgets.FindAsync(occasion.Id, BudgetedEntity.Person, person.Id, default)).Should().BeNull();
        undone.Remarks.Should().NotBeEmpty("50 that was set aside isn't back");
    }

    [Fact]
    public async Task UndoOfADeletedOccasion_BringsBackAllThatWasSetAside()
    {
        var occasion = await _ada.OccasionAsync();
        PersonDto first = null!;
        for (var i = 0; i < 1001; i++)
        {
            var person = await _ada.PersonAsync($"P{i}");
            first ??= person;
            await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 1, null, default);
        }

        var write = await WrittenAsync(() => _ada.Occasions.DeleteAsync(occasion.Id, null, default));
        await _ada.Undo.UndoAsync(write, default);
        var now = 0;
        foreach (var person in await _ada.People.ListAsync(default))
        {
            now += await _ada.SubBudgets.FindAsync(occasion.Id, BudgetedEntity.Person, person.Id, default) is null ? 0 : 1;
        }

        now.Should().Be(1001);
    }

    private static async Task<Guid> WrittenAsync(Func<Task> act)
    {
        using var capture = WriteCapture.Open();
        await act();
        return capture.WriteId!.Value;
    }
}
