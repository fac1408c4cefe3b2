namespace Budgeting.Core.Storage;

/// <summary>What the triggers of every table and of the audit trail refuse.</summary>
internal sealed class StorageRefusals : ModelPart
{
    public override IReadOnlyDictionary<string, string> Refusals { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["audit.append-only"] = "What was done stays in the history: it can't be changed or deleted.",
        ["row.exists"] = "This was saved already. Look at what is there, then change it.",
    };
}
