using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>How a proposal goes from a draft to the budget of its year, and to the year's end.</summary>
internal static class ProposalsEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder api)
    {
        var proposal = api.MapGroup("/proposals/{id:guid}").WithTags("Proposals");
        proposal.MapGet("/checklist", ChecklistAsync).WithName("getProposalChecklist").WithSummary("What a draft still lacks to be submitted");
        proposal.MapPost("/submit", SubmitAsync).WithName("submitProposal").WithSummary("Hand a draft over for approval: what it requests stays as it is then");
        proposal.MapPost("/approve", ApproveAsync).WithName("approveProposal").WithSummary("Make a submitted proposal, which somebody else made, the budget of its year");
        proposal.MapPost("/reject", RejectAsync).WithName("rejectProposal").WithSummary("Turn a submitted proposal down, with a reason");
        proposal.MapPost("/reopen", ReopenAsync).WithName("reopenProposal").WithSummary("Take a submitted or rejected proposal back to a draft, with a reason");
        proposal.MapPost("/close", CloseAsync).WithName("closeProposal")
            .WithSummary("Close a fiscal year, with a reason: what isn't obligated lapses, the rest stays payable; with preview, only say so");
    }

    private static Task<ProposalChecklist> ChecklistAsync(Guid id, ProposalsService proposals, CancellationToken cancellationToken) =>
        proposals.ChecklistAsync(id, cancellationToken);

    private static Task<RecordResult<ProposalDto>> SubmitAsync(
        Guid id, IfMatch match, OptionalBody<EmptyInput> _, ProposalsService proposals, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(proposals.SubmitAsync(id, match.Version, cancellationToken));

    private static Task<RecordResult<ProposalDto>> ApproveAsync(
        Guid id, IfMatch match, IdempotentBody<ApprovalsInput> body, ProposalsService proposals, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(proposals.ApproveAsync(id, body.Value, match.Version, cancellationToken));

    private static Task<RecordResult<ProposalDto>> RejectAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, ProposalsService proposals, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(proposals.RejectAsync(id, body.Value.Reason, match.Version, cancellationToken));

    private static Task<RecordResult<ProposalDto>> ReopenAsync(
        Guid id, IfMatch match, IdempotentBody<ReasonInput> body, ProposalsService proposals, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(proposals.ReopenAsync(id, body.Value.Reason, match.Version, cancellationToken));

    private static Task<RecordResult<ClosedYear>> CloseAsync(
        Guid id, bool? preview, IfMatch match, OptionalBody<ReasonInput> body, ProposalsService proposals, YearClosingService closing, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(preview == true
            ? PreviewAsync(id, proposals, closing, cancellationToken)
            : closing.CloseAsync(id, body.Value.Reason, match.Version, cancellationToken));

    private static async Task<ClosedYear> PreviewAsync(Guid id, ProposalsService proposals, YearClosingService closing, CancellationToken cancellationToken)
    {
        var lapses = await closing.PreviewAsync(id, cancellationToken);
        return new ClosedYear(await proposals.GetAsync(id, cancellationToken), lapses);
    }
}
