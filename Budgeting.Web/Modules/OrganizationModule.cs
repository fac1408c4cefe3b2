using Budgeting.Core.Organizations;
using Budgeting.Web.Api.Organizations;
using Budgeting.Web.Components.Admin;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Modules;

/// <summary>The organization itself, its members and their tokens. Its services are there for every module.</summary>
internal sealed class OrganizationModule : WebModule
{
    public override int Order => 100;

    public override IReadOnlyList<NavItem> Navigation =>
    [
        new("/settings", "settings", "Settings", Beside: ["/account", AuditTrail.Address]),
        NavItem.Part("/settings/members", "people", "Members", "invite invitation users"),
        NavItem.Part("/settings/tokens", "key", "Tokens", "API key"),
        NavItem.Part(AuditTrail.Address, "history", "Audit trail", "who changed history log", Role.Admin),
        NavItem.Part("/account", "user", "Account", "sign out log out password"),
    ];

    public override IReadOnlyList<AuditedKind> AuditedKinds => OrganizationHistory.Kinds;

    public override IReadOnlyDictionary<Type, string> Examples => OrganizationExamples.All;

    public override void AddPages(IServiceCollection services) => services.AddScoped<IPaletteSource, ThemePalette>();

    public override void MapApi(IEndpointRouteBuilder api)
    {
        api.MapOrganization();
        api.MapAudit();
    }
}
