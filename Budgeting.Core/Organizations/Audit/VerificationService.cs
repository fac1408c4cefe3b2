using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Says whether what is stored is what was written: that the audit trail is whole, that each row is what its last entry says, and that every
/// rule of every module holds. For the command line only.
/// </summary>
public sealed class VerificationService(Database database)
{
    private const int MostFindings = 100;

    /// <summary>Verifies one organization as it is at one instant; nobody waits for it.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="kept">A head that was kept elsewhere; <c>null</c>: none was, so that entries missing at the end aren't noticed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Verification> VerifyAsync(OrganizationDto organization, KeptHead? kept, CancellationToken cancellationToken)
    {
        await using var work = database.Read(organization.Id);
        await work.HoldStillAsync(cancellationToken);
        var trail = new VerificationRepository(work);
        var (entries, head, broken) = await trail.ChainAsync(kept, cancellationToken);
        var findings = new List<string>(broken);
        await foreach (var finding in trail.RowsAsync(cancellationToken))
        {
            findings.Add(finding);
            if (findings.Count >= MostFindings)
            {
                break;
            }
        }

        findings.AddRange(await trail.TotalsAsync(cancellationToken));
        foreach (var part in ModelPart.All)
        {
            var (rules, fault) = await RowByRow.TryAsync(() => part.BrokenRulesAsync(work, cancellationToken));
            findings.AddRange(rules ?? [$"A rule can't be checked, since what it is about can't be read: {fault}"]);
        }

        return new Verification(organization.Id, organization.Name, entries, head, [.. findings.Take(MostFindings)]);
    }
}
