using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording.Execution;

/// <summary>What is said of money that is allotted, obligated and paid.</summary>
internal static class SpendingWords
{
    /// <summary>“Quarter 2”; behind the first of its quarter “Quarter 2, supplement 1”.</summary>
    public static string NameOf(AllotmentDto allotment) => NameOf(allotment.Quarter, allotment.Number);

    /// <inheritdoc cref="NameOf(AllotmentDto)"/>
    public static string NameOf(int quarter, int number) => number > 1 ? $"Quarter {quarter}, supplement {number - 1}" : $"Quarter {quarter}";

    /// <summary>How much is in somebody's inbox.</summary>
    public static string Waiting(int count) => count == 1 ? "1 thing waits for you" : string.Create(CultureInfo.CurrentCulture, $"{count:N0} things wait for you");

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>What day it is if none is given.</summary>
    public static string LeftEmpty(DateOnly day, DateOnly today) =>
        day == today ? "Left empty: today." : $"Left empty: {DateWords.Long(day)}, the nearest day of the fiscal year.";

    public static string Money(decimal amount, Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);

    public static string Of(ObligationKind kind) => kind == ObligationKind.PurchaseOrder ? "Purchase order" : kind.ToString();

    public static string Of(DisbursementMethod method) => method switch
    {
        DisbursementMethod.Transfer => "Bank transfer",
        DisbursementMethod.Other => "Another way",
        _ => method.ToString(),
    };

    /// <summary>The look of a status: what can go on has a tone, what ended has none.</summary>
    public static string ChipOf(ObligationStatus status) => status switch
    {
        ObligationStatus.Requested => "chip near",
        ObligationStatus.Active => "chip committed",
        ObligationStatus.Liquidated => "chip ok",
        _ => "chip",
    };

    /// <inheritdoc cref="ChipOf(ObligationStatus)"/>
    public static string ChipOf(AllotmentStatus status) => status switch
    {
        AllotmentStatus.Planned => "chip near",
        AllotmentStatus.Released => "chip committed",
        _ => "chip",
    };

    /// <summary>Quantity and unit cost: “3 h × $40.00”.</summary>
    public static string CountOf(WorkItemDto item, Currency currency) => string.Create(
        CultureInfo.CurrentCulture, $"{item.Quantity:0.###}{(item.Unit is null ? "" : $" {item.Unit}")} × {Money(item.UnitCost, currency)}");
}
