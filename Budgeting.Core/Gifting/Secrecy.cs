using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Gifting;

/// <summary>What of a gift's past is kept from who looks: the surprise filter, for what isn't a row any more.</summary>
/// <param name="Selves">The person who looks, and whoever was linked to them last and was deleted: what was kept stays so.</param>
/// <param name="IsAnythingKept">Whether some occasion keeps surprises for them.</param>
/// <param name="Open">The occasions that keep nothing from them. One that is gone isn't among them.</param>
internal sealed record Secrecy(IReadOnlySet<Guid> Selves, bool IsAnythingKept, IReadOnlySet<Guid> Open)
{
    public static Secrecy None { get; } = new(new HashSet<Guid>(), IsAnythingKept: false, new HashSet<Guid>());

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
        Selves.Contains(budget.Get<Guid>("entityId")) && !Open.Contains(budget.Get<Guid>("occasionId"));

    private bool IsHidden(RowState? gift) =>
        gift?.Get<Guid?>("recipientId") is { } recipient && Selves.Contains(recipient) && !Open.Contains(gift.Get<Guid>("occasionId"));
}
