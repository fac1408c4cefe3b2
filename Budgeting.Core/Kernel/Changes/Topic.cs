namespace Budgeting.Core.Kernel.Changes;

/// <summary>What can change: a kind of page, narrowed to one thing of that kind where <paramref name="Id"/> is given.</summary>
public readonly record struct Topic(string Name, Guid? Id = null)
{
    /// <summary>Whether somebody who watches this topic wants to hear of <paramref name="changed"/>.</summary>
    public bool Covers(Topic changed) => Name == changed.Name && (Id is null || changed.Id is null || Id == changed.Id);

    public override string ToString() => Id is null ? Name : $"{Name}/{Id}";
}

/// <summary>
/// Something was committed. It says what, never figures nor by whom: two viewers may have different rights to the
/// same change, so each page loads for itself again.
/// </summary>
public sealed record Change(Guid OrganizationId, Topic Topic);
