using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.SharedCosts;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Modules;

internal sealed class SharedCostsModule : WebModule
{
    private static readonly Shortcut GoToCosts = new("g c", "Go to Costs");

    public override int Order => 2;

    public override IReadOnlyList<NavItem> Navigation =>
    [
        new("/costs", "costs", "Costs", Shortcut: GoToCosts, Also: "expenses contributions settle up"),
        NavItem.Part("/costs/mine", "scale", "My balance", "settle owe"),
        NavItem.Part("/costs/owners", "people", "Owners and properties"),
    ];

    public override IReadOnlyList<AuditedKind> AuditedKinds => CostsHistory.Kinds;

    public override IReadOnlyList<Type> HomeSections => [typeof(CostsNow)];

    public override IReadOnlyList<ShortcutGroup> Shortcuts => [new(ShortcutGroup.Anywhere, [GoToCosts])];

    public override IReadOnlyDictionary<Type, string> Examples => SharedCostsExamples.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSharedCosts();

    public override void AddPages(IServiceCollection services) => services.AddScoped<IPaletteSource, SharedCostsPaletteSource>();

    public override void MapApi(IEndpointRouteBuilder api) => api.MapSharedCosts();

    public override void MapPages(IEndpointRouteBuilder app) => app.MapStatementFiles();
}
