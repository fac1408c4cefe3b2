using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Wording.Execution;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Execution;

/// <summary>Proposals, in the palette, programs where there are any, and obligations by what is known of them.</summary>
internal sealed class ExecutionPaletteSource(
    ProposalsService proposals, ProgramsService programs, ObligationsService obligations, NavigationManager navigation) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken)
    {
        var all = await proposals.ListAsync(cancellationToken);
        var known = await programs.ListAsync(cancellationToken);
        return
        [
            .. all.Select(p => navigation.EntryTo(BudgetsHeader.AddressOf(p), PaletteGroup.Records, p.Title, "calendar", HintOf(p))),
            .. known.Select(p => navigation.EntryTo(BudgetsHeader.Programs, PaletteGroup.Records, BudgetWords.Program(p), "tag", "Program")),
            .. role >= Role.Member && known.Count > 0 ? [navigation.EntryTo($"{BudgetsHeader.Proposals}?add=proposal", PaletteGroup.Additions, "New proposal", "plus")] : Array.Empty<PaletteEntry>(),
        ];
    }

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string typed, Role role, CancellationToken cancellationToken) =>
        [.. (await obligations.FindAsync(typed, IPaletteSource.MostFound, cancellationToken)).Select(EntryOf)];

    private PaletteEntry EntryOf(FoundObligation found) => navigation.EntryTo(
        SpendingView.Of(found).Address,
        PaletteGroup.Records,
        $"{found.ReferenceNo}, {found.Payee}",
        "bank",
        $"Obligation, {SpendingWords.Day(found.Date)}",
        also: found.Description);

    private static string HintOf(ProposalDto proposal) =>
        string.Create(CultureInfo.InvariantCulture, $"Proposal for {proposal.FiscalYear}, {BudgetWords.Status(proposal.Status).ToLowerInvariant()}");
}
