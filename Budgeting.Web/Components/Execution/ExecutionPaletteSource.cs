using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Wording.Execution;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Execution;

/// <summary>Proposals, in the palette, and programs where there are any.</summary>
internal sealed class ExecutionPaletteSource(ProposalsService proposals, ProgramsService programs, NavigationManager navigation) : IPaletteSource
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

    private static string HintOf(ProposalDto proposal) =>
        string.Create(CultureInfo.InvariantCulture, $"Proposal for {proposal.FiscalYear}, {BudgetWords.Status(proposal.Status).ToLowerInvariant()}");
}
