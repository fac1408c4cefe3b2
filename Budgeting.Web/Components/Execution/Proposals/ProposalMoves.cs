using Budgeting.Core.Execution;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Execution;

/// <summary>Moves a proposal to another state, with a reason.</summary>
internal static class ProposalMoves
{
    public static Task ReopenAsync(Dialogs dialogs, ProposalsService proposals, ProposalDto proposal) => AskAsync(dialogs, proposals, "Take it back to a draft?", new Move(
        proposal, "What it requests can be changed then. It has to be submitted and approved anew.", "Take back", $"“{proposal.Title}” is a draft.",
        (reason, version) => proposals.ReopenAsync(proposal.Id, reason, version, CancellationToken.None)));

    public static Task RejectAsync(Dialogs dialogs, ProposalsService proposals, ProposalDto proposal) => AskAsync(dialogs, proposals, $"Reject {proposal.Title}?", new Move(
        proposal, "It can be taken back to a draft and submitted anew, or another proposal can be made for its year.", "Reject", $"“{proposal.Title}” is rejected.",
        (reason, version) => proposals.RejectAsync(proposal.Id, reason, version, CancellationToken.None)));

    private static Task AskAsync(Dialogs dialogs, ProposalsService proposals, string title, Move move) => MoveForm.ShowAsync(dialogs, title, move with
    {
        AsksReason = true,
        Reload = async () => await proposals.GetAsync(move.Record.Id, CancellationToken.None),
        BeginsAnew = true,
    });
}
