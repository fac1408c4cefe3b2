using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>Why a program budget is requested.</summary>
internal sealed class JustificationRecords(ExecutionScope scope) : PreparationRecords<BudgetJustification, JustificationInput, JustificationDto>(scope)
{
    public static Expression<Func<BudgetJustification, JustificationDto>> Projection { get; } =
        j => new JustificationDto(j.Id, j.ProgramBudgetId, j.Kind, j.Text, j.EvidenceUrl, j.Version);

    protected override string Noun => "justification";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<BudgetJustification, JustificationDto>> Dto => Projection;

    public override BudgetJustification New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, ProposalId = Budget.ProposalId, ProgramBudgetId = parentId, Text = "" };

    public override Task WriteAsync(BudgetJustification row, JustificationInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        check.That(Enum.IsDefined(input.Kind), "kind", "Choose a kind.");
        var text = check.Optional(input.Text, "text", 4000);
        check.That(text is not null, "text", "Enter the justification.");
        row.EvidenceUrl = check.Optional(input.EvidenceUrl, "evidenceUrl", 2000);
        check.That(
            WebAddress.IsOneOrNone(row.EvidenceUrl), "evidenceUrl", "Enter an address such as https://example.org/report.");
        check.ThrowIfAny();
        (row.Kind, row.Text) = (input.Kind, text!);
        return Task.CompletedTask;
    }

    protected override Guid ParentOf(BudgetJustification row) => row.ProgramBudgetId;

    protected override Expression<Func<BudgetJustification, bool>> Of(Guid parentId) => j => j.ProgramBudgetId == parentId;
}
