using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.LinkPreviews;
using Budgeting.Web.Modules;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Budgeting.Tests.Support;

/// <summary>A browser tab of a member: components on the real services of a <see cref="TestWorld"/>, without the browser.</summary>
public sealed class ComponentContext : BunitContext
{
    static ComponentContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public ComponentContext(TestActor actor, Action<IServiceCollection>? configure = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule();
        this.AddBunitPersistentComponentState();
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddMemoryCache().AddSingleton<PrerenderCache>().AddScoped<Dialogs>().AddScoped<Actions>().AddScoped<UndoableActions>().AddScoped<BrowserScript>().AddScoped<FileSender>();
        AddPages(Services, actor);

        // Last, since MudBlazor brings the system's own.
        Services.AddSingleton(actor.Get<TimeProvider>());
        Services.AddLogging().AddOptions().AddSingleton(actor.Current).AddSingleton(actor.Undo).AddLinkPreviews();
        configure?.Invoke(Services);
        Services.AddFallbackServiceProvider(actor.Services);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>What the message says that is shown, if there is one.</summary>
    public IEnumerable<string> Told => Services.GetRequiredService<Actions>().Message is { } message ? [message.Text] : [];

    /// <summary>The place where dialogs appear.</summary>
    public IRenderedComponent<MudDialogProvider> Dialogs() => Render<MudDialogProvider>();

    // Of each module what its pages have, and the services of the world behind it.
    private static void AddPages(IServiceCollection services, TestActor actor)
    {
        services.AddSingleton(new HomeSections([.. WebModule.All.SelectMany(m => m.HomeSections)]));
        services.AddSingleton(new AuditedKinds([.. WebModule.All.SelectMany(m => m.AuditedKinds)]));
        services.AddSingleton(new SiteMap([.. WebModule.All.SelectMany(m => m.Navigation)])).AddSingleton(new Shortcuts(WebModule.All.SelectMany(m => m.Shortcuts)));
        var pages = new ServiceCollection();
        pages.AddScoped<PaletteEntries>().AddScoped<IPaletteSource, PagePaletteSource>();
        foreach (var module in WebModule.All)
        {
            module.AddPages(pages);
        }

        foreach (var page in pages)
        {
            services.AddScoped(page.ServiceType, tab => ActivatorUtilities.CreateInstance(new Either(tab, actor.Services), page.ImplementationType!));
        }
    }

    private sealed class Either(IServiceProvider tab, IServiceProvider world) : IServiceProvider
    {
        public object? GetService(Type serviceType) => tab.GetService(serviceType) ?? world.GetService(serviceType);
    }

    /// <summary>Shows a component, and waits until it has what the selector finds.</summary>
    public IRenderedComponent<T> RenderUntil<T>(string until, Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        var component = Render(parameters);
        component.WaitForElement(until);
        return component;
    }

    /// <summary>Shows a page, with the places where its dialogs and messages appear.</summary>
    public OpenPage Open<TPage>(params (string Name, object Value)[] parameters)
        where TPage : IComponent => new(Render(builder =>
        {
            builder.OpenComponent<TPage>(0);
            builder.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
            builder.CloseComponent();
            builder.OpenComponent<MessageToast>(2);
            builder.CloseComponent();
            builder.OpenComponent<MudPopoverProvider>(3);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(4);
            builder.CloseComponent();
        }));

    /// <summary>Shows a page on which nothing is but the dialog that is opened.</summary>
    public OpenPage OpenDialog(Func<Dialogs, Task> show)
    {
        var page = Open<EmptyPage>();
        _ = Renderer.Dispatcher.InvokeAsync(() => _ = show(Services.GetRequiredService<Dialogs>()));
        return page;
    }

    private sealed class EmptyPage : ComponentBase;
}
