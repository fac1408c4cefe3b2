using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>Receipts that were taken away or replaced a while ago, so that undoing brings them back too.</summary>
public sealed class RemovedReceipts(TimeProvider time)
{
    private readonly RemovedFiles _files = new(time);

    /// <summary>Call before an expense loses the receipt that it has. A write that is rolled back does no harm.</summary>
    internal async Task KeepAsync(SharedCostsRepository repository, Expense expense, CancellationToken cancellationToken)
    {
        if (expense.Receipt is { } hash && await repository.ReceiptAsync(expense.Id, cancellationToken) is { } receipt)
        {
            _files.Keep(expense.OrganizationId, hash, receipt.Bytes, receipt.FileName);
        }
    }

    /// <summary>The receipt with the hash, if it is still kept.</summary>
    internal ReceiptInput? Find(Guid organizationId, string hash) =>
        _files.Find(organizationId, hash) is { } kept ? ReceiptInput.Of(kept.Bytes, kept.Name) : null;
}
