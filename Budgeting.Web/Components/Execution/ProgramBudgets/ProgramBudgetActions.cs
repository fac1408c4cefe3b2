using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>What can be done with a program budget, wherever it is shown.</summary>
public sealed class ProgramBudgetActions(ProgramBudgetsService service, Dialogs dialogs, UndoableActions undoable)
{
    /// <summary>Opens the form of one, or of a new one.</summary>
    public Task EditAsync(ProposalPage page, ProgramBudgetDto? budget)
    {
        var taken = page.Budgets.Select(b => b.Budget.ProgramId).ToHashSet();
        return EditAsync(page.Proposal.Id, page.Currency, page.Programs, taken, budget);
    }

    /// <summary>Opens the form of one. Its program can't be chosen anew where others aren't known.</summary>
    public Task EditAsync(ProgramBudgetPage page) =>
        EditAsync(page.Proposal.Id, page.Currency, page.Programs, page.Programs.Select(p => p.Id).ToHashSet(), page.Budget);

    /// <summary>Whether it was deleted, with a way to undo it.</summary>
    public Task<bool> DeleteAsync(ProgramBudgetDto budget, ProgramDto program) => undoable.TryAsync(
        () => service.DeleteAsync(budget.Id, budget.Version, CancellationToken.None), $"The budget for {program.Name} deleted.");

    public Task ShowHistoryAsync(ProgramBudgetDto budget, ProgramDto program, Currency currency, IReadOnlyList<ProgramDto> programs, bool mayRestore) =>
        dialogs.ShowHistoryAsync($"History of the budget for {program.Name}", PastOf(budget.ProposalId, currency, programs, mayRestore), budget.Id);

    /// <summary>What was deleted of a draft, with a way back.</summary>
    public Task ShowDeletedAsync(ProposalPage page) => dialogs.ShowDeletedAsync(
        $"Deleted program budgets of {page.Proposal.Title}",
        PastOf(page.Proposal.Id, page.Currency, page.Programs, mayRestore: true),
        page.Proposal.Id,
        _ => Task.FromResult(new DeletedView<ProgramBudgetInput>("program budgets", "list", page.Currency, b => NameOf(page.Programs, b.ProgramId), b => b.FundSource ?? "", b => b.RequestedAmount)));

    private Task EditAsync(Guid proposalId, Currency currency, IReadOnlyList<ProgramDto> programs, HashSet<Guid> taken, ProgramBudgetDto? budget)
    {
        var choices = programs.Where(p => p.Id == budget?.ProgramId || (p.Status == ProgramStatus.Active && !taken.Contains(p.Id)))
            .Select(p => new SelectOption<Guid?>(p.Id, BudgetWords.Program(p))).ToList();
        return dialogs.EditAsync(
            service, "program budget", budget, b => $"The budget for {NameOf(programs, b.ProgramId)}", ProgramBudgetInput.Fields,
            new FieldContext(currency) { Choices = _ => budget is null ? [new(null, "Choose…"), .. choices] : choices },
            parentId: proposalId);
    }

    private HistoryView<ProgramBudgetInput, ProgramBudgetDto> PastOf(Guid proposalId, Currency currency, IReadOnlyList<ProgramDto> programs, bool mayRestore) => new(
        service, [ExecutionTopics.Proposal(proposalId)], b => $"The budget for {NameOf(programs, b.ProgramId)}",
        _ => Task.FromResult(ExecutionHistory.OfProgramBudget(new HistoryNames(currency, id => programs.FirstOrDefault(p => p.Id == id)?.Name))))
    {
        MayRestore = mayRestore,
    };

    private static string NameOf(IReadOnlyList<ProgramDto> programs, Guid? id) => programs.FirstOrDefault(p => p.Id == id)?.Name ?? "one that is gone";
}
