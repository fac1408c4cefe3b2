using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners pay to the community. Members record their own, admins everybody's.</summary>
internal sealed class ContributionRecords(PeriodContext period) : PeriodRecords<Contribution, ContributionInput, ContributionDto>(period)
{
    public static Expression<Func<Contribution, ContributionDto>> Projection { get; } =
        c => new ContributionDto(c.Id, c.PeriodId, c.OwnerId, c.Amount, c.Payout, c.Date, c.Comment, null, c.Version);

    public static Func<Contribution, ContributionDto> ToDto { get; } = Projection.Compile();

    protected override string Noun => "contribution";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Contribution, ContributionDto>> Dto => Projection;

    protected override Task<Page<ContributionDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Repository.ContributionsAsync(parentId, ownerId: null, page, cancellationToken);

    /// <summary>Each with what its owner had paid until then.</summary>
    public static async Task<ListedRows<ContributionDto>> LatestAsync(
        SharedCostsRepository repository, Currency currency, RecordQuery query, CancellationToken cancellationToken)
    {
        var latest = await repository.LatestAsync(Projection, query, c => c.Amount, c => c.Payout, cancellationToken);
        return latest with { Rows = [.. (await repository.WithCumulativeAsync(query.PeriodId, [.. latest.Rows.Reverse()], cancellationToken)).Reverse()] };
    }

    public override Contribution New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = Work.OrganizationId, PeriodId = parentId, OwnerId = default };

    public override async Task WriteAsync(Contribution row, ContributionInput input, CancellationToken cancellationToken)
    {
        var (period, check) = (await PeriodOfAsync(row, cancellationToken), new Check());
        await Period.Rules.CheckAmountAsync(check, RecordedSum.Contributions, period, row.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, input.Date);
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        await Period.Rules.CheckOwnerAsync(check, input.OwnerId, "ownerId", cancellationToken);
        row.Comment = check.Optional(input.Comment, "comment", 500);
        check.ThrowIfAny();
        (row.OwnerId, row.Amount, row.Payout, row.Date) = (input.OwnerId!.Value, input.Amount!.Value, input.Payout, input.Date!.Value);
    }

    public override Task RequireMayAsync(Contribution row, CancellationToken cancellationToken) => Period.Rules.RequireOwnAsync(row.OwnerId, cancellationToken);

    protected override async Task RestoreAsync(Contribution row, RowState state, RowState last, CancellationToken cancellationToken) =>
        row.ImportKey = await Period.FreeKeyAsync(row.ImportKey, row.PeriodId, state.Get<Guid?>("importKey"), cancellationToken);
}
