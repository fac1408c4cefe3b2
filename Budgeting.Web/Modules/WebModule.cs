using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Modules;

/// <summary>
/// What a module adds to the server: all that is registered, mapped or listed of it anywhere. Each is found in this assembly, so that a
/// module names itself nowhere else.
/// </summary>
internal abstract class WebModule
{
    public static IReadOnlyList<WebModule> All { get; } =
        [.. typeof(WebModule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WebModule))).Select(t => (WebModule)Activator.CreateInstance(t)!).OrderBy(m => m.Order)];

    /// <summary>Where it stands in the navigation and in the search, beside the others.</summary>
    public abstract int Order { get; }

    public virtual IReadOnlyList<NavItem> Navigation => [];

    /// <summary>The components that it puts on Home, without parameters.</summary>
    public virtual IReadOnlyList<Type> HomeSections => [];

    /// <summary>Groups of a title that others have, too, are shown as one.</summary>
    public virtual IReadOnlyList<ShortcutGroup> Shortcuts => [];

    /// <summary>The kinds of its records that the audit page shows, and how.</summary>
    public virtual IReadOnlyList<AuditedKind> AuditedKinds => [];

    /// <summary>For the description of the API, an example of each type that it takes, in JSON.</summary>
    public virtual IReadOnlyDictionary<Type, string> Examples => new Dictionary<Type, string>();

    /// <summary>Its services, and what they need of the host.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>What its pages share in a tab, and an <see cref="IPaletteSource"/> for what can be found by name.</summary>
    public virtual void AddPages(IServiceCollection services)
    {
    }

    public virtual void MapApi(IEndpointRouteBuilder api)
    {
    }

    /// <summary>Addresses beside its pages, which map themselves.</summary>
    public virtual void MapPages(IEndpointRouteBuilder app)
    {
    }
}
