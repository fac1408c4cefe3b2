using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners are charged for alone.</summary>
internal sealed class ChargeRecords(PeriodContext period) : PeriodRecords<Charge, ChargeInput, ChargeDto>(period)
{
    public static Expression<Func<Charge, ChargeDto>> Projection { get; } =
        c => new ChargeDto(c.Id, c.PeriodId, c.OwnerId, c.Description, c.Amount, c.Date, c.Version);

    protected override string Noun => "charge";

    protected override Role LeastRole => Role.Admin;

    protected override Expression<Func<Charge, ChargeDto>> Dto => Projection;

    protected override Task<Page<ChargeDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Repository.ByDayAsync(Projection, c => c.PeriodId == parentId, page, cancellationToken);

    public static Task<ListedRows<ChargeDto>> LatestAsync(SharedCostsRepository repository, Currency currency, RecordQuery query, CancellationToken cancellationToken) =>
        repository.LatestAsync(Projection, query, c => c.Amount, c => false, cancellationToken);

    public override Charge New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, PeriodId = parentId, OwnerId = default, Description = "" };

    public override async Task WriteAsync(Charge row, ChargeInput input, CancellationToken cancellationToken)
    {
        var (period, check) = (await PeriodOfAsync(row, cancellationToken), new Check());
        var date = input.Date ?? period.EndDate;
        row.Description = check.Required(input.Description, "description", "what it is for", 500);
        await Period.Rules.CheckAmountAsync(check, RecordedSum.Charges, period, row.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, date);
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        await Period.Rules.CheckOwnerAsync(check, input.OwnerId, "ownerId", cancellationToken);
        check.ThrowIfAny();
        (row.OwnerId, row.Amount, row.Date) = (input.OwnerId!.Value, input.Amount!.Value, date);
    }
}
