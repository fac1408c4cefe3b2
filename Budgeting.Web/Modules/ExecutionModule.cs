using Budgeting.Core.Execution;
using Budgeting.Web.Api.Execution;
using Budgeting.Web.Components.Execution;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Modules;

internal sealed class ExecutionModule : WebModule
{
    private static readonly Shortcut GoToBudgets = new("g b", "Go to Budgets");

    public override int Order => 3;

    public override IReadOnlyList<NavItem> Navigation =>
    [
        new(BudgetsHeader.Proposals, "bank", "Budgets", Shortcut: GoToBudgets, Also: "proposals appropriations fiscal year"),
        NavItem.Part("/budgets/inbox", "inbox", "Budget inbox", "approve pay waiting"),
        NavItem.Part(BudgetsHeader.Programs, "tag", "Programs"),
        NavItem.Part(ReportAddress.Statement, "list", "Budget statement", "report appropriations allotments obligations disbursements balances registry"),
        NavItem.Part(ReportAddress.Ageing, "history", "Ageing of unpaid obligations", "report due payable"),
    ];

    public override IReadOnlyList<Type> HomeSections => [typeof(BudgetsOnHome)];

    public override IReadOnlyList<AuditedKind> AuditedKinds => ExecutionHistory.Kinds;

    public override IReadOnlyList<ShortcutGroup> Shortcuts => [new(ShortcutGroup.Anywhere, [GoToBudgets])];

    public override IReadOnlyDictionary<Type, string> Examples => ExecutionExamples.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddExecution();

    public override void AddPages(IServiceCollection services) =>
        services.AddScoped<ProgramBudgetActions>().AddScoped<SpendingForms>().AddScoped<SpendingHistory>().AddScoped<IPaletteSource, ExecutionPaletteSource>();

    public override void MapApi(IEndpointRouteBuilder api) => api.MapExecution();
}
