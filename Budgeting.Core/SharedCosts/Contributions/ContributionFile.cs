using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners paid in, as a file.</summary>
internal sealed class ContributionFile(RecordFileContext context) : RecordFile<Contribution>(context, Columns, Fields)
{
    private const string Owner = "owner";
    private const string Amount = "amount";
    private const string Payout = "payout";
    private const string Date = "date";
    private const string Comment = "comment";

    private static readonly CsvColumns Columns = new([Owner, Amount, Payout, Date, Comment], Required: [Owner, Amount, Date], Informative: []);

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal) { ["ownerId"] = Owner };

    public override async Task<CsvFile> WriteAsync(CancellationToken cancellationToken) => CsvFile.Write(
        $"{Context.Period.Name} contributions",
        Columns.Names,
        (await Context.Repository.ContributionsAsync(Context.Period.Id, ownerId: null, cancellationToken)).Select(c => new object?[]
        {
            Context.Owners.NameOf(c.OwnerId), CsvFile.Amount(c.Amount, Context.Currency), c.Payout, c.Date, c.Comment,
        }));

    protected override async Task<Contribution> ReadAsync(CsvRow line, Guid id, CancellationToken cancellationToken)
    {
        var row = new Contribution { Id = id, OrganizationId = Context.Period.OrganizationId, PeriodId = Context.Period.Id, OwnerId = default };
        var input = new ContributionInput
        {
            OwnerId = Context.Owners.Find(line, Owner),
            Amount = line.Amount(Amount, Context.Currency),
            Payout = line.Flag(Payout),
            Date = line.Date(Date),
            Comment = line.Text(Comment),
        };
        await CheckAsync(line, () => ContributionsService.ApplyAsync(Context.Records, Context.Period, row, input, cancellationToken));
        if (input.OwnerId is not null)
        {
            await Context.Records.RequireOwnAsync(input.OwnerId, cancellationToken);
        }

        return row;
    }

    protected override IEnumerable<object?> ContentOf(Contribution row) => [row.OwnerId, row.Amount, row.Payout, row.Date, row.Comment?.ReplaceLineEndings("\n")];

    protected override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Context.Repository.ImportedContributionsAsync(Context.Period.Id, keys, cancellationToken);

    protected override async Task<IReadOnlyList<Contribution>> OthersAsync(IReadOnlyCollection<Contribution> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? []
            : await Context.Repository.ContributionsByHandAsync(Context.Period.Id, rows.Min(r => r.Date), rows.Max(r => r.Date), cancellationToken);

    protected override Task AddAsync(IReadOnlyList<Contribution> rows, CancellationToken cancellationToken) =>
        Context.Repository.AddAsync(rows, cancellationToken);

    protected override ImportedRecord Told(int line, Contribution row) => new(line, Context.Owners.NameOf(row.OwnerId), row.Date, TotalOf(row), row.Comment);

    protected override void SetKey(Contribution row, Guid key) => row.ImportKey = key;

    protected override decimal TotalOf(Contribution row) => row.Payout ? -row.Amount : row.Amount;
}
