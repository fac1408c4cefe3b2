using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>The statement of a year, the registry of a program budget, and what is due, on each day as it was then.</summary>
public sealed class ReportsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private TestWorld _world = null!;
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _office = await Office.CreateAsync(_world.Services);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Statement_HasEachAmountInItsQuarter_AndAddsUp()
    {
        var paid = await ActiveAsync(100, new DateOnly(2026, 2, 1));
        await PayAsync(paid, 30, new DateOnly(2026, 3, 31));
        await PayAsync(paid, 20, new DateOnly(2026, 4, 1));
        await _office.Member.Get<WorkItemsService>().AddAsync(paid.Id, new WorkItemInput { Description = "Delivery", UnitCost = 60, AcceptedOn = new DateOnly(2026, 5, 5) }, default);
        await _office.Member.ObligationAsync(_office.Allotment, 40, new DateOnly(2026, 7, 15));
        await AdjustAsync(50);

        var statement = await StatementAsync();

        var row = statement.Rows.First();
        row.Figures.Should().BeEquivalentTo(new UtilizationFigures(1000, 50, 300, [100, 0, 40, 0], [30, 20, 0, 0], 10));
        var figures = row.Figures;
        (figures.Adjusted, figures.Unallotted, figures.Unobligated, figures.Unpaid, figures.NotYetDue).Should().Be((1050, 750, 160, 90, 80));
        statement.Rows.Where(r => r.ProgramBudgetId == row.ProgramBudgetId).Select(r => r.Category).Should().Equal(null, BudgetCategory.Operating);
        statement.Total.Should().BeEquivalentTo(figures + statement.Rows.Single(r => r.ProgramBudgetId == _office.Other.Id).Figures);
        statement.Total.Approved.Should().Be(1500);
    }

    [Fact]
    public async Task Statement_AsOfADay_KnowsNothingOfWhatCameLater()
    {
        var obligation = await ActiveAsync(100, new DateOnly(2026, 2, 1));
        await PayAsync(obligation, 30, new DateOnly(2026, 3, 31));
        await AdjustAsync(-200);
        var cancelled = await ActiveAsync(50, new DateOnly(2026, 6, 1));
        await _office.Approver.Get<ObligationsService>().CancelAsync(cancelled.Id, "Not needed", version: null, default);

        (await FiguresAsync(Office.Day.AddDays(-1))).Should().BeEquivalentTo(UtilizationFigures.Zero);
        (await FiguresAsync(new DateOnly(2026, 1, 31))).Should().BeEquivalentTo(new UtilizationFigures(1000, 0, 300, [0, 0, 0, 0], [0, 0, 0, 0], 0));
        (await FiguresAsync(new DateOnly(2026, 3, 30))).Obligations.Should().Equal(100, 0, 0, 0);
        (await FiguresAsync(new DateOnly(2026, 6, 30))).Obligations.Should().Equal(100, 50, 0, 0);

        // Cut and cancelled today.
        (await FiguresAsync(Today.AddDays(-1))).Should().BeEquivalentTo(new UtilizationFigures(1000, 0, 300, [100, 50, 0, 0], [30, 0, 0, 0], 0));
        (await FiguresAsync(Today)).Should().BeEquivalentTo(new UtilizationFigures(1000, -200, 300, [100, 50, 0, -50], [30, 0, 0, 0], 0));
    }

    [Fact]
    public async Task Liquidation_AndWhatIsVoidAfterIt_GiveBackOnTheirDays()
    {
        var obligation = await ActiveAsync(100, new DateOnly(2026, 2, 1));
        var payment = await PayAsync(obligation, 30, new DateOnly(2026, 3, 31));
        await PayAsync(obligation, 45, new DateOnly(2026, 4, 30));
        await _office.Approver.Get<ObligationsService>().LiquidateAsync(obligation.Id, version: null, default);
        _world.Clock.Advance(TimeSpan.FromDays(10));
        await _office.Approver.Get<DisbursementsService>().VoidAsync(payment.Id, "Bounced", version: null, default);

        (await FiguresAsync(Today)).Should().BeEquivalentTo(new UtilizationFigures(1000, 0, 300, [100, 0, 0, -25], [30, 45, 0, 0], 0));
        (await FiguresAsync(Today.AddDays(10))).Should().BeEquivalentTo(new UtilizationFigures(1000, 0, 300, [100, 0, 0, -55], [30, 45, 0, -30], 0));
        var registry = await _office.Member.Get<ReportsService>().RegistryAsync(_office.Budget.Id, default, default);
        registry.Lines.Select(l => (l.Kind, l.Amount)).Should().Equal(
            (RegistryKind.Approval, 1000), (RegistryKind.Allotment, 300), (RegistryKind.Obligation, 100), (RegistryKind.Disbursement, 30), (RegistryKind.Disbursement, 45),
            (RegistryKind.Liquidation, -25), (RegistryKind.Void, -30), (RegistryKind.Liquidation, -30));
        registry.Lines[^1].Balance.Should().Be(new RegistryBalance(700, 255, 0));
    }

    [Fact]
    public async Task WhatIsOfALaterDay_GivesNothingBackBeforeItIsThere()
    {
        var later = await _office.Member.ObligationAsync(_office.Allotment, 250, Today.AddDays(20));
        await _office.Member.Get<ObligationsService>().CancelAsync(later.Id, "Not needed", version: null, default);

        (await FiguresAsync(Today)).Obligated.Should().Be(0);
        (await FiguresAsync(Today.AddDays(20))).Obligated.Should().Be(0);
    }

    [Fact]
    public async Task Registry_OfADay_GoesOnAsThingsWereDone()
    {
        // Records are known in order by the instant at which they were made.
        var obligation = await ActiveAsync(100, Today);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        var payment = await PayAsync(obligation, 90, Today);
        await _office.Approver.Get<DisbursementsService>().VoidAsync(payment.Id, "Bounced", version: null, default);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await PayAsync(obligation, 80, Today);
        await _office.Approver.Get<ObligationsService>().LiquidateAsync(obligation.Id, version: null, default);

        var lines = (await _office.Member.Get<ReportsService>().RegistryAsync(_office.Budget.Id, default, default)).Lines;
        lines.Where(l => l.ObligationId == obligation.Id).Select(l => l.Balance.Unpaid).Should().Equal(100, 10, 100, 20, 0);
    }

    [Fact]
    public async Task Registry_EndsWithTheBalancesOfTheStatement_OnEveryDay()
    {
        await SpendAtRandomAsync();

        var lines = (await _office.Member.Get<ReportsService>().RegistryAsync(_office.Budget.Id, default, default)).Lines;
        foreach (var day in lines.Select(l => l.Date).Distinct())
        {
            var (figures, last) = (await FiguresAsync(day), lines.Last(l => l.Date == day).Balance);
            (figures.Unallotted, figures.Unobligated, figures.Unpaid).Should().Be((last.Unallotted, last.Unobligated, last.Unpaid), "of {0}", day);
        }

        var allotment = await _office.Member.NowAsync(_office.Allotment);
        (lines[^1].Balance.Unobligated, lines[^1].Balance.Unpaid).Should().Be((allotment.Remaining, allotment.Obligated - allotment.Disbursed));
    }

    [Fact]
    public async Task EveryFigure_IsTheSumOfItsLines_OnAnyDay()
    {
        await AdjustAsync(40);
        await SpendAtRandomAsync();
        await AdjustAsync(-15);

        var reports = _office.Member.Get<ReportsService>();
        foreach (var day in new[] { new DateOnly(2025, 12, 31), new DateOnly(2026, 3, 31), new DateOnly(2026, 7, 9), Today, Now })
        {
            var rows = (await StatementAsync(day)).Rows;
            foreach (var (row, column) in rows.SelectMany(r => StatementColumn.All.Select(c => (r, c))))
            {
                var registry = await reports.RegistryAsync(row.ProgramBudgetId, new RegistryFilter(row.Category, column.Figure, column.Quarter, day), default);
                registry.Sum.Should().Be(column.Of(row.Figures) ?? registry.Sum, "of {0} of {1} {2} as of {3}", column, row.ProgramCode, row.Category, day);
                registry.Lines.Sum(l => l.Amount).Should().Be(registry.Sum);
            }
        }
    }

    [Fact]
    public async Task APageOfARegistry_HasTheBalancesBehindAllLinesBeforeIt()
    {
        await SpendAtRandomAsync();
        var reports = _office.Member.Get<ReportsService>();
        var all = await reports.RegistryAsync(_office.Budget.Id, default, default);

        var page = await reports.RegistryPageAsync(_office.Budget.Id, default, first: 10, most: 5, default);

        page.Registry.Lines.Should().Equal(all.Lines.Skip(10).Take(5));
        (page.Count, page.Registry.Sum).Should().Be((all.Lines.Count, null));
        var paid = await reports.RegistryPageAsync(_office.Budget.Id, new RegistryFilter(Figure: StatementFigure.Paid), first: 2, most: 3, default);
        paid.Registry.Lines.Should().OnlyContain(l => all.Lines.Any(a => a == l), "balances count what is left out, too");
        paid.Registry.Sum.Should().Be((await FiguresAsync(Now)).Paid, "it is of all pages");
    }

    [Fact]
    public async Task ACategory_HasWhatIsItsOwn()
    {
        await _office.RequestedAsync(100);

        var whole = StatementProgram.Of(await StatementAsync())[0];

        var operating = whole.Categories.Single();
        static decimal? Of(UtilizationRow row, StatementFigure figure) => new StatementColumn(figure).Of(row.Figures);
        (Of(operating, StatementFigure.Approved), Of(operating, StatementFigure.Allotted), Of(operating, StatementFigure.Unobligated)).Should().Be((null, null, null));
        (Of(operating, StatementFigure.Obligated), Of(operating, StatementFigure.Unpaid)).Should().Be((100, 100));
        operating.Figures.ObligatedShare.Should().BeNull();
        (Of(whole.All, StatementFigure.Approved), Of(whole.All, StatementFigure.Allotted), Of(whole.All, StatementFigure.Unobligated)).Should().Be((1000, 300, 200));
    }

    [Fact]
    public async Task ACategoryThatEachAllotmentNames_HasWhatIsNotObligated()
    {
        await _office.Approver.Get<AllotmentsService>().AddAsync(
            _office.Other.Id, new AllotmentInput { Quarter = 1, Amount = 80, Category = BudgetCategory.Capital, Status = AllotmentStatus.Released, ReleasedOn = Office.Day }, default);

        var other = StatementProgram.Of(await StatementAsync())[1];

        other.Categories.Single().Figures.Unobligated.Should().Be(80);
        var reports = _office.Member.Get<ReportsService>();
        (await reports.RegistryPageAsync(_office.Other.Id, new RegistryFilter(BudgetCategory.Capital), 0, 1, default)).HasUnobligated.Should().BeTrue();
        (await reports.RegistryPageAsync(_office.Budget.Id, new RegistryFilter(BudgetCategory.Capital), 0, 1, default)).HasUnobligated.Should().BeFalse("its allotment is for any");
    }

    [Fact]
    public async Task Ageing_GivesPaymentsToWhatWasAcceptedFirst()
    {
        var obligation = await ActiveAsync(100, new DateOnly(2026, 2, 1));
        foreach (var (amount, accepted) in new[] { (20, new DateOnly(2026, 6, 1)), (30, new DateOnly(2026, 9, 10)), (15, new DateOnly(2026, 11, 1)) })
        {
            await _office.Member.Get<WorkItemsService>().AddAsync(obligation.Id, new WorkItemInput { Description = "Delivery", UnitCost = amount, AcceptedOn = accepted }, default);
        }

        await PayAsync(obligation, 25, new DateOnly(2026, 10, 1));

        var ageing = await _office.Member.Get<ReportsService>().AgeingAsync(asOf: null, default);

        ageing.Rows.Should().Equal(new AgeingRow(
            obligation.Id, _office.Allotment.Id, _office.Budget.Id, _office.Proposal.Id, obligation.ReferenceNo, "Paper Ltd", "Paper", 40, new DateOnly(2026, 9, 10), 72));
        ageing.Buckets.Should().Equal(15, 0, 25, 0);
        (await _office.Member.Get<ReportsService>().AgeingAsync(new DateOnly(2026, 6, 15), default)).Buckets.Should().Equal(20, 0, 0, 0);
    }

    private async Task SpendAtRandomAsync()
    {
        var random = new Random(7);
        for (var i = 0; i < 12; i++)
        {
            var obligation = await ActiveAsync(random.Next(5, 25), new DateOnly(2026, random.Next(1, 11), random.Next(1, 28)));
            if (random.Next(2) == 0)
            {
                await _office.Member.Get<WorkItemsService>().AddAsync(
                    obligation.Id, new WorkItemInput { Description = "Delivery", UnitCost = random.Next(1, 5), AcceptedOn = obligation.Date.AddDays(random.Next(40)) }, default);
            }

            var payment = random.Next(2) == 0 ? null : await PayAsync(obligation, random.Next(1, 5), obligation.Date.AddDays(random.Next(20)));
            _world.Clock.Advance(TimeSpan.FromDays(random.Next(3)));
            if (random.Next(3) == 0)
            {
                await _office.Approver.Get<ObligationsService>().LiquidateAsync(obligation.Id, version: null, default);
            }

            if (payment is not null && random.Next(3) == 0)
            {
                _world.Clock.Advance(TimeSpan.FromDays(1));
                await _office.Approver.Get<DisbursementsService>().VoidAsync(payment.Id, "Bounced", version: null, default);
            }
        }
    }

    private async Task<UtilizationFigures> FiguresAsync(DateOnly day) => (await StatementAsync(day)).Rows.First().Figures;

    private DateOnly Now => DateOnly.FromDateTime(_world.Clock.GetLocalNow().Date);

    private Task<UtilizationDto> StatementAsync(DateOnly? day = null) => _office.Member.Get<ReportsService>().UtilizationAsync(Office.Year, day, default);

    private async Task<ObligationDto> ActiveAsync(decimal amount, DateOnly date) =>
        await _office.Approver.Get<ObligationsService>().ApproveAsync((await _office.Member.ObligationAsync(_office.Allotment, amount, date)).Id, version: null, default);

    private Task<DisbursementDto> PayAsync(ObligationDto obligation, decimal amount, DateOnly date) =>
        _office.Approver.Get<DisbursementsService>().AddAsync(obligation.Id, new DisbursementInput { Amount = amount, Date = date }, default);

    private Task AdjustAsync(decimal amount) =>
        _office.Approver.Get<AdjustmentsService>().AdjustAsync(_office.Budget.Id, new AdjustmentInput { Amount = amount, Reason = "As decided" }, version: null, default);
}
