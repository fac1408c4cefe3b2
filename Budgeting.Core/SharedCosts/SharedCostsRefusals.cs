using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What this module's triggers refuse.</summary>
internal sealed class SharedCostsRefusals : ModelPart
{
    public override IReadOnlyDictionary<string, string> Refusals { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["period.closed"] = "The period was closed meanwhile. An admin can reopen it for a correction.",
        ["statement.issued"] = "A statement that was issued stays as it is. Issue a corrected one.",
    };
}
