using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>The dialog that imports a period's records, and the entries that lead to it.</summary>
public sealed class RecordImportFormTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;
    private PeriodDto _january = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
        var (ann, _) = await _costs.OwnedAsync("Ann");
        _january = await _costs.MonthAsync(1);
        await _costs.ContributionAsync(_january, ann, 5);
        _tab = new ComponentContext(_costs.Actor);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task AFile_IsPreviewedAndThenAdded()
    {
        var dialog = Open(RecordKind.Contributions, "owner,amount,date,payout,colour\nAnn,5,2026-01-01,,\nAnn,1200.50,2026-01-05,,red\nAnn,0.50,2026-01-06,yes,");

        Choose(dialog);

        dialog.Sees("2 contributions will be added, $1,200.00 together.");
        dialog.Sees("1 contribution is there already and stays as it is.");
        dialog.Sees("nothing is known of these columns: colour.");
        dialog.Items("What will be added").Should().HaveCount(2);
        dialog.Press("Add 2 contributions");
        dialog.WaitFor(() => _tab.Services.GetRequiredService<UndoableActions>().Offer!.Sentence.Should().Be("2 contributions added."));
        (await _costs.Contributions.ListAsync(_january.Id, ownerId: null, PageRequest.First, default)).Items.Should().HaveCount(3);
    }

    [Fact]
    public async Task Readings_AreShownWithWhatTheyCounted()
    {
        await _costs.ItemAsync(_january, AllocationStrategy.UsageBased, type: "water");
        var dialog = Open(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading\nwater,Ann's,A,1,2345.5");

        Choose(dialog);

        dialog.Sees("1 reading will be added.");
        dialog.Items("What will be added").Single().Words().Should().Contain("Ann's, meter A").And.Contain("2,344.5");
    }

    [Fact]
    public void ExpensesThatNobodyIsChargedFor_AreSaidBefore()
    {
        var dialog = Open(RecordKind.Expenses, "paymentType,amount,date\nroof,10,2026-01-05");

        Choose(dialog);

        dialog.Sees("1 of them has no budget item");
    }

    [Fact]
    public void AFileWithMistakes_NamesThemByLineAndColumn()
    {
        var dialog = Open(RecordKind.Contributions, "owner,amount,date\nBob,1.0055,2026-02-01");

        Choose(dialog);

        dialog.Items("What to correct").Select(i => i.Words()).Should().Equal(
            "Line 2, owner: There is no owner called “Bob”.", "Line 2, amount: USD amounts have at most 2 decimals.", "Line 2, date: Choose a day from 2026-01-01 to 2026-01-31.");
        dialog.Buttons.Should().NotContain(b => b.StartsWith("Add"));
    }

    [Fact]
    public async Task Entries_OfferImportToThoseWhoWriteIntoAnOpenPeriodAndExportToAll()
    {
        await using var viewing = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Viewer));
        await using var member = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Member));

        var (hers, theirs, own) = (Files(_tab, RecordKind.Readings), Files(viewing, RecordKind.Expenses), Files(member, RecordKind.Expenses));
        var readings = Files(member, RecordKind.Readings);
        var closed = Files(_tab, RecordKind.Expenses, _january with { Status = PeriodStatus.Closed });

        hers.ByRole(AriaRole.Button, "Import…");
        own.ByRole(AriaRole.Button, "Import…");
        new[] { theirs, readings, closed }.Should().OnlyContain(f => f.AllByRole(AriaRole.Button).Count == 0);
        theirs.ByRole(AriaRole.Link).GetAttribute("href").Should().Be($"/api/v1/periods/{_january.Id}/expenses.csv");
    }

    private IRenderedComponent<RecordFiles> Files(ComponentContext tab, RecordKind kind, PeriodDto? period = null) =>
        tab.Render<RecordFiles>(p => p.Add(f => f.Period, period ?? _january).Add(f => f.Kind, kind).Add(f => f.Currency, Currency.Of("USD")));

    private static void Choose(OpenPage dialog) => dialog.Field("File").Change("C:\\fakepath\\lines.csv");

    private OpenPage Open(RecordKind kind, string file)
    {
        SentFile.Prepare(
            _tab, file, size: null,
            ("?preview=true", bytes => _costs.Imports.PreviewAsync(kind, _january.Id, bytes, default)),
            ("/import", bytes => _costs.Imports.ImportAsync(kind, _january.Id, bytes, default)));
        return _tab.OpenDialog(dialogs => RecordImportForm.ShowAsync(dialogs, _january, kind, Currency.Of("USD")));
    }
}
