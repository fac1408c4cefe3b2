using Budgeting.Core.Gifting;

namespace Budgeting.Web.Wording.Gifting;

/// <summary>What was done to a gift or a wish, in a sentence.</summary>
internal static class GiftWords
{
    public static string Added(string name) => $"“{name}” added.";

    public static string Changed(string name) => $"“{name}” changed.";

    public static string Deleted(string name) => $"“{name}” deleted.";

    /// <summary>What a member who buys it does, or did: “Mia bought it”.</summary>
    public static string Buyer(string name, GiftStatus status) => $"{name} {(GiftMeter.IsPurchased(status) ? "bought" : "buys")} it";

    public static string Moved(GiftDto gift, GiftStatus from) => gift.Status == from ? $"“{gift.Name}” moved." : Moved(gift);

    public static string Moved(GiftDto gift) => $"“{gift.Name}” moved to {gift.Status}.";
}
