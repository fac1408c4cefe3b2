using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// A kind of expense to choose from. Expenses and budget items keep its name as it was: an edit of the list rewrites no history.
/// </summary>
public sealed class PaymentType : IAudited
{
    /// <summary>The list of an organization that has changed nothing in it yet, by name.</summary>
    internal static readonly IReadOnlyList<string> Defaults =
        ["Administration", "Cleaning", "Garden", "Insurance", "Repairs", "Reserves", "Security", "Utilities"];

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.PaymentTypes;

    /// <summary>A name that can be a part of an address: these two would name the list, or what is above it.</summary>
    internal static string NameOf(Check check, string? text, string field, string what)
    {
        var name = check.Required(text, field, what, 60);
        check.That(name is not ("." or ".."), field, "Use more than one or two points.");
        return name;
    }
}
