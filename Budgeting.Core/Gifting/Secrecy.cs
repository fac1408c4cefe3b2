using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Gifting;

/// <summary>What of a gift's past is kept from who looks: the surprise filter, for what isn't a row any more.</summary>
/// <param name="Self">The person who looks, where one is linked to them.</param>
/// <param name="IsAnythingKept">Whether some occasion keeps surprises for them.</param>
/// <param name="Open">The occasions that keep nothing from them. One that is gone isn't among them.</param>
internal sealed record Secrecy(Guid? Self, bool IsAnythingKept, IReadOnlySet<Guid> Open)
{
    public static Secrecy None { get; } = new(Self: null, IsAnythingKept: false, new HashSet<Guid>());

    /// <summary>Those versions of a gift that who looks may know of: from now back to where it was a surprise for them.</summary>
    /// <param name="newestFirst">All its versions.</param>
    /// <param name="me">The member who looks.</param>
    public IReadOnlyList<RowVersion> Seen(IReadOnlyList<RowVersion> newestFirst, Guid? me) =>
        newestFirst.Count == 0 || newestFirst[0] is { State: null } deletion && !IsDeletionSeen(deletion, me)
            ? []
            : newestFirst.TakeWhile(v => !IsHidden(v.State) && !IsHidden(v.Before)).ToList();

    /// <summary>
    /// Whether a deletion shows. To whom surprises are kept from, a gift that somebody else deleted is just gone, as one is that became
    /// a surprise: if the first were told, the second could be told by its silence.
    /// </summary>
    public bool IsDeletionSeen(RowVersion deletion, Guid? me) => !IsHidden(deletion.Before) && (!IsAnythingKept || deletion.MemberId == me);

    /// <summary>Whether a sub-budget is kept from who looks.</summary>
    public bool IsKept(RowState budget) =>
        Self is not null && budget.Get<Guid>("entityId") == Self && !Open.Contains(budget.Get<Guid>("occasionId"));

    private bool IsHidden(RowState? gift) =>
        gift is not null && Self is not null && gift.Get<Guid?>("recipientId") == Self && !Open.Contains(gift.Get<Guid>("occasionId"));
}
