using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners paid in, as a file.</summary>
internal sealed class ContributionFile(RecordFileContext context)
    : ImportedFile<Contribution, ContributionInput, ContributionDto>(context, new ContributionRecords(context.Work), ContributionRecords.Projection, Fields, "contributions")
{
    private static readonly CsvFields<ContributionInput, ContributionDto> Fields = new(ContributionInput.Fields);

    protected override IEnumerable<object?> ContentOf(Contribution row) => [row.OwnerId, row.Amount, row.Payout, row.Date, row.Comment?.ReplaceLineEndings("\n")];

    protected override ImportedRecord ImportedOf(int line, Contribution row) => new(line, Context.NameOf("owner", row.OwnerId), row.Date, TotalOf(row), row.Comment);

    protected override decimal TotalOf(Contribution row) => row.Payout ? -row.Amount : row.Amount;
}
