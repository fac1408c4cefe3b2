namespace Budgeting.Core.Organizations;

/// <summary>What verifying an organization's data found.</summary>
/// <param name="Name">The organization's.</param>
/// <param name="Entries">How many entries its audit trail has.</param>
/// <param name="Head">The last one's hash, as 64 hexadecimal digits: whoever keeps it sees later whether the trail still leads there.</param>
/// <param name="Findings">What is wrong, each in a sentence; none: everything holds.</param>
public sealed record Verification(Guid OrganizationId, string Name, long Entries, string Head, IReadOnlyList<string> Findings);

/// <summary>A head of an audit trail that was kept elsewhere: what the trail had as its last entry then.</summary>
/// <param name="Sequence">The entry's number.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record KeptHead(long Sequence, string Hash)
{
    private const int Digits = 64;

    public override string ToString() => FormattableString.Invariant($"{Sequence}:{Hash}");

    /// <summary>Reads <c>number:hash</c>.</summary>
    public static KeptHead? Parse(string text) =>
        text.Split(':') is [var number, { Length: Digits } hash] && long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var sequence) && sequence > 0 &&
        hash.All(char.IsAsciiHexDigit)
            ? new KeptHead(sequence, hash.ToLowerInvariant())
            : null;
}
