namespace Budgeting.Core.Gifting;

/// <summary>What an import adds, or would add.</summary>
/// <param name="Added">How many gifts are new.</param>
/// <param name="AlreadyThere">How many lines stand for gifts that the occasion has: those stay as they are.</param>
/// <param name="Total">Σ line totals of the new ones.</param>
/// <param name="NewPeople">The recipients that are new, too.</param>
/// <param name="IgnoredColumns">Columns of the file that nothing is known of, 20 at most.</param>
/// <param name="Gifts">The first 20 of the new ones.</param>
/// <param name="WriteId">What can be taken back; <c>null</c> where nothing was written.</param>
public sealed record GiftImport(
    int Added,
    int AlreadyThere,
    decimal Total,
    IReadOnlyList<string> NewPeople,
    IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<ImportedGift> Gifts,
    Guid? WriteId = null)
{
    public const int MostShown = 20;
}

/// <summary>A gift that a line of a file stands for.</summary>
/// <param name="Line">The line, counted from 1, the header included.</param>
/// <param name="LineTotal">(discount price, else price, else 0) × quantity.</param>
public sealed record ImportedGift(int Line, string Name, string? Recipient, GiftStatus Status, int Quantity, decimal LineTotal);
