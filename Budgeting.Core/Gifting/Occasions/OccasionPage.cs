using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>What an occasion's page shows: the board, or the table where an order is given.</summary>
public sealed record OccasionPageQuery
{
    /// <summary>How many gifts of each column, or of the table, are sent at most.</summary>
    public int Take { get; init; } = 100;

    /// <summary>How many gifts of the table come before.</summary>
    public int Skip { get; init; }

    public GiftFilter Filter { get; init; } = GiftFilter.All;

    /// <summary><c>null</c>: the board.</summary>
    public GiftOrder? Order { get; init; }
}

/// <param name="Board">The board, where it was asked for. Its counts and totals are of whole columns, whatever the filter.</param>
/// <param name="Table">The table's gifts, where it was asked for.</param>
/// <param name="Wishes">One's own, where surprises are kept for who looks.</param>
/// <param name="Reveal">That everybody sees everything, where that is so or will be.</param>
/// <param name="Previous">Last year's, where this was begun as next year's.</param>
public sealed record OccasionPage(
    OccasionDto Occasion,
    OccasionFigures Figures,
    IReadOnlyList<PersonDto> People,
    IReadOnlyList<MemberCard> Members,
    Board? Board,
    IReadOnlyList<GiftDto>? Table,
    IReadOnlyList<WishDto> Wishes,
    Reveal? Reveal,
    PreviousOccasion? Previous);

/// <summary>Last year's occasion, and what each recipient got in it.</summary>
public sealed record PreviousOccasion(OccasionDto Occasion, OccasionFigures Figures);

/// <summary>What a gift's form needs: the figures it would change, and what can be chosen.</summary>
/// <param name="Gift">The gift that is edited; <c>null</c> for a new one.</param>
public sealed record GiftFormPage(
    OccasionDto Occasion, OccasionFigures Figures, IReadOnlyList<PersonDto> People, IReadOnlyList<MemberCard> Members, GiftDto? Gift);
