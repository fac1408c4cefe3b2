using System.Reflection;
using Budgeting.Web.Modules;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Architecture;

/// <summary>Who may use what in the web: it stands on services only, and what modules share knows none of them.</summary>
public sealed class WebLayerTests
{
    private const string Components = "Components";

    // Each is a hole in the rule, with its reason.
    private static readonly Dictionary<string, string> DataAccess = new(StringComparer.Ordinal)
    {
        ["Budgeting.Web.Identity.IdentityRegistration"] = "tells Identity which context keeps its users",
    };

    // Each is a hole in the rule, with its reason.
    private static readonly Dictionary<string, string> Outside = new(StringComparer.Ordinal)
    {
        ["Budgeting.Web.LinkPreviews.LinkPreviewService"] = "answers a picture as a gift keeps it",
        ["Budgeting.Web.Components.Admin.MemberSettings"] = "says from which members no gift is kept a surprise yet",
        ["Budgeting.Web.Commands.DemoAccounts"] = "says which persons and owners of the sample data the accounts are",
        ["Budgeting.Web.Commands.ExportCommand"] = "writes the journal of shared costs",
    };

    [Fact]
    public void Web_NeverUsesTheDatabase() => Product.WrittenTypes(Product.Web).Where(t => !DataAccess.ContainsKey(t.FullName!)).ShouldNotUse(Product.IsDataAccess);

    [Fact]
    public void Web_UsesNoRepositoryAndNoUnitOfWork() => Product.WrittenTypes(Product.Web).ShouldNotUse(
        to => Product.ModuleOf(to) is not null && (to.Name.EndsWith("Repository", StringComparison.Ordinal) || Product.StorageForModules.Contains(to)));

    [Fact]
    public void EachModule_HasOneObject() =>
        WebModule.All.Select(m => m.GetType().Name).Should().OnlyHaveUniqueItems().And.Contain(Product.ModuleNames.Select(name => $"{name}Module"));

    [Fact]
    public void Http_KnowsNoModuleAndNoComponents() => In("Api.Http").ShouldNotUse(to => IsOfAModule(to) || IsIn(to, Components) || IsIn(to, "Wording"));

    [Fact]
    public void Ui_KnowsNoModuleNoApiAndNoOtherComponents() => In("Components.Ui").ShouldNotUse(
        to => IsOfAModule(to) || IsIn(to, "Api") || (IsIn(to, Components) && !IsIn(to, "Components.Ui")));

    [Fact]
    public void Keyboard_KnowsNoModuleAndNoLayout() => In("Components.Keyboard").ShouldNotUse(to => IsOfAModule(to) || IsIn(to, "Components.Layout"));

    [Fact]
    public void Layout_KnowsNoModule() => In("Components.Layout").ShouldNotUse(IsOfAModule);

    [Fact]
    public void Wording_KnowsNoComponentsAndNoApi() => In("Wording").ShouldNotUse(to => IsIn(to, Components) || IsIn(to, "Api"));

    [Fact]
    public void Paper_KnowsNoComponentsAndNoApi() => In("Paper").ShouldNotUse(to => IsIn(to, Components) || IsIn(to, "Api"));

    [Fact]
    public void ModulesParts_UseNoOtherModulesParts() => Product.WrittenTypes(Product.Web).Where(t => WebModuleOf(t) is not null && !IsIn(t, "Modules"))
        .ShouldNotUse((from, to) => WebModuleOf(to) is { } module && module != WebModuleOf(from));

    [Fact]
    public void ModuleObjectsAlone_NameModules() => Product.WrittenTypes(Product.Web)
        .Where(t => WebModuleOf(t) is null && !IsIn(t, "Modules") && !Outside.ContainsKey(t.FullName!))
        .ShouldNotUse(IsOfAModule);

    [Fact]
    public void Outside_HasNobodyWhoKeepsTheRule() =>
        Outside.Keys.Where(name => !CodeReferences.Of(Product.Web.GetType(name, throwOnError: true)!).Any(IsOfAModule)).Should().BeEmpty();

    [Fact]
    public void Folders_UseEachOtherInOneDirectionOnly()
    {
        var uses = Product.WrittenTypes(Product.Web)
            .SelectMany(from => CodeReferences.Of(from).Select(to => (From: FolderOf(from), To: FolderOf(to))))
            .Where(u => u is { From: not null, To: not null } && u.From != u.To)
            .Distinct().ToLookup(u => u.From!, u => u.To!, StringComparer.Ordinal);

        var circles = uses.Select(u => u.Key).Where(folder => Reached(uses, folder).Contains(folder)).Select(folder => $"{folder} uses {string.Join(", ", uses[folder])}");

        string.Join(Environment.NewLine, circles).Should().BeEmpty();
    }

    /// <summary>
    /// The framework walks those who take part in the address while it tells them of a new one: whoever comes or goes by that breaks it, and
    /// the circuit. A page stays; what it shows gets from it what it needs.
    /// </summary>
    [Fact]
    public void PagesAlone_TakePartsOfTheAddress() => Product.WrittenTypes(Product.Web)
        .Where(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null))
        .Where(t => !t.GetCustomAttributes<RouteAttribute>().Any())
        .Select(t => t.Name)
        .Should().BeEquivalentTo(["CommandPalette", "QueryCommand"], "they are there as long as their page is");

    [Fact]
    public void Components_AreInTheNamespaceOfTheirModule() => Product.WrittenTypes(Product.Web)
        .Where(t => t.IsAssignableTo(typeof(IComponent)) && t.Namespace!.Count(c => c == '.') > 3)
        .Should().BeEmpty("a folder in a module has no namespace of its own: begin the file with @namespace");

    private static IEnumerable<Type> In(string folder) => Product.WrittenTypes(Product.Web).Where(t => IsIn(t, folder));

    private static bool IsIn(Type type, string folder) =>
        type.Assembly == Product.Web && $"{type.Namespace}.".StartsWith($"Budgeting.Web.{folder}.", StringComparison.Ordinal);

    private static bool IsOfAModule(Type type) => (IsIn(type, "Modules") && type != typeof(WebModule)) || WebModuleOf(type) is not null || (Product.ModuleOf(type) is { } module && Product.ModuleNames.Contains(module));

    // Api.Gifting, Components.Gifting and Wording.Gifting are Gifting's.
    private static string? WebModuleOf(Type type) =>
        Product.ModuleNames.FirstOrDefault(name => type.Assembly == Product.Web && type.Namespace?.Split('.').Contains(name) == true);

    // The two upper folders; what lies in the project's own puts the app together.
    private static string? FolderOf(Type type) =>
        type.Assembly == Product.Web && type.Namespace?.Split('.') is ["Budgeting", "Web", var folder, ..] parts && !(folder == Components && parts.Length == 3)
            ? string.Join('.', parts.Skip(2).Take(2))
            : null;

    private static HashSet<string> Reached(ILookup<string, string> uses, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(uses[from]);
        while (next.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in uses[folder])
                {
                    next.Push(further);
                }
            }
        }

        return reached;
    }
}
