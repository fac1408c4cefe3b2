using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Execution;

/// <summary>
/// One of the four rules Σ children ≤ parent. The services ask first, for a sentence that says what is left; the triggers of the same code
/// have the last word.
/// </summary>
/// <param name="Code">Of the refusal.</param>
/// <param name="Left">What is left of what, for people: <c>is left of the approved amount</c>.</param>
internal sealed record SumRule(string Code, string Left)
{
    public static SumRule Allotments { get; } = new("allotment.exceeds-budget", "is left of the approved amount");

    public static SumRule Obligations { get; } = new("obligation.exceeds-allotment", "is left of the allotment");

    public static SumRule Disbursements { get; } = new("disbursement.exceeds-obligation", "is left to pay of the obligation");

    public static SumRule WorkItems { get; } = new("work-items.exceed-obligation", "of the obligation has no work item yet");

    public static IReadOnlyList<SumRule> All { get; } = [Allotments, Obligations, Disbursements, WorkItems];

    /// <summary>Refuses what is more than what is left.</summary>
    /// <param name="more">By how much the sum would grow; what gives money back is never refused.</param>
    /// <param name="remaining">What is left of the parent before that.</param>
    /// <exception cref="ConflictException">It is too much; it says what is left.</exception>
    public void Require(decimal more, decimal remaining, Currency currency)
    {
        if (more > 0 && more > remaining)
        {
            throw Refused(remaining, currency);
        }
    }

    public ConflictException Refused(decimal remaining, Currency currency) =>
        new(Code, $"Only {MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(remaining, withSymbol: true)} {Left}.") { Field = "amount", Remaining = remaining };
}
