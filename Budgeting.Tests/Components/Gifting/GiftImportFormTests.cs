using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>The dialog that imports gifts, with a browser that sends what was chosen straight to the service.</summary>
public sealed class GiftImportFormTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
        _tab = new ComponentContext(_ada);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task AFile_IsPreviewedAndThenAdded()
    {
        await _ada.GiftAsync(_occasion, price: 5, GiftStatus.Idea, name: "Tea");
        var dialog = Open("name,price,recipient,colour\nTea,5,,\nBook,12.50,Olga,red\nScarf,,Olga,");

        Choose(dialog);

        dialog.Sees("2 gifts will be added, $12.50 together.");
        dialog.Sees("1 gift is there already and stays as it is.");
        dialog.Sees("New in People, and added there too: Olga.");
        dialog.Sees("nothing is known of these columns: colour.");
        dialog.Items("What will be added").Select(i => i.Words()).Should().HaveCount(2).And.Contain(t => t.Contains("Idea, for Olga"));
        dialog.Press("Add 2 gifts and 1 person");
        dialog.WaitFor(() => _tab.Services.GetRequiredService<UndoableActions>().Offer!.Sentence.Should().Be("2 gifts added, and Olga in People."));
        (await _ada.Gifts.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().HaveCount(3);
    }

    [Fact]
    public void AFileThatIsThereAlready_OffersNothingToAdd()
    {
        var dialog = Open("name\n");

        Choose(dialog);

        dialog.Sees("Nothing new.");
        dialog.Buttons.Should().Contain("Close").And.NotContain(b => b.StartsWith("Add"));
    }

    [Fact]
    public async Task AFileWithMistakes_NamesThemByLineAndColumn()
    {
        var dialog = Open("name,price\n,1\nBook,x");

        Choose(dialog);

        dialog.Sees("2 lines need a correction; nothing was imported.");
        dialog.Items("What to correct").Select(i => i.Words()).Should().Equal("Line 2, name: Enter a name.", "Line 3, price: Write a number such as 12.50.");
        dialog.Buttons.Should().NotContain(b => b.StartsWith("Add"));
        (await _ada.Gifts.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().BeEmpty();
    }

    [Fact]
    public void AFileThatIsTooLarge_IsRefusedBeforeItIsSent()
    {
        var dialog = Open("name\nBook", size: FileSender.MaxBytes + 1);

        Choose(dialog);

        dialog.Sees("The file is larger than 1 MB.");
    }

    private static void Choose(OpenPage dialog) => dialog.Field("File").Change("C:\\fakepath\\gifts.csv");

    private OpenPage Open(string file, long? size = null)
    {
        SentFile.Prepare(
            _tab, file, size,
            ("?preview=true", bytes => _ada.Imports.PreviewAsync(_occasion.Id, bytes, default)),
            ("?addPeople=true", bytes => _ada.Imports.ImportAsync(_occasion.Id, bytes, addPeople: true, default)));
        return _tab.OpenDialog(dialogs => GiftImportForm.ShowAsync(dialogs, _occasion, Currency.Of("USD")));
    }
}
