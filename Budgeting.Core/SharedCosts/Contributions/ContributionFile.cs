using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners paid in, as a file.</summary>
internal sealed class ContributionFile(RecordFileContext context)
    : RecordFile<Contribution, ContributionInput, ContributionDto>(context, new ContributionRecords(context.Work), Fields, "contributions")
{
    private static readonly CsvFields<ContributionInput, ContributionDto> Fields = new(ContributionInput.Fields);

    protected override Task<IReadOnlyList<ContributionDto>> AllAsync(CancellationToken cancellationToken) =>
        Context.Repository.ContributionsAsync(Context.Period.Id, ownerId: null, cancellationToken);

    protected override IEnumerable<object?> ContentOf(Contribution row) => [row.OwnerId, row.Amount, row.Payout, row.Date, row.Comment?.ReplaceLineEndings("\n")];

    protected override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Context.Repository.ImportedContributionsAsync(Context.Period.Id, keys, cancellationToken);

    protected override async Task<IReadOnlyList<Contribution>> OthersAsync(IReadOnlyCollection<Contribution> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? []
            : await Context.Repository.ContributionsByHandAsync(Context.Period.Id, rows.Min(r => r.Date), rows.Max(r => r.Date), cancellationToken);

    protected override ImportedRecord ImportedOf(int line, Contribution row) => new(line, Context.NameOf("owner", row.OwnerId), row.Date, TotalOf(row), row.Comment);

    protected override void SetKey(Contribution row, Guid key) => row.ImportKey = key;

    protected override decimal TotalOf(Contribution row) => row.Payout ? -row.Amount : row.Amount;
}
