using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Web.Components.Ui;

/// <summary>How one kind of record is told where the entries of all stand together.</summary>
/// <param name="Entity">What the audit trail calls it.</param>
/// <param name="Name">What one is called.</param>
/// <param name="Topic">What tells of its changes.</param>
/// <param name="Words">How its fields are told.</param>
public sealed record AuditedKind(string Entity, string Name, Topic Topic, Func<HistoryNames, HistoryWords> Words);

/// <summary>What the words of a history need to know.</summary>
/// <param name="Currency">Of amounts.</param>
/// <param name="Of">What an id names; <c>null</c> where that isn't known.</param>
public sealed record HistoryNames(Currency Currency, Func<Guid, string?> Of);

/// <summary>The kinds of all modules whose entries admins may read.</summary>
internal sealed record AuditedKinds(IReadOnlyList<AuditedKind> All);
