using Budgeting.Core.Gifting;

namespace Budgeting.Web.Wording.Gifting;

/// <summary>What was done to a gift or a wish, in a sentence.</summary>
internal static class GiftWords
{
    public static string Added(string name) => $"“{name}” added.";

    public static string Changed(string name) => $"“{name}” changed.";

    public static string Deleted(string name) => $"“{name}” deleted.";

    public static string Moved(GiftDto gift, GiftStatus from) => gift.Status == from ? $"“{gift.Name}” moved." : Moved(gift);

    public static string Moved(GiftDto gift) => $"“{gift.Name}” moved to {gift.Status}.";
}
