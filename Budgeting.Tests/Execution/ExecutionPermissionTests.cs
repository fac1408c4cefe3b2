using System.Reflection;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>Every method of this module's services, tried by each role, by somebody from elsewhere and by nobody.</summary>
public sealed class ExecutionPermissionTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    // Everybody has one of their own: it names nothing that could be somebody else's.
    private static readonly string[] OwnToEverybody =
        ["InboxService.PageAsync", "InboxService.NowAsync", "ObligationsService.FindAsync", "SpendingService.PayeesAsync", "ReportsService.AgeingAsync", "ReportsService.AgeingPageAsync", "ReportsService.ExportAgeingAsync", "ReportsService.StatementPageAsync"];

    // Each with the least role that may.
    private static readonly Dictionary<string, (Role Least, Func<TestActor, FilledOffice, Task> Act)> Writes = new(StringComparer.Ordinal)
    {
        ["ProposalsService.SubmitAsync"] = (Role.Member, (a, f) => a.Get<ProposalsService>().SubmitAsync(f.Draft.Id, null, default)),
        ["ProposalsService.ApproveAsync"] = (Role.Approver, (a, f) => a.Get<ProposalsService>().ApproveAsync(f.Submitted.Id, new ApprovalsInput { Approvals = [] }, null, default)),
        ["ProposalsService.RejectAsync"] = (Role.Approver, (a, f) => a.Get<ProposalsService>().RejectAsync(f.Submitted.Id, "No", null, default)),
        ["ProposalsService.ReopenAsync"] = (Role.Member, (a, f) => a.Get<ProposalsService>().ReopenAsync(f.Submitted.Id, "Oh", null, default)),
        ["YearClosingService.PreviewAsync"] = (Role.Admin, (a, f) => a.Get<YearClosingService>().PreviewAsync(f.Closing.Id, default)),
        ["YearClosingService.CloseAsync"] = (Role.Admin, (a, f) => a.Get<YearClosingService>().CloseAsync(f.Closing.Id, "Over", null, default)),
        ["AdjustmentsService.AdjustAsync"] = (Role.Approver, (a, f) => a.Get<AdjustmentsService>().AdjustAsync(f.Office.Budget.Id, new AdjustmentInput { Amount = 1, Reason = "X" }, null, default)),
        ["AdjustmentsService.ReallocateAsync"] = (
            Role.Approver,
            (a, f) => a.Get<AdjustmentsService>().ReallocateAsync(f.Office.Proposal.Id, new ReallocationInput("X", [new ReallocationMoveInput(f.Office.Budget.Id, f.Office.Other.Id, 1)]), default)),
        ["AllotmentsService.ReleaseAsync"] = (Role.Approver, (a, f) => a.Get<AllotmentsService>().ReleaseAsync(f.Planned.Id, null, null, default)),
        ["AllotmentsService.CancelAsync"] = (Role.Approver, (a, f) => a.Get<AllotmentsService>().CancelAsync(f.Planned.Id, "No", null, default)),
        ["AllotmentsService.PlanEvenlyAsync"] = (Role.Approver, (a, f) => a.Get<AllotmentsService>().PlanEvenlyAsync(f.Office.Other.Id, default)),
        ["ObligationsService.ApproveAsync"] = (Role.Approver, (a, f) => a.Get<ObligationsService>().ApproveAsync(f.Requested.Id, null, default)),
        ["ObligationsService.LiquidateAsync"] = (Role.Approver, (a, f) => a.Get<ObligationsService>().LiquidateAsync(f.Active.Id, null, default)),
        ["ObligationsService.CancelAsync"] = (Role.Approver, (a, f) => a.Get<ObligationsService>().CancelAsync(f.Requested.Id, "No", null, default)),
        ["DisbursementsService.VoidAsync"] = (Role.Approver, (a, f) => a.Get<DisbursementsService>().VoidAsync(f.Disbursement.Id, "No", null, default)),
    };

    private static readonly Dictionary<string, Func<TestActor, FilledOffice, Task>> Reads = new(StringComparer.Ordinal)
    {
        ["ProposalsService.ChecklistAsync"] = (a, f) => a.Get<ProposalsService>().ChecklistAsync(f.Draft.Id, default),
        ["ProposalsService.PageAsync"] = (a, f) => a.Get<ProposalsService>().PageAsync(f.Draft.Id, default),
        ["ProgramBudgetsService.PageAsync"] = (a, f) => a.Get<ProgramBudgetsService>().PageAsync(new LineItemQuery(f.DraftBudget.Id, 0, 100), default),
        ["ObligationsService.PaperAsync"] = (a, f) => a.Get<ObligationsService>().PaperAsync(f.Active.Id, ObligationPaperKind.Certificate, default),
        ["ObligationsService.FindAsync"] = (a, _) => a.Get<ObligationsService>().FindAsync("paper", 9, default),
        ["AdjustmentsService.ListAsync"] = (a, f) => a.Get<AdjustmentsService>().ListAsync(f.Office.Budget.Id, PageRequest.First, default),
        ["AdjustmentsService.GetAsync"] = (a, f) => a.Get<AdjustmentsService>().GetAsync(f.Adjustment.Id, default),
        ["SpendingService.PageAsync"] = (a, f) => a.Get<SpendingService>().PageAsync(f.Office.Proposal.Id, default),
        ["SpendingService.AllotmentsAsync"] = (a, f) => a.Get<SpendingService>().AllotmentsAsync(f.Office.Budget.Id, default),
        ["SpendingService.ObligationsAsync"] = (a, f) => a.Get<SpendingService>().ObligationsAsync(new ObligationQuery(f.Office.Allotment.Id, null, 0, null), 100, default),
        ["SpendingService.ObligationAsync"] = (a, f) => a.Get<SpendingService>().ObligationAsync(f.Active.Id, default),
        ["SpendingService.LevelsAsync"] = (a, f) => a.Get<SpendingService>().LevelsAsync(new SpendingPlace(f.Office.Budget.Id, f.Office.Allotment.Id, f.Active.Id), default),
        ["SpendingService.PayeesAsync"] = (a, _) => a.Get<SpendingService>().PayeesAsync(default),
        ["InboxService.NowAsync"] = (a, _) => a.Get<InboxService>().NowAsync(Office.Day, default),
        ["InboxService.PageAsync"] = (a, _) => a.Get<InboxService>().PageAsync(default),
        ["ReportsService.AgeingAsync"] = (a, _) => a.Get<ReportsService>().AgeingAsync(null, default),
        ["ReportsService.UtilizationAsync"] = (a, _) => a.Get<ReportsService>().UtilizationAsync(Office.Year, null, default),
        ["ReportsService.RegistryAsync"] = (a, f) => a.Get<ReportsService>().RegistryAsync(f.Office.Budget.Id, default, default),
        ["ReportsService.StatementPageAsync"] = (a, _) => a.Get<ReportsService>().StatementPageAsync(Office.Year, null, default),
        ["ReportsService.RegistryPageAsync"] = (a, f) => a.Get<ReportsService>().RegistryPageAsync(f.Office.Budget.Id, default, 0, 1, default),
        ["ReportsService.AgeingPageAsync"] = (a, _) => a.Get<ReportsService>().AgeingPageAsync(null, 0, 1, default),
        ["ReportsService.ExportStatementAsync"] = (a, _) => a.Get<ReportsService>().ExportStatementAsync(Office.Year, null, default),
        ["ReportsService.ExportRegistryAsync"] = (a, f) => a.Get<ReportsService>().ExportRegistryAsync(f.Office.Budget.Id, default, default),
        ["ReportsService.ExportAgeingAsync"] = (a, _) => a.Get<ReportsService>().ExportAgeingAsync(null, default),
    };

    static ExecutionPermissionTests()
    {
        AddRecords<ProgramsService, ProgramInput, ProgramDto>(Role.Admin, parent: null, f => f.SpareProgram, i => i with { Code = "New" });
        AddRecords<ProposalsService, ProposalInput, ProposalDto>(Role.Member, parent: null, f => f.Empty, i => i with { FiscalYear = 2040 });
        AddRecords<ProgramBudgetsService, ProgramBudgetInput, ProgramBudgetDto>(Role.Member, f => f.Empty.Id, f => f.StartedBudget, i => i);
        AddRecords<LineItemsService, LineItemInput, LineItemDto>(Role.Member, f => f.DraftBudget.Id, f => f.LineItem, i => i);
        AddRecords<JustificationsService, JustificationInput, JustificationDto>(Role.Member, f => f.DraftBudget.Id, f => f.Justification, i => i);
        AddRecords<AllotmentsService, AllotmentInput, AllotmentDto>(Role.Approver, f => f.Office.Budget.Id, f => f.Planned, i => i);
        AddRecords<ObligationsService, ObligationInput, ObligationDto>(Role.Member, f => f.Office.Allotment.Id, f => f.Requested, i => i with { ReferenceNo = null }, Role.Approver);
        AddRecords<DisbursementsService, DisbursementInput, DisbursementDto>(Role.Approver, f => f.Active.Id, f => f.Disbursement, i => i);
        Writes["DisbursementsService.DeleteAsync"] = (Role.Approver, DeleteOthersPaymentAsync);
        AddRecords<WorkItemsService, WorkItemInput, WorkItemDto>(Role.Member, f => f.Active.Id, f => f.WorkItem, i => i);
    }

    public static TheoryData<string> Writing => new(Writes.Keys);

    public static TheoryData<string> Reading => new(Reads.Keys);

    public static TheoryData<string> Naming => new(Writes.Keys.Concat(Reads.Keys).Where(a => !OwnToEverybody.Contains(a, StringComparer.Ordinal)));

    [Fact]
    public void EveryMethod_IsTriedHere()
    {
        var methods = typeof(ProgramsService).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == typeof(ProgramsService).Namespace && t is { IsAbstract: false } && t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.DeclaringType != typeof(object)).Select(m => $"{t.Name}.{m.Name}"))
            .Distinct();

        Writes.Keys.Concat(Reads.Keys).Should().BeEquivalentTo(methods);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Write_ByALesserRole_IsForbidden(string action)
    {
        var (admin, filled) = await ThingsAsync();
        var (least, act) = Writes[action];

        foreach (var role in Enum.GetValues<Role>().Where(r => r < least))
        {
            var lesser = await fixture.World.MemberAsync(admin, role);
            await FluentActions.Awaiting(() => act(lesser, filled)).ShouldRefuseAsync<ForbiddenException>();
        }

        await act(await fixture.World.MemberAsync(admin, least), filled);
    }

    [Theory]
    [MemberData(nameof(Naming))]
    public async Task Anything_BySomebodyFromElsewhere_IsNotFound(string action)
    {
        var (_, filled) = await ThingsAsync();
        var stranger = await fixture.World.OrganizationAsync();

        await FluentActions.Awaiting(() => ActOf(action)(stranger, filled)).ShouldRefuseAsync<NotFoundException>();
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Read_ByAViewer_IsAnswered(string action)
    {
        var (admin, filled) = await ThingsAsync();

        await Reads[action](await fixture.World.MemberAsync(admin, Role.Viewer), filled);
    }

    [Fact]
    public async Task Anything_ByNobody_IsUnauthenticated()
    {
        var (admin, filled) = await ThingsAsync();
        admin.Current.SignOut();

        foreach (var action in Writes.Keys.Concat(Reads.Keys))
        {
            await FluentActions.Awaiting(() => ActOf(action)(admin, filled)).ShouldRefuseAsync<UnauthenticatedException>();
        }
    }

    // The role is enough; that somebody else recorded it is said behind that.
    private static async Task DeleteOthersPaymentAsync(TestActor actor, FilledOffice filled)
    {
        try
        {
            await actor.Get<DisbursementsService>().DeleteAsync(filled.Disbursement.Id, version: null, default);
        }
        catch (ConflictException refused) when (refused.Code == "disbursement.not-yours")
        {
        }
    }

    private static Func<TestActor, FilledOffice, Task> ActOf(string action) => Reads.GetValueOrDefault(action) ?? Writes[action].Act;

    // What all kinds of records have. Those that are the organization's own have no parent that somebody else could name.
    private static void AddRecords<TService, TInput, TDto>(
        Role least, Func<FilledOffice, Guid>? parent, Func<FilledOffice, TDto> record, Func<TInput, TInput> again, Role? ofOthers = null)
        where TService : RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, IVersioned
    {
        var name = typeof(TService).Name;
        Guid ParentOf(FilledOffice f) => parent is null ? f.Office.Admin.OrganizationId : parent(f);
        TInput InputOf(FilledOffice f) => (TInput)typeof(TDto).GetMethod("ToInput", [])!.Invoke(record(f), [])!;
        Writes[$"{name}.AddAsync"] = (least, (a, f) => a.Get<TService>().AddAsync(ParentOf(f), again(InputOf(f)), default));
        Writes[$"{name}.UpdateAsync"] = (ofOthers ?? least, (a, f) => a.Get<TService>().UpdateAsync(record(f).Id, InputOf(f), null, default));
        Writes[$"{name}.DeleteAsync"] = (ofOthers ?? least, (a, f) => a.Get<TService>().DeleteAsync(record(f).Id, null, default));
        Writes[$"{name}.RestoreAsync"] = (ofOthers ?? least, (a, f) => a.Get<TService>().RestoreAsync(record(f).Id, 1, null, default));
        Reads[$"{name}.GetAsync"] = (a, f) => a.Get<TService>().GetAsync(record(f).Id, default);
        Reads[$"{name}.HistoryAsync"] = (a, f) => a.Get<TService>().HistoryAsync(record(f).Id, default);
        Reads[$"{name}.ListAsync"] = (a, f) => a.Get<TService>().ListAsync(ParentOf(f), PageRequest.First, default);
        Reads[$"{name}.ListDeletedAsync"] = (a, f) => a.Get<TService>().ListDeletedAsync(ParentOf(f), default);
    }

    private async Task<(TestActor Admin, FilledOffice Filled)> ThingsAsync()
    {
        var admin = await fixture.World.OrganizationAsync();
        return (admin, await FilledOffice.CreateAsync(fixture.World.ActAs(admin.MemberIdentity)));
    }
}
