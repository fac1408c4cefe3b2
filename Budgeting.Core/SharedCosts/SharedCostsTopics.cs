using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What pages about shared costs watch.</summary>
public static class SharedCostsTopics
{
    /// <summary>Owners, properties and who owns what.</summary>
    public static Topic Owners { get; } = new("owners");

    public static Topic PaymentTypes { get; } = new("payment-types");

    /// <summary>Any period, with all that is recorded in it.</summary>
    public static Topic Periods { get; } = new("periods");

    /// <summary>One period, with all that is recorded in it.</summary>
    public static Topic Period(Guid id) => new("periods", id);
}
