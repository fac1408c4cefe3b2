using AngleSharp.Dom;
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
}

/// <summary>A page as its reader uses it: waits for what should appear, and presses what is named.</summary>
public sealed class OpenPage(IRenderedComponent<IComponent> page)
{
    public string Markup => page.Markup;

    public string Text => page.Nodes.Select(n => n.TextContent).Aggregate("", (all, text) => $"{all} {text}");

    public IReadOnlyList<IElement> All(string selector) => [.. page.FindAll(selector)];

    /// <summary>The element, as soon as it is there.</summary>
    public IElement Find(string selector) => page.WaitForElement(selector);

    /// <summary>The texts of the buttons that can be pressed.</summary>
    public IEnumerable<string> Buttons => AllButtons().Select(NameOf);

    public void Sees(string text) => page.WaitForAssertion(() => Text.Should().Contain(text));

    public void NoLongerSees(string text) => page.WaitForAssertion(() => Text.Should().NotContain(text));

    public void WaitFor(Action assertion) => page.WaitForAssertion(assertion);

    /// <summary>Presses the first button of that name, once it is there; in the list item that says <paramref name="within"/>.</summary>
    public void Press(string name, string? within = null)
    {
        IElement? Button() => AllButtons()
            .FirstOrDefault(b => NameOf(b) == name && (within is null || b.Closest("li")?.TextContent.Contains(within, StringComparison.Ordinal) == true));
        page.WaitForState(() => Button() is not null);
        Button()!.Click();
    }

    /// <summary>Says yes to the question that is asked.</summary>
    public void Confirm() => Find(".question .mud-button-outlined-error").Click();

    /// <summary>Sends the form of the dialog.</summary>
    public void Submit() => Find("form").Submit();

    public void Type(string label, string text) => Field(label).Change(text);

    public void Choose(string label, string option)
    {
        var field = Field(label);
        field.Change(field.QuerySelectorAll("option").Single(o => o.TextContent == option).GetAttribute("value")!);
    }

    /// <summary>What is typed into or chosen from, by its label.</summary>
    public IElement Field(string label)
    {
        page.WaitForState(() => page.FindAll("label").Any(l => l.TextContent.Trim() == label));
        return page.Find("#" + page.FindAll("label").First(l => l.TextContent.Trim() == label).GetAttribute("for"));
    }

    // Those in menus, too, which are rendered when they are opened.
    private IReadOnlyList<IElement> AllButtons()
    {
        foreach (var menu in page.FindAll(".menu").Where(m => m.ChildElementCount == 0))
        {
            menu.Toggle();
        }

        return page.FindAll("button");
    }

    private static string NameOf(IElement button) => button.GetAttribute("aria-label") ?? button.TextContent.Trim();
}
