using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Gifting;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.LinkPreviews;

namespace Budgeting.Web.Modules;

internal sealed class GiftingModule : WebModule
{
    public override int Order => 1;

    public override IReadOnlyList<NavItem> Navigation =>
    [
        new("/occasions", "gift", "Occasions", Shortcut: GiftingShortcuts.Occasions),
        new("/people", "people", "People", Shortcut: GiftingShortcuts.People),
        NavItem.Part("/purchases", "cart", "My purchases", "shopping list spending"),
        NavItem.Part("/occasions?archived=true", "archive", "Archived occasions"),
    ];

    public override IReadOnlyList<Type> HomeSections => [typeof(ComingUp)];

    public override IReadOnlyList<ShortcutGroup> Shortcuts => GiftingShortcuts.Groups;

    public override IReadOnlyDictionary<Type, string> Examples => GiftingExamples.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddGifting().AddLinkPreviews().AddGuests(configuration);

    public override void AddPages(IServiceCollection services) => services.AddScoped<GiftHistory>().AddScoped<IPaletteSource, GiftingPaletteSource>();

    public override void MapApi(IEndpointRouteBuilder api) => api.MapGifting();
}
