namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What happened in periods, as double entry. An owner's account holds the opposite of their balance, as is usual for what is owed; what
/// stays on <c>expenses</c> isn't allocated. Openings are left out: they follow, but for those that were typed in.
/// </summary>
/// <param name="owners">The account of each.</param>
/// <param name="properties">The name of each.</param>
internal sealed class JournalWriter(
    SharedCostsRepository repository, JournalText text, IReadOnlyDictionary<Guid, string> owners, IReadOnlyDictionary<Guid, string> properties)
{
    private const string Fund = "assets:fund";
    private const string Charges = "revenues:charges";
    private const string Tariffs = "revenues:tariffs";
    private const int ExpensesAtOnce = 50;

    private Dictionary<string, string> _expenses = [];

    /// <summary>Says what it is, and which accounts there are.</summary>
    public async Task BeginAsync(string organization, CancellationToken cancellationToken)
    {
        var types = await repository.SpentTypesAsync(cancellationToken);
        _expenses = JournalNames.Accounts("expenses", types.Select(t => (t, t))).ToDictionary(StringComparer.Ordinal);
        text.Line($"; Shared costs of {JournalNames.Plain(organization)}, written by Budgeting");
        text.Line();
        text.Commodity();
        foreach (var account in owners.Values.Concat(_expenses.Values.SelectMany(e => new[] { e, Allocated(e) })).Prepend(Fund).Append(Charges).Append(Tariffs))
        {
            text.Line($"account {account}");
        }

        await text.EndAsync(cancellationToken);
    }

    /// <param name="period">Whose records.</param>
    /// <param name="isFirst">Whether what it opens with was typed in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(Period period, bool isFirst, CancellationToken cancellationToken)
    {
        text.Line(FormattableString.Invariant($"; {JournalNames.Plain(period.Name)}, {period.StartDate:yyyy-MM-dd} to {period.EndDate:yyyy-MM-dd}"));
        text.Line();
        await WriteOpeningsAsync(period, isFirst, cancellationToken);
        await foreach (var paid in repository.EachByDayAsync(ContributionRecords.Projection, period.Id, cancellationToken))
        {
            text.Begin(paid.Date, paid.Id, paid.Payout ? "Payout" : "Contribution", paid.Comment);
            await TransferAsync(Fund, owners[paid.OwnerId], paid.Payout ? -paid.Amount : paid.Amount, cancellationToken);
        }

        await foreach (var some in repository.EachByDayAsync(ExpenseRecords.Projection, period.Id, cancellationToken).Chunk(ExpensesAtOnce))
        {
            await WriteExpensesAsync(some, cancellationToken);
        }

        await WriteTariffsAsync(period, cancellationToken);
        await foreach (var charge in repository.EachByDayAsync(ChargeRecords.Projection, period.Id, cancellationToken))
        {
            text.Begin(charge.Date, charge.Id, "Charge", charge.Description);
            await TransferAsync(owners[charge.OwnerId], Charges, charge.Amount, cancellationToken);
        }
    }

    private async Task WriteOpeningsAsync(Period period, bool isFirst, CancellationToken cancellationToken)
    {
        foreach (var opening in isFirst ? await repository.OpeningsAsync(period.Id, cancellationToken) : [])
        {
            text.Begin(period.StartDate, opening.Id, "Opening balance");
            await TransferAsync(Fund, owners[opening.OwnerId], opening.Amount, cancellationToken);
        }
    }

    private async Task WriteExpensesAsync(IReadOnlyList<ExpenseDto> expenses, CancellationToken cancellationToken)
    {
        var shares = (await repository.LinesOfAsync(expenses.Select(e => e.Id).ToList(), cancellationToken)).ToLookup(l => l.SourceId);
        foreach (var expense in expenses)
        {
            var account = _expenses[expense.PaymentType];
            var payer = expense.PaidByOwnerId is { } owner ? owners[owner] : Fund;
            text.Begin(expense.Date, expense.Id, expense.Refund ? "Refund" : "Expense", string.Join(", ", new[] { expense.Vendor, expense.Description }.OfType<string>()));
            await TransferAsync(account, payer, expense.Refund ? -expense.Amount : expense.Amount, cancellationToken);
            if (shares[expense.Id].Any())
            {
                text.Begin(expense.Date, expense.Id, "Shares", expense.PaymentType);
                await ShareAsync(shares[expense.Id], Allocated(account), cancellationToken);
            }
        }
    }

    private async Task WriteTariffsAsync(Period period, CancellationToken cancellationToken)
    {
        foreach (var item in await repository.ItemsAsync(period.Id, cancellationToken))
        {
            var shares = await repository.LinesOfAsync([item.Id], cancellationToken);
            if (shares.Count > 0)
            {
                text.Begin(period.EndDate, item.Id, "Tariff", item.PaymentType);
                await ShareAsync(shares, Tariffs, cancellationToken);
            }
        }
    }

    private Task ShareAsync(IEnumerable<AllocationLine> shares, string account, CancellationToken cancellationToken)
    {
        var total = 0m;
        foreach (var share in shares.OrderBy(s => owners[s.OwnerId], StringComparer.Ordinal).ThenBy(s => properties[s.PropertyId], StringComparer.Ordinal))
        {
            text.Posting(owners[share.OwnerId], share.Amount, properties[share.PropertyId]);
            total += share.Amount;
        }

        text.Posting(account, -total);
        return text.EndAsync(cancellationToken);
    }

    private Task TransferAsync(string to, string from, decimal amount, CancellationToken cancellationToken)
    {
        text.Posting(to, amount);
        text.Posting(from, -amount);
        return text.EndAsync(cancellationToken);
    }

    private static string Allocated(string expenses) => expenses + ":allocated";
}
