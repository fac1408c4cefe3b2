namespace Budgeting.Core.Execution;

/// <summary>What is approved of a program budget.</summary>
/// <param name="ApprovedAmount">0 up to what is requested; more only by an admin, with a reason. <c>null</c>: nothing.</param>
/// <param name="Reason">Why more is approved than was requested.</param>
public sealed record ApprovalInput(Guid? ProgramBudgetId, decimal? ApprovedAmount, string? Reason = null);
