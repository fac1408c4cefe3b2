using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community paid, or got back.</summary>
public sealed class Expense : IImportedRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required string PaymentType { get; set; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    /// <summary>Whether it was got back: everything about it then counts with the opposite sign.</summary>
    public bool Refund { get; set; }

    public DateOnly Date { get; set; }

    public string? Vendor { get; set; }

    public string? Description { get; set; }

    /// <summary>The owner who paid from their pocket; <c>null</c>: the community's fund did.</summary>
    public Guid? PaidByOwnerId { get; set; }

    /// <summary>What it is allocated with; <c>null</c>: it isn't, yet.</summary>
    public Guid? BudgetItemId { get; set; }

    /// <summary>The SHA-256 of its <see cref="Receipt"/>, in lower-case hexadecimal digits; <c>null</c>: it has none.</summary>
    public string? Receipt { get; set; }

    /// <summary>What it was imported from: the same line of a file adds nothing twice.</summary>
    public Guid? ImportKey { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);

    internal decimal Signed => Refund ? -Amount : Amount;
}
