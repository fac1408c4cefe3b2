using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="Payout">Whether the community paid the owner, so that it counts with the opposite sign.</param>
/// <param name="Cumulative">What the owner paid in the period until then, this included; <c>null</c> where it wasn't asked for.</param>
public sealed record ContributionDto(
    Guid Id, Guid PeriodId, Guid OwnerId, decimal Amount, bool Payout, DateOnly Date, string? Comment, decimal? Cumulative, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ContributionInput ToInput() => new() { OwnerId = OwnerId, Amount = Amount, Payout = Payout, Date = Date, Comment = Comment };
}

/// <summary>What can be written of a contribution.</summary>
public sealed record ContributionInput
{
    public Guid? OwnerId { get; init; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Whether the community paid the owner.</summary>
    public bool Payout { get; init; }

    /// <summary>Within the period.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Up to 500 characters.</summary>
    public string? Comment { get; init; }
}

/// <param name="PaidByOwnerId">Who paid from their pocket; <c>null</c>: the fund.</param>
/// <param name="BudgetItemId">What it is allocated with; <c>null</c>: it isn't, yet.</param>
/// <param name="Refund">Whether it was got back rather than paid.</param>
/// <param name="Attachment">SHA-256 of its receipt; <c>null</c>: it has none.</param>
public sealed record ExpenseDto(
    Guid Id,
    Guid PeriodId,
    string PaymentType,
    decimal Amount,
    DateOnly Date,
    string? Vendor,
    string? Description,
    Guid? PaidByOwnerId,
    Guid? BudgetItemId,
    bool Refund,
    string? Attachment,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ExpenseInput ToInput() => new()
    {
        PaymentType = PaymentType,
        Amount = Amount,
        Date = Date,
        Vendor = Vendor,
        Description = Description,
        PaidByOwnerId = PaidByOwnerId,
        BudgetItemId = BudgetItemId,
        Refund = Refund,
    };
}

/// <summary>Who paid an expense.</summary>
/// <param name="OwnerId">From their pocket; <c>null</c>: the fund.</param>
public sealed record Payer(Guid? OwnerId)
{
    public static Payer Fund { get; } = new(OwnerId: null);
}

/// <summary>What can be written of an expense.</summary>
public sealed record ExpenseInput
{
    /// <summary>Of the list; one that isn't there yet is added to it. 1–60 characters.</summary>
    public string? PaymentType { get; init; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Within the period.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Up to 100 characters.</summary>
    public string? Vendor { get; init; }

    /// <summary>Up to 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>null</c>: the fund paid.</summary>
    public Guid? PaidByOwnerId { get; init; }

    /// <summary>Of the same period; <c>null</c>: it isn't allocated, yet.</summary>
    public Guid? BudgetItemId { get; init; }

    public bool Refund { get; init; }
}

public sealed record BudgetItemDto(
    Guid Id, Guid PeriodId, string PaymentType, decimal BudgetedCost, AllocationStrategy Strategy, decimal? UnitPrice, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public BudgetItemInput ToInput() => new() { PaymentType = PaymentType, BudgetedCost = BudgetedCost, Strategy = Strategy, UnitPrice = UnitPrice };
}

/// <summary>What can be written of a budget item.</summary>
public sealed record BudgetItemInput
{
    /// <summary>Of the list; one that isn't there yet is added to it. 1–60 characters.</summary>
    public string? PaymentType { get; init; }

    /// <summary>0 or more, in whole minor units.</summary>
    public decimal BudgetedCost { get; init; }

    public AllocationStrategy? Strategy { get; init; }

    /// <summary>0 or more, with up to six decimals, for a unit of consumption.</summary>
    public decimal? UnitPrice { get; init; }
}

/// <param name="Consumption">End − start; what the meter went round is counted.</param>
/// <param name="Cost">
/// The meter's part of what the property bears of the item's expenses, or tariff, as it is now: those of all its meters add up to that.
/// </param>
public sealed record ReadingDto(
    Guid Id,
    Guid PeriodId,
    Guid BudgetItemId,
    Guid PropertyId,
    string MeterSerial,
    decimal StartReading,
    decimal EndReading,
    decimal? Capacity,
    bool Estimated,
    decimal Consumption,
    decimal Cost,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ReadingInput ToInput() => new()
    {
        BudgetItemId = BudgetItemId,
        PropertyId = PropertyId,
        MeterSerial = MeterSerial,
        StartReading = StartReading,
        EndReading = EndReading,
        Capacity = Capacity,
        Estimated = Estimated,
    };
}

/// <summary>What a meter showed at the end of the period before: its next reading begins there.</summary>
public sealed record MeterBefore(string MeterSerial, decimal EndReading, decimal? Capacity);

/// <summary>What can be written of a reading.</summary>
public sealed record ReadingInput
{
    /// <summary>Of the same period.</summary>
    public Guid? BudgetItemId { get; init; }

    /// <summary>One that has a part in the period.</summary>
    public Guid? PropertyId { get; init; }

    /// <summary>1–60 characters; each meter of a property is read once for an item.</summary>
    public string? MeterSerial { get; init; }

    /// <summary>0 to 100,000,000, with up to six decimals.</summary>
    public decimal? StartReading { get; init; }

    /// <summary>Before the start only with a capacity: the meter went round.</summary>
    public decimal? EndReading { get; init; }

    /// <summary>Where the meter begins at 0 again.</summary>
    public decimal? Capacity { get; init; }

    public bool Estimated { get; init; }
}

public sealed record ChargeDto(Guid Id, Guid PeriodId, Guid OwnerId, string Description, decimal Amount, DateOnly Date, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ChargeInput ToInput() => new() { OwnerId = OwnerId, Description = Description, Amount = Amount, Date = Date };
}

/// <summary>What can be written of a service charge.</summary>
public sealed record ChargeInput
{
    public Guid? OwnerId { get; init; }

    /// <summary>1–500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Within the period; left out: its last day.</summary>
    public DateOnly? Date { get; init; }
}

public sealed record PaymentTypeDto(Guid Id, string Name, long Version) : IVersioned;
