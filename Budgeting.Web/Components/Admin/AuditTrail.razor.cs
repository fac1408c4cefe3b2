using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Web.Api.Organizations;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Admin;

/// <summary>Who wrote what and when, for admins. What is shown is in the address, by the names that REST has.</summary>
public sealed partial class AuditTrail : ComponentBase
{
    public const string Address = "/audit";

    private IReadOnlyList<MemberDto>? _members;
    private View? _view;

    [SupplyParameterFromQuery]
    private string? Entity { get; set; }

    [SupplyParameterFromQuery]
    private string? Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Member { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    /// <summary>Behind what the page begins; without: with the latest.</summary>
    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [Inject]
    private AuditService Service { get; set; } = null!;

    [Inject]
    private OrganizationsService Organizations { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private AuditedKinds Kinds { get; set; } = null!;

    private AuditEntriesQuery Query => new(Entity, Id, Member, From, To);

    private AuditAddress Asked => new(Entity, Id, Member, From, To);

    // What can't be in the list needn't be heard of.
    private IReadOnlyList<Topic> Topics => [.. Kinds.All.Where(k => string.IsNullOrEmpty(Entity) || k.Entity == Entity).Select(k => k.Topic).Distinct()];

    // Those who left wrote something, too.
    protected override async Task OnInitializedAsync()
    {
        if (Current.IsSignedIn && await Current.RoleAsync() == Role.Admin)
        {
            _members = await Organizations.MembersAsync(CancellationToken.None);
        }
    }

    private async Task<View> LoadAsync(CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(limit: null, string.IsNullOrEmpty(Cursor) ? null : Cursor);
        return new View(await Service.PageAsync(Query.ToQuery(), page, cancellationToken), await Current.CurrencyAsync(cancellationToken));
    }

    private AuditedKind KindOf(AuditEntryDto entry) => Kinds.All.First(k => k.Entity == entry.Entity);

    private sealed record View(AuditPage Page, Currency Currency);
}
