using System.Globalization;
using System.Text.RegularExpressions;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Architecture;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>The example of the guide, step by step, as it stands there.</summary>
public sealed partial class GuideTests
{
    private Office _office = null!;
    private AllotmentDto _quarter = null!;
    private ObligationDto _books = null!;
    private ObligationDto _roof = null!;
    private DisbursementDto _payment = null!;

    public static IReadOnlyList<Step> Steps { get; } =
    [
        .. File.ReadLines(Path.Combine(Product.Folder(), "docs", "guide", "execute-a-budget.md")).Select(line => StepLine().Match(line)).Where(m => m.Success)
            .Select(m => StepOf(m.Groups["what"].Value, [.. m.Groups["figure"].Captures.Select(c => decimal.Parse(c.Value, NumberStyles.Number, CultureInfo.InvariantCulture))])),
    ];

    [Fact]
    public async Task Example_ComesToTheFiguresThatStandBesideEachStep()
    {
        await using var world = await TestWorld.CreateAsync();

        foreach (var step in Steps)
        {
            await ActAsync(world, step);

            var figures = (await _office.Member.Get<ReportsService>().UtilizationAsync(Office.Year, new DateOnly(Office.Year, 12, 31), default)).Rows.First(r => r.ProgramBudgetId == _office.Budget.Id).Figures;
            (figures.Unallotted, figures.Unobligated, figures.Unpaid, figures.Paid).Should().Be((step.Unallotted, step.Unobligated, step.Unpaid, step.Paid), step.What);
        }

        Steps.Should().HaveCount(11);
    }

    private async Task ActAsync(TestWorld world, Step step)
    {
        switch (step.What)
        {
            case "The library's budget is approved":
                _office = await Office.CreateAsync(world.Services, approved: step.Amount, released: step.Amount);
                await _office.Approver.Get<AllotmentsService>().CancelAsync(_office.Allotment.Id, "To begin anew", version: null, default);
                break;
            case "Quarter 1 is released":
                _quarter = await _office.Approver.AllotmentAsync(_office.Budget, step.Amount);
                break;
            case "Books are obligated":
                _books = await ObligatedAsync(step.Amount);
                break;
            case "The repair of the roof is obligated":
                _roof = await ObligatedAsync(step.Amount);
                break;
            case "Another order is refused":
                var refusal = await ((Func<Task>)(() => _office.Member.ObligationAsync(_quarter, step.Amount))).ShouldRefuseAsync<ConflictException>();
                (refusal.Code, refusal.Remaining).Should().Be(("obligation.exceeds-allotment", step.Unobligated));
                break;
            case "Half of the books come, and are paid":
                await _office.DeliveredAsync(_books, step.Amount, Office.Day);
                await _office.PaidAsync(_books, step.Amount);
                break;
            case "The roof is paid":
                _payment = await _office.PaidAsync(_roof, step.Amount);
                break;
            case "That payment bounced, and is voided":
                (await _office.Approver.Get<DisbursementsService>().VoidAsync(_payment.Id, "It bounced", version: null, default)).Amount.Should().Be(step.Amount);
                break;
            case "It is paid again":
                await _office.PaidAsync(_roof, step.Amount);
                break;
            case "The roof cost less: it is liquidated":
                var liquidated = await _office.Approver.Get<ObligationsService>().LiquidateAsync(_roof.Id, version: null, default);
                (liquidated.Amount - liquidated.FinalAmount).Should().Be(step.Amount);
                break;
            case "A supplement is approved":
                await _office.Approver.Get<AdjustmentsService>().AdjustAsync(_office.Budget.Id, new AdjustmentInput { Amount = step.Amount, Reason = "More readers" }, version: null, default);
                break;
            default:
                throw new InvalidOperationException($"Nothing here does “{step.What}”.");
        }
    }

    private async Task<ObligationDto> ObligatedAsync(decimal amount) =>
        await _office.Approver.Get<ObligationsService>().ApproveAsync((await _office.Member.ObligationAsync(_quarter, amount)).Id, version: null, default);

    private static Step StepOf(string what, decimal[] figures) => new(what, figures[0], figures[1], figures[2], figures[3], figures[4]);

    [GeneratedRegex(@"^\| \d+\. (?<what>[^|]+) \|(?: (?<figure>[\d.,]+) \|){5}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StepLine();

    /// <param name="Amount">What the step is about.</param>
    public sealed record Step(string What, decimal Amount, decimal Unallotted, decimal Unobligated, decimal Unpaid, decimal Paid);
}
