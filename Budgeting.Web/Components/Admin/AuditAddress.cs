using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Http.Extensions;

namespace Budgeting.Web.Components.Admin;

/// <summary>Which entries the audit page shows, as its address has it.</summary>
public sealed record AuditAddress(string? Entity, string? Id, string? Member, string? From, string? To)
{
    /// <summary>What follows the question mark, and that; empty: all entries.</summary>
    public string Text => TextOf(cursor: null);

    public string Address => AuditTrail.Address + Text;

    /// <summary>The page behind a cursor.</summary>
    public string Behind(string cursor) => AuditTrail.Address + TextOf(cursor);

    /// <summary>All entries of a record.</summary>
    public static string Of(AuditEntryDto entry) => new AuditAddress(entry.Entity, entry.EntityId.ToString(), Member: null, From: null, To: null).Address;

    private string TextOf(string? cursor)
    {
        (string Name, string? Value)[] parts = [("entity", Entity), ("id", Id), ("member", Member), ("from", From), ("to", To), ("cursor", cursor)];
        var query = new QueryBuilder(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!)));
        return query.ToString();
    }
}
