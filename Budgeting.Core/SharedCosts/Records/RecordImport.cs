namespace Budgeting.Core.SharedCosts;

/// <summary>What a file can have lines of.</summary>
public enum RecordKind
{
    Contributions,
    Expenses,
    Readings,
}

/// <summary>What an import adds, or would add.</summary>
/// <param name="Added">How many records are new.</param>
/// <param name="AlreadyThere">How many lines stand for records that the period has: those stay as they are.</param>
/// <param name="Total">Σ amounts of the new ones, payouts and refunds taken off; of readings, 0.</param>
/// <param name="WithoutItem">How many of the new ones are expenses without a budget item, which aren't shared.</param>
/// <param name="IgnoredColumns">Columns of the file that nothing is known of, 20 at most.</param>
/// <param name="Records">The first 20 of the new ones.</param>
/// <param name="WriteId">What can be taken back; <c>null</c> where nothing was written.</param>
public sealed record RecordImport(
    int Added, int AlreadyThere, decimal Total, int WithoutItem, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<ImportedRecord> Records, Guid? WriteId = null)
{
    public const int MostShown = 20;
}

/// <summary>A record that a line of a file stands for.</summary>
/// <param name="Line">The line, counted from 1, the header included.</param>
/// <param name="Name">The owner who paid in; the payment type; or the property and its meter.</param>
/// <param name="Amount">Negative for a payout or refund; of a reading, the consumption.</param>
/// <param name="About">A contribution's comment; an expense's vendor and description.</param>
public sealed record ImportedRecord(int Line, string Name, DateOnly? Date, decimal Amount, string? About = null);
