using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Gifting;

/// <summary>A member who gives a part of a gift.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Amount">How much of the line total; <c>null</c>: an equal part of what the amounts leave.</param>
public sealed record Giver(Guid MemberId, decimal? Amount = null) : ICompositePart
{
    IEnumerable<object?> ICompositePart.Values => [MemberId, Amount];
}
