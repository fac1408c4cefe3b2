using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>The histories of what is recorded in periods, as people say them.</summary>
internal static class RecordHistoryWords
{
    public static HistoryWords Of<TInput>(Fields<TInput> fields, RecordNames names, Currency currency)
        where TInput : class, new() => HistoryWords.Of(fields, currency, (noun, id) => NameOf(names, noun, id))
        .Empty("paidByOwnerId", "the fund")
        .Empty("budgetItemId", "not shared")
        .With("receipt", "Receipt", value => value is null ? "nothing" : "a receipt")
        .With("strategy", "Shared", value => value is null ? "nothing" : PeriodWords.Strategy(Enum.Parse<AllocationStrategy>(value)));

    private static string NameOf(RecordNames names, string noun, Guid id) => noun switch
    {
        "owner" => names.OwnerName(id) ?? "an owner who was deleted",
        "property" => names.PropertyName(id) ?? "a property that was deleted",
        _ => names.Item(id)?.PaymentType ?? "an item that was deleted",
    };
}
