using System.Linq.Expressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>The lines of what a program budget requests.</summary>
internal sealed class LineItemRecords(ExecutionScope scope) : PreparationRecords<BudgetLineItem, LineItemInput, LineItemDto>(scope)
{
    public static Expression<Func<BudgetLineItem, LineItemDto>> Projection { get; } = l => new LineItemDto(
        l.Id, l.ProgramBudgetId, l.ObjectCode, l.Category, l.Description, l.Quantity, l.UnitCost, l.Amount, l.Version);

    protected override string Noun => "line item";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<BudgetLineItem, LineItemDto>> Dto => Projection;

    public override BudgetLineItem New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, ProposalId = Budget.ProposalId, ProgramBudgetId = parentId, Description = "" };

    public override async Task WriteAsync(BudgetLineItem row, LineItemInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        row.ObjectCode = check.Optional(input.ObjectCode, "objectCode", 20);
        check.That(Enum.IsDefined(input.Category), "category", "Choose a category.");
        row.Description = check.Required(input.Description, "description", "a description", 200);
        LineAmount.Check(check, input.Quantity, input.UnitCost, Scope.Currency);
        var others = await Repository.LineItemsAsync(row.ProgramBudgetId, row.Id, cancellationToken);
        check.Total(others, LineAmount.Of(input.Quantity, input.UnitCost), "unitCost", "All line items");
        check.ThrowIfAny();
        (row.Category, row.Quantity, row.UnitCost) = (input.Category, input.Quantity!.Value, input.UnitCost!.Value);
    }

    protected override Guid ParentOf(BudgetLineItem row) => row.ProgramBudgetId;

    protected override Expression<Func<BudgetLineItem, bool>> Of(Guid parentId) => l => l.ProgramBudgetId == parentId;
}
